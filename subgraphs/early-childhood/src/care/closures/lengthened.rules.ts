import type { Period } from '@relais/platform/time/periods.rules.ts';
import { type ClosedTime, openPart } from '../../centres/centres/closed-time.rules.ts';

/** A booking as it was before a closure shortened it, and what is left of it. */
export type ShortenedStay = Period & {
  readonly id: string;
  readonly childId: string;
  readonly familyId: string;
  readonly left: Period;
};
export type LengthenedStay = Omit<ShortenedStay, 'left'>;

/**
 * A shortened stay as long as other closures let it be; `null` when that is no longer than it is. What is over stays as it was: the
 * start of care that has begun does not move.
 */
export const lengthened = (
  { left, ...stay }: ShortenedStay,
  others: readonly ClosedTime[],
  now: Date,
): LengthenedStay | null => {
  const open = openPart(stay, others);
  if (!open || left.endsAt <= now) return null;
  const startsAt = open.startsAt > now && open.startsAt < left.startsAt ? open.startsAt : left.startsAt;
  const endsAt = new Date(Math.max(open.endsAt.getTime(), left.endsAt.getTime()));
  const isLonger = startsAt < left.startsAt || endsAt > left.endsAt;
  return isLonger ? { ...stay, startsAt, endsAt } : null;
};
