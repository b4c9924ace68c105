import { Temporal } from 'temporal-polyfill';

export type ClosureProblem =
  | 'REASON_MISSING'
  | 'CENTRES_OR_ALL'
  | 'PERIOD_ENDS_BEFORE_IT_STARTS'
  | 'IN_THE_PAST'
  | 'TOO_MUCH_AT_ONCE';

type AskedClosure = {
  readonly centreIds: readonly string[];
  readonly allMunicipal: boolean;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly reason: string;
};

/** A centre for half a year, or all of the city for a week: more is no closure, and would hold up everybody who books. */
const MOST_CENTRE_DAYS = 184;

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, other) < 0;

/** Why days cannot be closed, or `null`; a closure may begin today, for what has not begun yet. */
export const closureProblem = (
  { centreIds, allMunicipal, from, to, reason }: AskedClosure,
  today: Temporal.PlainDate,
): ClosureProblem | null => {
  if (!reason.trim()) return 'REASON_MISSING';
  if (allMunicipal === centreIds.length > 0) return 'CENTRES_OR_ALL';
  if (isBefore(to, from)) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  return isBefore(from, today) ? 'IN_THE_PAST' : null;
};

export const isTooMuch = (
  centres: number,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): boolean => centres * (from.until(to).days + 1) > MOST_CENTRE_DAYS;
