import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf, instantAt, isoWeekday } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { timeRefusal } from './milestone.rules.ts';
import type { Milestone } from './milestone.ts';
import type { seriesReasons } from './milestone-series.reasons.ts';

/** Six months: a training course is one series. */
const LONGEST_SERIES_DAYS = 184;
const DAYS_OF_A_WEEK = 7;

export type Series = {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekdays: readonly number[];
  readonly exceptDays: readonly Temporal.PlainDate[];
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
};

type Times = Pick<Milestone, 'startsAt' | 'endsAt'>;

/** Each day of the week that was named must come to a milestone, were no day left out. */
const daysRefusal = ({ firstDay, lastDay, weekdays }: Series): Word<typeof seriesReasons> | null => {
  const length = firstDay.until(lastDay).days + 1;
  if (length < 1) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  if (length > LONGEST_SERIES_DAYS) return 'SERIES_TOO_LONG';
  if (weekdays.some((weekday) => weekday < 1 || weekday > DAYS_OF_A_WEEK)) return 'WEEKDAY_OUT_OF_RANGE';
  const isOutside = (weekday: number): boolean =>
    (weekday - isoWeekday(firstDay) + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK >= length;
  return weekdays.some(isOutside) ? 'WEEKDAY_OUTSIDE_PERIOD' : null;
};

/** Why a series cannot be scheduled; the first refusal of any of its milestones stops all of them. */
export const seriesRefusal = (
  series: Series,
  travelMinutes: number,
  now: Date,
): Word<typeof seriesReasons> | null => {
  const refusal = daysRefusal(series);
  if (refusal) return refusal;
  if (Temporal.PlainTime.compare(series.from, series.to) >= 0) return 'ENDS_BEFORE_IT_STARTS';

  const refusals = timesOf(series).map((times) => timeRefusal({ ...times, travelMinutes }, now));
  if (refusals.length === 0) return 'SERIES_WITHOUT_DAYS';
  return refusals.find((refusal) => refusal !== null) ?? null;
};

/** The same hours of the clock on each day, whatever the clock change does to the instants. */
export const timesOf = (series: Series): Times[] =>
  daysOf(series).map((day) => ({
    startsAt: instantAt(day, series.from),
    endsAt: instantAt(day, series.to),
  }));

const daysOf = ({ firstDay, lastDay, weekdays, exceptDays }: Series): Temporal.PlainDate[] => {
  const length = firstDay.until(lastDay).days + 1;
  return Array.from({ length }, (_, days) => firstDay.add({ days })).filter(
    (day) => weekdays.includes(isoWeekday(day)) && !exceptDays.some((except) => except.equals(day)),
  );
};

/** What tells one milestone of a series from the others, for good: moved to another day, it stays that one. */
export const partOf = ({ startsAt }: Pick<Times, 'startsAt'>): string => dayOf(startsAt).toString();
