import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { moveReasons } from './booking.reasons.ts';
import type { BookingStatus } from './booking-status.ts';

type Refusal = Word<typeof moveReasons>;

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
} as const satisfies Record<BookingStatus, Refusal | null>;

/**
 * Why a booking cannot be moved, wherever to; what stands in the way at the new place is asked as for any booking. Care
 * that has started took place, so that past cover stays true.
 */
export const moveRefusal = (
  booking: MovableBooking,
  { version }: { readonly version: number },
  now: Date,
): Refusal | null => {
  const refusal = refusalsByStatus[booking.status];
  if (refusal) return refusal;
  if (booking.startsAt <= now) return 'ALREADY_STARTED';
  return booking.version === version ? null : 'STALE_VERSION';
};
