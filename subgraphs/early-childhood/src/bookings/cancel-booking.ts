import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { publishCoverOfFamilies } from '../childcare-cover/publish-cover.ts';
import { Child } from '../families/child.ts';
import { familiesOfChild, lockBooking } from './booking.queries.ts';
import { type CancelBookingRefusalReason, cancelRefusal } from './booking.rules.ts';
import type { Booking } from './booking.ts';

@InputType({ description: 'A booking to give back.' })
export class CancelBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, in the words of whoever cancels.' })
  reason!: string;
}

export type CancelBookingResult = { booking: Booking } | { refusal: CancelBookingRefusalReason };

/** Frees the place at once and shows the gaps that appear. */
export const cancelBooking = async (
  tx: Transaction,
  input: CancelBookingInput,
  now: Date,
): Promise<CancelBookingResult> => {
  const booking = await lockBooking(tx, input.bookingId);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const refusal = cancelRefusal(booking, input, now);
  if (refusal) return { refusal };

  booking.status = 'CANCELLED';
  booking.cancellationReason = input.reason.trim();
  booking.version += 1;
  await tx.save(booking);
  const child = await tx.findOneByOrFail(Child, { id: booking.childId });
  await publishCoverOfFamilies(tx, await familiesOfChild(tx, child), now);
  return { booking };
};
