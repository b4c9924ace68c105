import { Temporal } from 'temporal-polyfill';
import type { WeeklyHours } from '../centres/weekly-hours.ts';

export type PatternProblem =
  | 'WEEKDAY_UNKNOWN'
  | 'LINE_ENDS_BEFORE_IT_STARTS'
  | 'NOT_ON_THE_HALF_HOUR'
  | 'LINES_OVERLAP';

const HALF_HOUR_MINUTES = 30;
const DAYS_OF_A_WEEK = 7;

const isOnTheHalfHour = ({ minute, second }: Temporal.PlainTime): boolean =>
  minute % HALF_HOUR_MINUTES === 0 && second === 0;

const isAWeekday = ({ weekday }: WeeklyHours): boolean => weekday >= 1 && weekday <= DAYS_OF_A_WEEK;

const isBefore = (time: Temporal.PlainTime, other: Temporal.PlainTime): boolean =>
  Temporal.PlainTime.compare(time, other) < 0;

const doOverlap = (one: WeeklyHours, other: WeeklyHours): boolean =>
  one.weekday === other.weekday && isBefore(one.from, other.to) && isBefore(other.from, one.to);

/** Why a weekly pattern cannot be kept; `null` when it can. */
export const patternProblem = (pattern: readonly WeeklyHours[]): PatternProblem | null => {
  if (!pattern.every(isAWeekday)) return 'WEEKDAY_UNKNOWN';
  if (!pattern.every(({ from, to }) => isBefore(from, to))) return 'LINE_ENDS_BEFORE_IT_STARTS';
  if (!pattern.every(({ from, to }) => isOnTheHalfHour(from) && isOnTheHalfHour(to)))
    return 'NOT_ON_THE_HALF_HOUR';
  const hasOverlap = pattern.some((line, index) =>
    pattern.slice(index + 1).some((other) => doOverlap(line, other)),
  );
  return hasOverlap ? 'LINES_OVERLAP' : null;
};
