import type { Word } from '@relais/platform/graphql/reasons.ts';
import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { closeCentreReasons } from './closure.reasons.ts';

type AskedClosure = {
  readonly centreIds: readonly string[];
  readonly allMunicipal: boolean;
  readonly days: Days;
  /** Where it closes for a part of each day only. */
  readonly opensAt?: Temporal.PlainTime | null | undefined;
  readonly closesAt?: Temporal.PlainTime | null | undefined;
  readonly reason: string;
};

/** Half a year: more is no closure. */
const MOST_DAYS = 184;
/** Forty centres for a month: as long as a city's closure may take and be answered in time. */
const MOST_CENTRE_DAYS = 40 * 31;

const HALF_HOUR_MINUTES = 30;

type Hours = Pick<AskedClosure, 'opensAt' | 'closesAt'>;

const hoursProblem = ({ opensAt, closesAt }: Hours): Word<typeof closeCentreReasons> | null => {
  const times = [opensAt, closesAt].flatMap((time) => time ?? []);
  if (times.some(({ minute, second }) => minute % HALF_HOUR_MINUTES !== 0 || second !== 0))
    return 'HOUR_NOT_ON_THE_HALF_HOUR';
  const isTurned = opensAt && closesAt && Temporal.PlainTime.compare(opensAt, closesAt) >= 0;
  return isTurned ? 'CLOSES_BEFORE_IT_OPENS' : null;
};

/** Why days cannot be closed, or `null`; a closure may begin today, for what has not begun yet. */
export const closureProblem = (
  { centreIds, allMunicipal, days: { startsOn, endsOn }, reason, ...hours }: AskedClosure,
  today: Temporal.PlainDate,
): Word<typeof closeCentreReasons> | null => {
  if (!reason.trim()) return 'REASON_MISSING';
  if (allMunicipal === centreIds.length > 0) return 'CENTRES_OR_ALL';
  if (isBefore(endsOn, startsOn)) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  return isBefore(startsOn, today) ? 'IN_THE_PAST' : hoursProblem(hours);
};

const lengthOf = ({ startsOn, endsOn }: Days): number => startsOn.until(endsOn).days + 1;

export const isTooMuch = (centres: number, days: Days): boolean =>
  lengthOf(days) > MOST_DAYS || centres * lengthOf(days) > MOST_CENTRE_DAYS;

/** Into how many stretches closures can cut the days of one that is allowed. */
export const MOST_STRETCHES = MOST_DAYS / 2;

/** The stretches of some days on which a centre is not closed yet, first to last. */
export const openStretches = (days: Days, closures: readonly Days[]): Days[] => {
  const inOrder = closures.toSorted((one, other) => Temporal.PlainDate.compare(one.startsOn, other.startsOn));
  const open: Days[] = [];
  let { startsOn } = days;
  for (const closed of inOrder) {
    if (isBefore(startsOn, closed.startsOn))
      open.push({ startsOn, endsOn: closed.startsOn.subtract({ days: 1 }) });
    if (!isBefore(closed.endsOn, startsOn)) startsOn = closed.endsOn.add({ days: 1 });
  }
  return isBefore(days.endsOn, startsOn) ? open : [...open, { startsOn, endsOn: days.endsOn }];
};
