import type { Word } from '@relais/platform/graphql/reasons.ts';
import { firstMomentAt } from '@relais/platform/time/civil-time.ts';
import { type Days, isBefore, isDuring } from '@relais/platform/time/days.rules.ts';
import { inOrder, type Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { type ClosedTime, isWholeDay, openPart } from '../../centres/centres/closed-time.rules.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { LONGEST_STAY_HOURS } from '../bookings/places.rules.ts';
import type { patternReasons } from './placement.reasons.ts';

const HALF_HOUR_MINUTES = 30;
const DAYS_OF_A_WEEK = 7;

const isOnTheHalfHour = ({ minute, second }: Temporal.PlainTime): boolean =>
  minute % HALF_HOUR_MINUTES === 0 && second === 0;

const isAWeekday = ({ weekday }: WeeklyHours): boolean => weekday >= 1 && weekday <= DAYS_OF_A_WEEK;

const isEarlier = (time: Temporal.PlainTime, other: Temporal.PlainTime): boolean =>
  Temporal.PlainTime.compare(time, other) < 0;

const doOverlap = (one: WeeklyHours, other: WeeklyHours): boolean =>
  one.weekday === other.weekday && isEarlier(one.from, other.to) && isEarlier(other.from, one.to);

/** Why a weekly pattern cannot be kept; `null` when it can. */
export const patternProblem = (pattern: readonly WeeklyHours[]): Word<typeof patternReasons> | null => {
  if (!pattern.every(isAWeekday)) return 'WEEKDAY_UNKNOWN';
  if (!pattern.every(({ from, to }) => isEarlier(from, to))) return 'LINE_ENDS_BEFORE_IT_STARTS';
  if (!pattern.every(({ from, to }) => isOnTheHalfHour(from) && isOnTheHalfHour(to)))
    return 'NOT_ON_THE_HALF_HOUR';
  if (pattern.some(({ from, to }) => from.until(to).total('hours') > LONGEST_STAY_HOURS))
    return 'STAY_TOO_LONG';
  const hasOverlap = pattern.some((line, index) =>
    pattern.slice(index + 1).some((other) => doOverlap(line, other)),
  );
  return hasOverlap ? 'LINES_OVERLAP' : null;
};

/** Whether a weekday is one of these days at all. */
export const fallsWithin = (weekday: number, { startsOn, endsOn }: Days): boolean => {
  const first = startsOn.add({ days: (weekday - startsOn.dayOfWeek + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK });
  return !isBefore(endsOn, first);
};

/** The stays of a day; of those that closures take a part of, what is left. */
const staysOn = (
  day: Temporal.PlainDate,
  pattern: readonly WeeklyHours[],
  closures: readonly ClosedTime[],
): Period[] =>
  pattern
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ from, to }) => ({ startsAt: firstMomentAt(day, from), endsAt: firstMomentAt(day, to) }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .flatMap((stay) => openPart(stay, closures) ?? []);

/** Those of these days that fall on such a weekday; none when the last comes before the first. */
const daysOn = (weekdays: ReadonlySet<number>, { startsOn, endsOn }: Days): Temporal.PlainDate[] => {
  const last = startsOn.until(endsOn).days;
  return Array.from({ length: Math.max(0, last + 1) }, (_, index) => index)
    .filter((index) => weekdays.has(((startsOn.dayOfWeek - 1 + index) % DAYS_OF_A_WEEK) + 1))
    .map((index) => startsOn.add({ days: index }));
};

/**
 * The stays that a weekly pattern means: one per line and day of these days that is not closed, first to last. Closed are
 * whatever days care does not take place on: closures of the centre, absences, suspensions. Where a centre closes for a part
 * of a day, what is left of the stay.
 */
export const staysOf = (
  pattern: readonly WeeklyHours[],
  days: Days,
  closures: readonly ClosedTime[],
): Period[] =>
  inOrder(
    daysOn(new Set(pattern.map(({ weekday }) => weekday)), days)
      .filter((day) => !closures.some((closed) => isDuring(day, closed) && isWholeDay(closed)))
      .flatMap((day) => staysOn(day, pattern, closures)),
  );
