import { Temporal } from 'temporal-polyfill';

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
