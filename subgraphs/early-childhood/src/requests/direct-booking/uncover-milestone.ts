import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { giveBackBookings, lockBookingsOfMilestones } from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { publishCoverOfChildren } from '../../care/bookings/publish-cover-of-children.ts';
import { coversOf } from '../../cover/childcare-cover/childcare-cover.queries.ts';
import { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import { lockServedMilestone } from './lock-served-milestone.ts';
import { uncoverReasons } from './uncover-milestone.reasons.ts';
import { givenBackOf } from './uncover-milestone.rules.ts';

@InputType({ description: 'Care that was booked for a milestone and is given back.' })
export class UncoverMilestoneInput extends Previewable {
  @Field(() => ID, { description: 'The milestone; it may be called off.' })
  milestoneId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Which of its bookings; all that have not begun unless given.',
  })
  bookingIds?: string[] | null;

  @Field(() => String, { description: 'Why, in the words of whoever gives it back.' })
  reason!: string;
}

@ObjectType({ description: 'The bookings given back and the cover that is left, or why they stand.' })
export class UncoverMilestonePayload extends payloadOf(
  'UncoverMilestone',
  uncoverReasons,
  'Why nothing was given back; absent when it was.',
) {
  @ListSize(10)
  @Field(() => [Booking], {
    nullable: true,
    description: 'The bookings as cancelled, or as they would be in a preview; absent when refused.',
  })
  bookings?: readonly Booking[];

  @Field(() => ChildcareCover, {
    nullable: true,
    description: 'The cover after, or as it would be in a preview; absent when refused.',
  })
  cover?: ChildcareCover | null;
}

type GivenBack = { readonly bookings: readonly Booking[]; readonly cover: ChildcareCover | null };
type Result = GivenBack | Refused<Word<typeof uncoverReasons>>;

/** Gives bookings back that are held, and notes by whom and why; they are answered as cancelled. */
export const giveBack = async (
  tx: Transaction,
  bookings: readonly Booking[],
  reason: string,
  { user, now }: ActingUser,
): Promise<readonly Booking[]> => {
  await giveBackBookings(tx, bookings, reason);
  await recordSteps(
    tx,
    bookings.map(({ id, familyId, childId, startsAt }) => ({
      kind: 'BOOKING_CANCELLED' as const,
      ...{ familyId, childId, subjectId: id, at: now, doneBy: user.sub },
      facts: { startsAt: startsAt.toISOString(), reason },
    })),
  );
  return bookings.map((booking) =>
    Object.assign(new Booking(), booking, {
      status: 'CANCELLED' as const,
      cancellationReason: reason,
      version: booking.version + 1,
    }),
  );
};

/** Gives back what was booked for a milestone and has not begun, by whoever may book for it: the way back of `coverMilestone`. */
export const uncoverMilestone = async (
  tx: Transaction,
  input: UncoverMilestoneInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const milestone = await lockServedMilestone(tx, input.milestoneId, acting);
  if ('refusal' in milestone) return milestone;
  const served = await lockBookingsOfMilestones(tx, [milestone.id]);
  const given = givenBackOf(served, { ...input, bookingIds: input.bookingIds ?? null }, now);
  if ('refusal' in given) return given;

  return preview(tx, input.preview, async () => {
    const bookings = await giveBack(tx, given, input.reason.trim(), acting);
    const childIds = given.map(({ childId }) => childId);
    await publishCoverOfChildren(tx, given, childIds, now);
    return { bookings, cover: (await coversOf(tx, [milestone])).get(milestone.id) ?? null };
  });
};
