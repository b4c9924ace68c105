import type { MaybePromise } from '@relais/platform/maybe-promise.ts';
import type { Booking } from '../bookings/booking.ts';
import type { Loaders } from '../wing.ts';
import { halfHoursDue, mayShareHours } from './attendance-times.rules.ts';

/** The half-hours due of a booking; others are asked for only where one of them may have a half-hour of it. */
export const dueOf = (
  booking: Booking,
  { bookingsBeside }: Pick<Loaders, 'bookingsBeside'>,
): MaybePromise<number> =>
  mayShareHours(booking)
    ? bookingsBeside.load(booking.id).then((beside) => halfHoursDue(booking, beside))
    : halfHoursDue(booking, []);
