import { dayOf, minutesBetween } from '@relais/platform/time/civil-time.ts';
import { bookablePart, roundedOutward } from '@relais/platform/time/half-hours.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { Gap } from '../../cover/childcare-cover/childcare-cover.ts';
import type { CareNeed } from './care-need.ts';

export type NeedProblem = 'ENDS_BEFORE_IT_STARTS' | 'NOT_WITHIN_ONE_DAY' | 'OVER_ALREADY';

const MINUTES_OF_NOTICE = 48 * 60;

/** Care asked for less than two days ahead could not be foreseen. */
export const kindByNotice = (startsAt: Date, now: Date): CareKind =>
  minutesBetween(now, startsAt) < MINUTES_OF_NOTICE ? 'EMERGENCY' : 'SHORT_TERM';

/** The half-hours to book for a need, or why there are none. */
export const neededPart = (asked: Period, now: Date): Period | { readonly problem: NeedProblem } => {
  if (asked.endsAt <= asked.startsAt) return { problem: 'ENDS_BEFORE_IT_STARTS' };
  const { startsAt, endsAt } = roundedOutward(asked);
  const lastMoment = new Date(endsAt.getTime() - 1);
  if (!dayOf(startsAt).equals(dayOf(lastMoment))) return { problem: 'NOT_WITHIN_ONE_DAY' };
  return bookablePart(asked, now) ?? { problem: 'OVER_ALREADY' };
};

/** What can still be booked of a gap; `null` once it is over. */
export const needOfGap = ({ childId, familyId, ...gap }: Gap, now: Date): CareNeed | null => {
  const part = bookablePart(gap, now);
  if (!part) return null;
  const kind = kindByNotice(part.startsAt, now);
  return { ...part, childId, familyId, kind, facilities: [], rankedCentreIds: [] };
};
