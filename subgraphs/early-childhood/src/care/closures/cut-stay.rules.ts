import { dayOf } from '@relais/platform/time/civil-time.ts';
import { HALF_HOUR_MILLISECONDS } from '@relais/platform/time/half-hours.rules.ts';
import { overlapOf, type Period, without } from '@relais/platform/time/periods.rules.ts';
import { type ClosedTime, openPeriod } from '../../centres/centres/closed-time.rules.ts';

export type StayToCut = Period & {
  readonly status: 'HELD' | 'CONFIRMED' | 'ATTENDED';
  /** Held for an offer of dated care, which is taken whole or not at all. */
  readonly isWholeOrNothing: boolean;
};

/** What is left of a stay, `null` where nothing is, and what is lost of it. */
export type CutStay = { readonly left: Period | null; readonly lost: readonly Period[] };

const untouched = (stay: Period): CutStay => ({ left: stay, lost: [] });

/** The end of the half-hour that runs: what is over by then took place. */
const nextHalfHour = (now: Date): number =>
  Math.ceil(now.getTime() / HALF_HOUR_MILLISECONDS) * HALF_HOUR_MILLISECONDS;

/** Care that has begun goes on until the centre closes, and no longer; what has not begun keeps what is left of it. */
const keptOf = (stay: StayToCut, open: Period, now: Date): Period | null => {
  const hasBegun = stay.status === 'ATTENDED' || stay.startsAt <= now;
  if (!hasBegun) return overlapOf(stay, open);
  const firstHalfHour = stay.startsAt.getTime() + HALF_HOUR_MILLISECONDS;
  const endsAt = new Date(Math.max(open.endsAt.getTime(), nextHalfHour(now), firstHalfHour));
  return overlapOf(stay, { startsAt: stay.startsAt, endsAt });
};

/**
 * What a closure takes of a stay on a day. A closure of the whole day leaves care that has begun as it is: where nobody said when the
 * centre closes, the children are collected as agreed.
 */
export const cutStay = (stay: StayToCut, closure: ClosedTime, now: Date): CutStay => {
  const open = openPeriod(dayOf(stay.startsAt), [closure]);
  if (!open) {
    const hasBegun = stay.status === 'ATTENDED' || stay.startsAt <= now;
    return hasBegun ? untouched(stay) : { left: null, lost: [period(stay)] };
  }
  const kept = keptOf(stay, open, now);
  if (!kept) return { left: null, lost: [period(stay)] };
  const lost = without([period(stay)], [kept]);
  if (lost.length > 0 && stay.status === 'HELD' && stay.isWholeOrNothing)
    return { left: null, lost: [period(stay)] };
  return { left: kept, lost };
};

const period = ({ startsAt, endsAt }: Period): Period => ({ startsAt, endsAt });
