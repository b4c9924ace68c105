import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { overlapOf } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { staysOf } from '../../care/placements/pattern.rules.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { type Demand, demandOf, remembered } from '../../options/care-options/care-fit.rules.ts';
import type { NeedFacts } from '../../options/care-options/option-facts.ts';

/** Weekly hours that a child needs over a period; `asked` spans the period, with all that is booked for the child in it. */
export type WeeklyNeedFacts = {
  readonly asked: NeedFacts;
  readonly pattern: readonly WeeklyHours[];
  readonly days: Days;
};

/** One stay of a line; days as text, which compares faster. */
export type LineStay = Period & { readonly day: string; readonly monday: string };
export type Line = {
  readonly hours: WeeklyHours;
  /** Its hours as text, which compares faster. */
  readonly from: string;
  readonly to: string;
  /** In an ordinary week. */
  readonly minutes: number;
  readonly stays: readonly LineStay[];
  /** Those during which the child is booked already. */
  readonly busyStays: readonly LineStay[];
};

/** What weekly hours ask of every section, computed once. */
export type WeeklyDemand = {
  readonly lines: readonly Line[];
  readonly minutes: number;
  /** The first stay, and the child. */
  readonly first: Demand;
  /** A time of opening hours as lines have theirs: most centres have the same. */
  readonly timeOf: (time: string) => string;
};

const lineStay = (stay: Period): LineStay => {
  const day = dayOf(stay.startsAt);
  return { ...stay, day: day.toString(), monday: day.subtract({ days: day.dayOfWeek - 1 }).toString() };
};

const lineOf = (hours: WeeklyHours, days: Days, busy: readonly Period[]): Line => {
  const stays = staysOf([hours], days, []).map(lineStay);
  return {
    hours,
    from: hours.from.toString(),
    to: hours.to.toString(),
    minutes: hours.from.until(hours.to).total('minutes'),
    stays,
    busyStays: stays.filter((stay) => busy.some((taken) => overlapOf(stay, taken))),
  };
};

/** `null` when no stay is left in the period. */
export const weeklyDemandOf = ({ asked, pattern, days }: WeeklyNeedFacts): WeeklyDemand | null => {
  const lines = pattern.map((hours) => lineOf(hours, days, asked.child.busy));
  const stays = lines
    .flatMap((line) => line.stays)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const [first] = stays;
  if (!first) return null;
  return {
    lines,
    timeOf: remembered((time) => Temporal.PlainTime.from(time).toString()),
    minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
    first: demandOf({ ...asked, need: { ...asked.need, startsAt: first.startsAt, endsAt: first.endsAt } }),
  };
};

/** Every day with a stay, whole, first to last. */
export const daysOfDemand = ({ lines }: WeeklyDemand): string[] =>
  [...new Set(lines.flatMap(({ stays }) => stays.map(({ day }) => day)))].sort();

export const minutesOfLines = (lines: readonly Line[]): number =>
  lines.reduce((sum, { minutes }) => sum + minutes, 0);
