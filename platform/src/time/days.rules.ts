import { Temporal } from 'temporal-polyfill';
import { dayOf } from './civil-time.ts';
import type { Period } from './periods.rules.ts';

/** Days of the city from the first to the last, both included. */
export type Days = { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate };

export const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) < 0;

export const earlierOf = (day: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isBefore(other, day) ? other : day;

export const laterOf = (day: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isBefore(day, other) ? other : day;

export const isDuring = (day: Temporal.PlainDate, { startsOn, endsOn }: Days): boolean =>
  !isBefore(day, startsOn) && !isBefore(endsOn, day);

/** The first Monday after a day. */
export const nextMonday = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.add({ days: 8 - day.dayOfWeek });

/** The days on which the first and the last of some periods start; there is at least one. */
export const daysOf = (periods: readonly Pick<Period, 'startsAt'>[]): Days => {
  const starts = periods.map(({ startsAt }) => startsAt.getTime());
  return { startsOn: dayOf(new Date(Math.min(...starts))), endsOn: dayOf(new Date(Math.max(...starts))) };
};
