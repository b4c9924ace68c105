import { dayOf, instantAt, isoWeekday, startOfDay, timeOf } from '@relais/platform/time/civil-time.ts';
import { isBefore, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { OwnArrangement } from './own-arrangement.ts';

/** When an arrangement holds: once, or every week. */
export type ArrangementTimes = Pick<
  OwnArrangement,
  'startsAt' | 'endsAt' | 'weekday' | 'from' | 'to' | 'startsOn' | 'endsOn'
>;
type Dated = { readonly startsAt: Date; readonly endsAt: Date };
type Weekly = {
  readonly weekday: number;
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
};

const DAYS_PER_WEEK = 7;

const datedOf = ({ startsAt, endsAt }: ArrangementTimes): Dated | null =>
  startsAt && endsAt ? { startsAt, endsAt } : null;

export const weeklyOf = ({ weekday, from, to, startsOn, endsOn }: ArrangementTimes): Weekly | null =>
  weekday && from && to && startsOn && endsOn ? { weekday, from, to, startsOn, endsOn } : null;

const NEVER_DATED = { startsAt: null, endsAt: null };
const NEVER_WEEKLY = { weekday: null, from: null, to: null, startsOn: null, endsOn: null };

/** The first day from `day` on of this weekday. */
const nextOn = (weekday: number, day: Temporal.PlainDate): Temporal.PlainDate =>
  day.add({ days: (weekday - isoWeekday(day) + DAYS_PER_WEEK) % DAYS_PER_WEEK });

const hasWeeklyBegun = ({ weekday, from, startsOn }: Weekly, now: Date): boolean =>
  instantAt(nextOn(weekday, startsOn), from) < now;

/** Whether any of its time has passed. */
export const hasBegun = (times: ArrangementTimes, now: Date): boolean => {
  const weekly = weeklyOf(times);
  if (weekly) return hasWeeklyBegun(weekly, now);
  const dated = datedOf(times);
  return dated !== null && dated.startsAt < now;
};

/** The earliest moment of which any of them says something. */
export const earliestStart = (all: readonly ArrangementTimes[]): Date => {
  const starts = all.flatMap(({ startsAt, startsOn }) => startsAt ?? (startsOn ? startOfDay(startsOn) : []));
  return new Date(Math.min(...starts.map((start) => start.getTime())));
};

const isWeeklyOver = ({ weekday, to, startsOn, endsOn }: Weekly, now: Date): boolean => {
  const next = nextOn(weekday, laterOf(dayOf(now), startsOn));
  const isOverToday = instantAt(next, to) <= now;
  return isBefore(endsOn, isOverToday ? next.add({ days: DAYS_PER_WEEK }) : next);
};

/** Whether none of its time is to come. */
export const isOver = (times: ArrangementTimes, now: Date): boolean => {
  const weekly = weeklyOf(times);
  if (weekly) return isWeeklyOver(weekly, now);
  const dated = datedOf(times);
  return dated !== null && dated.endsAt <= now;
};

/** What is past of today's time, as one weekly day. */
const pastOfToday = (weekly: Weekly, now: Date): Weekly[] => {
  const today = dayOf(now);
  const isToday = nextOn(weekly.weekday, laterOf(today, weekly.startsOn)).equals(today);
  if (!isToday || isBefore(weekly.endsOn, today) || now <= instantAt(today, weekly.from)) return [];
  const isWhole = instantAt(today, weekly.to) <= now;
  return [{ ...weekly, startsOn: today, endsOn: today, to: isWhole ? weekly.to : timeOf(now) }];
};

/** What stays of a weekly arrangement that no longer holds from a day on, today or later; what has passed of today stays. */
export const keptBefore = (weekly: Weekly, day: Temporal.PlainDate, now: Date): ArrangementTimes[] => {
  const eve = day.subtract({ days: 1 });
  const earlier = isBefore(eve, weekly.startsOn) ? [] : [{ ...weekly, endsOn: eve }];
  const today = day.equals(dayOf(now)) ? pastOfToday(weekly, now) : [];
  return [...earlier, ...today].map((kept) => ({ ...NEVER_DATED, ...kept }));
};

/** What has passed of an arrangement: care that was there stays true. */
export const pastDays = (times: ArrangementTimes, now: Date): ArrangementTimes[] => {
  const weekly = weeklyOf(times);
  if (weekly) return keptBefore(weekly, dayOf(now), now);
  const dated = datedOf(times);
  if (!dated || now <= dated.startsAt) return [];
  return [{ ...NEVER_WEEKLY, ...dated, endsAt: now < dated.endsAt ? now : dated.endsAt }];
};
