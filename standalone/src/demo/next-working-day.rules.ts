import { type Days, isDuring } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';

const FRIDAY = 5;
const LOOKED_AHEAD = 7;

/** The first day after this one, within a week, on which people work and a centre is not closed; none in a week of closures. */
export const nextWorkingDay = (
  today: Temporal.PlainDate,
  closures: readonly Days[],
): Temporal.PlainDate | undefined =>
  Array.from({ length: LOOKED_AHEAD }, (_, index) => today.add({ days: index + 1 })).find(
    (day) => day.dayOfWeek <= FRIDAY && !closures.some((closure) => isDuring(day, closure)),
  );
