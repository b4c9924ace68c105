import { instantOf, minutesOfClock, timeOf } from '../../time/city-time.rules.ts';
import { type Noted, type Presence, presenceOf } from './taps.rules.ts';

type Stay = Noted & { readonly endsAt: string };

/** By arrival as they come; by departure those who are awaited at the door, the absent apart, whoever has left last of all. */
export const inOrder = <Of extends Stay>(
  stays: readonly Of[],
  order: 'arrival' | 'departure',
): readonly Of[] => {
  if (order === 'arrival') return stays;
  const hasLeft = (stay: Of): number => Number(presenceOf(stay) === 'left');
  return stays
    .filter((stay) => presenceOf(stay) !== 'absent')
    .toSorted((one, other) => hasLeft(one) - hasLeft(other) || one.endsAt.localeCompare(other.endsAt));
};

/**
 * What one touch puts right. Whoever was touched as come and is not there did not come; whoever was touched as gone is there
 * still; whoever was noted as absent comes now after all, if it is today.
 */
export const rightedAtOnce = (presence: Exclude<Presence, 'expected'>, now: string | undefined) =>
  ({
    here: { outcome: 'ABSENT' as const, arrivedAt: null, leftAt: null },
    left: { outcome: 'ATTENDED' as const, leftAt: null },
    absent: { outcome: 'ATTENDED' as const, ...(now && { arrivedAt: now }) },
  })[presence];

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
  const isBackwards = from !== undefined && to !== undefined && to <= from;
  if (outcome === 'ATTENDED' && isBackwards) return 'HOURS';
  return reason.trim() === '' ? 'REASON' : undefined;
};

export const rightedInput = ({ outcome, arrived, left, reason }: RightedDraft, day: string) => {
  const at = (time: string): string | null => {
    const minutes = minutesOfClock(time);
    return outcome === 'ABSENT' || minutes === undefined ? null : instantOf(day, minutes);
  };
  return { outcome, arrivedAt: at(arrived), leftAt: at(left), reason: reason.trim() };
};
