import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type {
  correctReasons,
  endArrangementReasons,
  removeReasons,
  standing,
} from './own-arrangement.reasons.ts';
import { type ArrangementAsked, arrangementRefusal } from './own-arrangement.rules.ts';
import type { OwnArrangement } from './own-arrangement.ts';
import { type ArrangementTimes, hasBegun, isOver, weeklyOf } from './past-days.rules.ts';

type Standing = ArrangementTimes & Pick<OwnArrangement, 'version' | 'removedAt'>;
type Seen = { readonly version: number };

const standingRefusal = ({ removedAt, version }: Standing, seen: Seen): Word<typeof standing> | null => {
  if (removedAt) return 'ALREADY_REMOVED';
  return version === seen.version ? null : 'STALE_VERSION';
};

/** Why a weekly arrangement cannot end on the eve of a day. Days that are over stay as they were. */
export const endRefusal = (
  arrangement: Standing,
  asked: Seen & { readonly from: Temporal.PlainDate },
  now: Date,
): Word<typeof endArrangementReasons> | null => {
  const refusal = standingRefusal(arrangement, asked);
  if (refusal) return refusal;
  const weekly = weeklyOf(arrangement);
  if (!weekly) return 'NOT_WEEKLY';
  if (isBefore(asked.from, dayOf(now))) return 'DAY_HAS_PASSED';
  return isBefore(weekly.endsOn, asked.from) ? 'ENDS_EARLIER_ALREADY' : null;
};

/** Why nothing of an arrangement can be taken away. */
export const removeRefusal = (
  arrangement: Standing,
  seen: Seen,
  now: Date,
): Word<typeof removeReasons> | null =>
  standingRefusal(arrangement, seen) ?? (isOver(arrangement, now) ? 'ALREADY_OVER' : null);

/** Why an arrangement cannot be put right: what has begun may have covered a milestone, so it is ended instead. */
export const correctRefusal = (
  arrangement: Standing,
  asked: Seen & ArrangementAsked,
  now: Date,
): Word<typeof correctReasons> | null => {
  const refusal = standingRefusal(arrangement, asked);
  if (refusal) return refusal;
  return hasBegun(arrangement, now) ? 'ALREADY_BEGUN' : arrangementRefusal(asked);
};
