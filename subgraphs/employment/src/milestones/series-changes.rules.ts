import { dayOf, instantAt, timeOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { isSettled } from './milestone.rules.ts';
import type { Milestone } from './milestone.ts';

/** Which milestones of a series are meant. */
export type MeantPart = {
  readonly fromDay: Temporal.PlainDate | null;
  readonly untilDay: Temporal.PlainDate | null;
  readonly exceptDays: readonly Temporal.PlainDate[];
};

type OfSeries = Pick<Milestone, 'startsAt' | 'endsAt' | 'status' | 'isException'>;

const isMeant = ({ startsAt }: OfSeries, { fromDay, untilDay, exceptDays }: MeantPart): boolean => {
  const day = dayOf(startsAt);
  if (fromDay && Temporal.PlainDate.compare(day, fromDay) < 0) return false;
  if (untilDay && Temporal.PlainDate.compare(day, untilDay) > 0) return false;
  return !exceptDays.some((except) => except.equals(day));
};

/** Those that nothing has settled yet. */
const open = <Each extends OfSeries>(series: readonly Each[], part: MeantPart): Each[] =>
  series.filter((each) => !isSettled(each.status) && isMeant(each, part));

/** What is over has an outcome, and is not called off. */
export const toCallOff = <Each extends OfSeries>(
  series: readonly Each[],
  part: MeantPart,
  now: Date,
): Each[] => open(series, part).filter(({ endsAt }) => endsAt > now);

/** What has started keeps its time, as does what was moved by itself. */
export const toMove = <Each extends OfSeries>(series: readonly Each[], part: MeantPart, now: Date): Each[] =>
  open(series, part).filter(({ startsAt, isException }) => startsAt > now && !isException);

/** An outcome is recorded of what has started; one that was recorded already stays. */
export const toRecord = <Each extends OfSeries>(
  series: readonly Each[],
  part: MeantPart,
  now: Date,
): Each[] => open(series, part).filter(({ startsAt }) => startsAt <= now);

export type Moving = {
  readonly byDays: number;
  readonly from: Temporal.PlainTime | null;
  readonly to: Temporal.PlainTime | null;
};

/** The times of a milestone once its series is moved: by the clock of the city, whatever the clock change does to the instants. */
export const movedTimes = (
  { startsAt, endsAt }: Pick<Milestone, 'startsAt' | 'endsAt'>,
  { byDays, from, to }: Moving,
): Pick<Milestone, 'startsAt' | 'endsAt'> => {
  const day = dayOf(startsAt).add({ days: byDays });
  return {
    startsAt: instantAt(day, from ?? timeOf(startsAt)),
    endsAt: instantAt(day, to ?? timeOf(endsAt)),
  };
};

/** Any change of one of them makes another of it. */
export const versionOf = (series: readonly Pick<Milestone, 'version'>[]): number =>
  series.reduce((sum, { version }) => sum + version, 0);
