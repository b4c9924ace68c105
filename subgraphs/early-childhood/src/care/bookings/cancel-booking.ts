import type { ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { publishNotedCover, settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { uncoveredMilestones } from '../../cover/childcare-cover/uncovered-milestone.queries.ts';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import {
  type HistoryAsItWouldBe,
  previewWithHistory,
} from '../../history/care-history/preview-with-history.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { familiesOfChildren, lockBookingFor } from './booking.queries.ts';
import { cancelReasons } from './booking.reasons.ts';
import { cancelRefusal, isDueAllTheSame } from './booking.rules.ts';
import { Booking } from './booking.ts';

@InputType({
  description:
    'A booking to give back. Once care has begun its place is free from then on, and it costs what an absence does (`halfHoursDue`), unless it was booked after it had begun, within the last half hour.',
})
export class CancelBookingInput extends Previewable {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, in the words of whoever cancels.' })
  reason!: string;
}

@ObjectType({ description: 'The cancelled booking, or why it stands.' })
export class CancelBookingPayload extends payloadOf(
  'CancelBooking',
  cancelReasons,
  'Why it was not cancelled; absent when it was.',
) {
  @Field(() => Booking, {
    nullable: true,
    description: 'The booking as cancelled, or as it would be in a preview; absent when refused.',
  })
  booking?: Booking;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones: UncoveredMilestone[] = [];
}

/** A changed booking, and the milestones that its change leaves without care. */
export type ChangedBooking = {
  readonly booking: Booking;
  readonly uncoveredMilestones: UncoveredMilestone[];
};

type Result = ChangedBooking | Refused<Word<typeof cancelReasons>>;

const cancel = async (tx: Transaction, input: CancelBookingInput, acting: ActingSeer): Promise<Result> => {
  const { user, now } = acting;
  const booking = await lockBookingFor(tx, input.bookingId, acting);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const refusal = cancelRefusal(booking, input, now);
  if (refusal) return { refusal };

  const didCover = booking.status === 'CONFIRMED';
  const familyIds = await familiesOfChildren(tx, [booking.childId]);
  const past = await settlePastCovers(tx, { familyIds, since: booking.startsAt }, now);
  const reason = input.reason.trim();
  const cancelled = await store(tx, Booking, booking, {
    status: 'CANCELLED',
    cancellationReason: reason,
    cancelledAfterStart: isDueAllTheSame(booking, now),
  });
  const step = { id: newId(), kind: 'BOOKING_CANCELLED' } as const;
  await recordStep(tx, {
    ...step,
    familyId: booking.familyId,
    childId: booking.childId,
    subjectId: booking.id,
    at: now,
    doneBy: user.sub,
    facts: { startsAt: booking.startsAt.toISOString(), reason },
  });
  const uncovered = didCover ? await uncoveredMilestones(tx, { stays: [booking], familyIds }, now) : [];
  await publishNotedCover(tx, past, step, now);
  return { booking: cancelled, uncoveredMilestones: uncovered };
};

const cancelledIn = (result: Result) => ('refusal' in result ? null : result.booking);

/** Frees the place at once and shows the gaps that appear. */
export const cancelBooking = (
  tx: Transaction,
  input: CancelBookingInput,
  acting: ActingSeer,
): Promise<Result & HistoryAsItWouldBe> =>
  previewWithHistory(tx, input.preview, () => cancel(tx, input, acting), cancelledIn);
