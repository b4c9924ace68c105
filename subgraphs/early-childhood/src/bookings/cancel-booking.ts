import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { keepCareStep } from '../care-steps/care-step.queries.ts';
import { publishNotedCover, settlePastCovers } from '../childcare-cover/publish-cover.ts';
import { uncoveredMilestones } from '../childcare-cover/uncovered-milestone.queries.ts';
import type { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import type { Change } from '../context.ts';
import { familiesOfChildren, lockBooking } from './booking.queries.ts';
import { type CancelBookingRefusalReason, cancelRefusal } from './booking.rules.ts';
import type { Booking } from './booking.ts';
import { previewChange } from './preview-change.ts';

@InputType({ description: 'A booking to give back.' })
export class CancelBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, in the words of whoever cancels.' })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

/** A changed booking, and the milestones that its change leaves without care. */
export type ChangedBooking = {
  readonly booking: Booking;
  readonly uncoveredMilestones: UncoveredMilestone[];
};

export type CancelBookingResult = ChangedBooking | { refusal: CancelBookingRefusalReason };

const cancel = async (
  tx: Transaction,
  input: CancelBookingInput,
  { user, now }: Change,
): Promise<CancelBookingResult> => {
  const booking = await lockBooking(tx, input.bookingId);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const refusal = cancelRefusal(booking, input, now);
  if (refusal) return { refusal };

  const didCover = booking.status === 'CONFIRMED';
  const familyIds = await familiesOfChildren(tx, [booking.childId]);
  const past = await settlePastCovers(tx, { familyIds, since: booking.startsAt }, now);
  booking.status = 'CANCELLED';
  booking.cancellationReason = input.reason.trim();
  booking.version += 1;
  await tx.save(booking);
  const step = { id: newId(), kind: 'BOOKING_CANCELLED' } as const;
  await keepCareStep(tx, {
    ...step,
    familyId: booking.familyId,
    childId: booking.childId,
    subjectId: booking.id,
    at: now,
    doneBy: user.sub,
    facts: { startsAt: booking.startsAt.toISOString(), reason: booking.cancellationReason },
  });
  const uncovered = didCover ? await uncoveredMilestones(tx, { stays: [booking], familyIds }, now) : [];
  await publishNotedCover(tx, past, step, now);
  return { booking, uncoveredMilestones: uncovered };
};

/** Frees the place at once and shows the gaps that appear. */
export const cancelBooking = (
  tx: Transaction,
  input: CancelBookingInput,
  change: Change,
): Promise<CancelBookingResult> => previewChange(tx, input.preview, () => cancel(tx, input, change));
