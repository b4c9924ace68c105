import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import { fallsWithin } from '../placements/pattern.rules.ts';
import type { arrangementReasons } from './own-arrangement.reasons.ts';
import type { OwnArrangementKind } from './own-arrangement-kind.ts';

export type DatedArrangement = { readonly startsAt: Date; readonly endsAt: Date };
export type WeeklyArrangement = {
  readonly weekday: number;
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
};
export type ArrangementAsked = {
  readonly kind: OwnArrangementKind;
  readonly dated?: DatedArrangement | null;
  readonly weekly?: WeeklyArrangement | null;
};

type ArrangementRefusal = Word<typeof arrangementReasons>;

const weeklyRefusal = ({
  weekday,
  from,
  to,
  startsOn,
  endsOn,
}: WeeklyArrangement): ArrangementRefusal | null => {
  if (weekday < 1 || weekday > 7) return 'WEEKDAY_UNKNOWN';
  const isInOrder =
    Temporal.PlainTime.compare(from, to) < 0 && Temporal.PlainDate.compare(startsOn, endsOn) <= 0;
  if (!isInOrder) return 'ENDS_BEFORE_IT_STARTS';
  return fallsWithin(weekday, { startsOn, endsOn }) ? null : 'WEEKDAY_OUTSIDE_PERIOD';
};

/** Why an own arrangement cannot be noted, or `null` when it can. School counts in its terms, so it must be weekly. */
export const arrangementRefusal = ({ kind, dated, weekly }: ArrangementAsked): ArrangementRefusal | null => {
  if (Boolean(dated) === Boolean(weekly)) return 'DATED_OR_WEEKLY';
  if (weekly) return weeklyRefusal(weekly);
  if (kind === 'SCHOOL') return 'SCHOOL_IS_WEEKLY';
  return dated && dated.startsAt < dated.endsAt ? null : 'ENDS_BEFORE_IT_STARTS';
};
