import { instantOf, minutesOfClock, timeOf } from '../../time/city-time.rules.ts';
import type { Noted, Presence } from './taps.rules.ts';

type Stay = { readonly presence: Presence; readonly endsAt: string };

const LATER: Readonly<Record<Presence, number>> = { expected: 0, here: 0, left: 1, absent: 2 };

/** By arrival as they come; by departure those who are awaited at the door, then those who have left, the absent last. */
export const inOrder = <Of extends Stay>(
  stays: readonly Of[],
  order: 'arrival' | 'departure',
): readonly Of[] =>
  order === 'arrival'
    ? stays
    : stays.toSorted(
        (one, other) => LATER[one.presence] - LATER[other.presence] || one.endsAt.localeCompare(other.endsAt),
      );

type Touched = { readonly now: string; readonly endsAt: string; readonly isToday: boolean };

/**
 * What one touch puts right, on the day itself alone. Whoever was touched as come and is not there did not come; whoever was
 * touched as gone is there still; whoever was noted as absent comes at this moment, as long as its care lasts. All else takes a form.
 */
export const rightedAtOnce = (presence: Presence, { now, endsAt, isToday }: Touched) => {
  if (!isToday || presence === 'expected') return undefined;
  if (presence === 'here') return { outcome: 'ABSENT' as const, arrivedAt: null, leftAt: null };
  if (presence === 'left') return { outcome: 'ATTENDED' as const, leftAt: null };
  return Date.parse(now) < Date.parse(endsAt) ? { outcome: 'ATTENDED' as const, arrivedAt: now } : undefined;
};

export type RightedDraft = {
  readonly outcome: 'ATTENDED' | 'ABSENT';
  readonly arrived: string;
  readonly left: string;
  readonly reason: string;
};

export const rightedDraft = ({ status, arrivedAt, leftAt }: Noted): RightedDraft => ({
  outcome: status === 'ABSENT' ? 'ABSENT' : 'ATTENDED',
  arrived: arrivedAt ? timeOf(arrivedAt) : '',
  left: leftAt ? timeOf(leftAt) : '',
  reason: '',
});

export type RightedLack = 'HOURS' | 'REASON';

/** A time that nobody knows stays empty. */
export const lackOfRighted = ({ outcome, arrived, left, reason }: RightedDraft): RightedLack | undefined => {
  const [from, to] = [minutesOfClock(arrived), minutesOfClock(left)];
  const isBackwards = from !== undefined && to !== undefined && to < from;
  if (outcome === 'ATTENDED' && isBackwards) return 'HOURS';
  return reason.trim() === '' ? 'REASON' : undefined;
};

/** A time that nobody wrote anew stays as it was noted, to the second. */
export const rightedInput = (draft: RightedDraft, begun: RightedDraft, day: string) => {
  const reason = draft.reason.trim();
  if (draft.outcome === 'ABSENT') return { outcome: draft.outcome, arrivedAt: null, leftAt: null, reason };
  const at = (time: string): string | null => {
    const minutes = minutesOfClock(time);
    return minutes === undefined ? null : instantOf(day, minutes);
  };
  return {
    outcome: draft.outcome,
    reason,
    ...(draft.arrived !== begun.arrived && { arrivedAt: at(draft.arrived) }),
    ...(draft.left !== begun.left && { leftAt: at(draft.left) }),
  };
};
