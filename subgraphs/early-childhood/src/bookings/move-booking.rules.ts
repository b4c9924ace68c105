import type { BookingObstacle } from './booking.rules.ts';
import type { BookingStatus } from './booking-status.ts';

type StandingReason =
  | 'NOT_CONFIRMED'
  | 'ALREADY_ATTENDED'
  | 'ALREADY_CANCELLED'
  | 'ALREADY_STARTED'
  | 'STALE_VERSION';

/** A move is a booking at another time or place, so whatever stands in the way of a booking stands in its way too. */
export type MoveBookingRefusalReason =
  | 'UNKNOWN_BOOKING'
  | 'UNKNOWN_SECTION'
  | StandingReason
  | BookingObstacle;

type MovableBooking = {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly version: number;
};

/** A held place is part of an offer, which is made for that time only. */
const refusalsByStatus = {
  HELD: 'NOT_CONFIRMED',
  CONFIRMED: null,
  ATTENDED: 'ALREADY_ATTENDED',
  ABSENT: 'ALREADY_ATTENDED',
  CANCELLED: 'ALREADY_CANCELLED',
} as const satisfies Record<BookingStatus, StandingReason | null>;

/** Why a booking cannot be moved, wherever to. Care that has started took place, so that past cover stays true. */
export const moveRefusal = (
  booking: MovableBooking,
  { version }: { readonly version: number },
  now: Date,
): StandingReason | null => {
  const refusal = refusalsByStatus[booking.status];
  if (refusal) return refusal;
  if (booking.startsAt <= now) return 'ALREADY_STARTED';
  return booking.version === version ? null : 'STALE_VERSION';
};
