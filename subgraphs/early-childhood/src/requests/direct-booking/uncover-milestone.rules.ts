import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import type { BookingStatus } from '../../care/bookings/booking-status.ts';
import type { uncoverReasons } from './uncover-milestone.reasons.ts';

type Served = { readonly id: string; readonly startsAt: Date; readonly status: BookingStatus };
type Refusal = Refused<Exclude<Word<typeof uncoverReasons>, 'UNKNOWN_MILESTONE' | 'FAMILY_OBJECTS'>>;

const isHeld = ({ status }: Served): boolean => status === 'HELD' || status === 'CONFIRMED';

/** Why a booking that was named stands. */
const whyNot = (booking: Served | undefined, now: Date): Refusal | null => {
  if (!booking) return { refusal: 'BOOKING_NOT_OF_MILESTONE' };
  if (booking.status === 'CANCELLED') return { refusal: 'ALREADY_CANCELLED' };
  return isHeld(booking) && booking.startsAt > now ? null : { refusal: 'ALREADY_STARTED' };
};

/** All that has not begun is given back. What has begun stays, so that past cover stays true. */
export const allGivenBackOf = <Booking extends Served>(
  served: readonly Booking[],
  reason: string,
  now: Date,
): readonly Booking[] | Refused<'REASON_MISSING' | 'NOTHING_TO_GIVE_BACK'> => {
  if (!reason.trim()) return { refusal: 'REASON_MISSING' };
  const found = served.filter((booking) => !whyNot(booking, now));
  return found.length > 0 ? found : { refusal: 'NOTHING_TO_GIVE_BACK' };
};

/** Which bookings of a milestone are given back: those that are named, all or none, or all that have not begun. */
export const givenBackOf = <Booking extends Served>(
  served: readonly Booking[],
  { bookingIds, reason }: { readonly bookingIds: readonly string[] | null; readonly reason: string },
  now: Date,
): readonly Booking[] | Refusal => {
  if (!bookingIds || !reason.trim()) return allGivenBackOf(served, reason, now);
  const named = bookingIds.map((id) => served.find((booking) => booking.id === id));
  const [refusal] = named.flatMap((booking) => whyNot(booking, now) ?? []);
  if (refusal) return refusal;
  const ids = new Set(bookingIds);
  return allGivenBackOf(
    served.filter(({ id }) => ids.has(id)),
    reason,
    now,
  );
};
