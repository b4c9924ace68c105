import { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from './weekly-hours.ts';

/** The same hours from Monday to Friday. */
export const onWorkingDays = (from: string, to: string): WeeklyHours[] =>
  [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    from: Temporal.PlainTime.from(from),
    to: Temporal.PlainTime.from(to),
  }));
