import type { WeeklyHours } from '../centres/weekly-hours.ts';

const MINUTES_PER_HOUR = 60;

/** Hours of care in an ordinary week. */
export const hoursPerWeek = (pattern: readonly WeeklyHours[]): number =>
  pattern.reduce((sum, { from, to }) => sum + from.until(to).total('minutes'), 0) / MINUTES_PER_HOUR;
