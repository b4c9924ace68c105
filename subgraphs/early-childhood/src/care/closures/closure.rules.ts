import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { closeReasons } from './closure.reasons.ts';

type AskedDays = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

type AskedClosure = {
  readonly centreIds: readonly string[];
  readonly allMunicipal: boolean;
  readonly reason: string;
} & AskedDays;

export type ClosedDays = { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate };

/** Half a year: more is no closure. */
const MOST_DAYS = 184;
/** Forty centres for a month: as long as a city's closure may take and be answered in time. */
const MOST_CENTRE_DAYS = 40 * 31;

/** Why days cannot be closed, or `null`; a closure may begin today, for what has not begun yet. */
export const closureProblem = (
  { centreIds, allMunicipal, from, to, reason }: AskedClosure,
  today: Temporal.PlainDate,
): Word<typeof closeReasons> | null => {
  if (!reason.trim()) return 'REASON_MISSING';
  if (allMunicipal === centreIds.length > 0) return 'CENTRES_OR_ALL';
  if (isBefore(to, from)) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  return isBefore(from, today) ? 'IN_THE_PAST' : null;
};

const lengthOf = ({ from, to }: AskedDays): number => from.until(to).days + 1;

export const isTooMuch = (centres: number, days: AskedDays): boolean =>
  lengthOf(days) > MOST_DAYS || centres * lengthOf(days) > MOST_CENTRE_DAYS;

/** Into how many stretches closures can cut the days of one that is allowed. */
export const MOST_STRETCHES = MOST_DAYS / 2;

/** The stretches of some days on which a centre is not closed yet, first to last. */
export const openStretches = ({ from, to }: AskedDays, closures: readonly ClosedDays[]): ClosedDays[] => {
  const inOrder = closures.toSorted((one, other) => Temporal.PlainDate.compare(one.startsOn, other.startsOn));
  const open: ClosedDays[] = [];
  let startsOn = from;
  for (const closed of inOrder) {
    if (isBefore(startsOn, closed.startsOn))
      open.push({ startsOn, endsOn: closed.startsOn.subtract({ days: 1 }) });
    if (!isBefore(closed.endsOn, startsOn)) startsOn = closed.endsOn.add({ days: 1 });
  }
  return isBefore(to, startsOn) ? open : [...open, { startsOn, endsOn: to }];
};
