import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { inMutation, inMutationByKeys } from '@relais/platform/database/transaction.ts';
import { badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { spanProblem } from '@relais/platform/time/span.rules.ts';
import {
  Arg,
  Authorized,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Section } from '../../centres/centres/section.ts';
import { MilestoneReference } from '../../cover/childcare-cover/milestone-reference.ts';
import { Child } from '../../families/families/child.ts';
import { childSeenFrom } from '../../families/families/child-seen-from.ts';
import { Family } from '../../families/families/family.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { historyShown } from '../../history/care-history/preview-with-history.ts';
import type { Permission } from '../../permissions.ts';
import { explanationFor } from '../place-explanations/explanation-for.ts';
import { PlaceExplanation } from '../place-explanations/place-explanation.ts';
import { isFamiliarisation } from '../placements/familiarisation.rules.ts';
import { Placement } from '../placements/placement.ts';
import type { Context } from '../wing.ts';
import { askedBookings } from './booking.queries.ts';
import { Booking } from './booking.ts';
import { BookingStatus } from './booking-status.ts';
import { CancelBookingInput, CancelBookingPayload, cancelBooking } from './cancel-booking.ts';
import { CorrectAttendanceInput, CorrectAttendancePayload, correctAttendance } from './correct-attendance.ts';
import { MoveBookingInput, MoveBookingPayload, moveBooking, refusalsOfMove } from './move-booking.ts';
import { RecordAttendanceInput, RecordAttendancePayload, recordAttendance } from './record-attendance.ts';
import { careOfFile, leadsTo, servingOf } from './whose-care.ts';

@Resolver(() => Booking)
export class BookingResolver {
  @Authorized<Permission>('care:read')
  @Query(() => Booking, { nullable: true, description: 'One booking; absent when there is none of this id.' })
  booking(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Booking | null> {
    return loaders.bookings.load(id);
  }

  @FieldResolver(() => Child, { description: 'The child it is for.' })
  child(@Root() { childId, familyId }: Booking, @Ctx() context: Context): Promise<Child | null> {
    return childSeenFrom(context, childId, familyId);
  }

  @Authorized<Permission>('care:read')
  @FieldResolver(() => Family, { nullable: true, description: 'The family that pays.' })
  family(@Root() booking: Booking, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(booking.familyId);
  }

  @Authorized<Permission>('care:read')
  @FieldResolver(() => PlaceExplanation, {
    nullable: true,
    description: 'Why this place, when it was chosen among options to cover a milestone; absent otherwise.',
  })
  explanation(
    @Root() { explanation, familyId }: Booking,
    @Ctx() context: Context,
  ): Promise<PlaceExplanation | null> {
    return explanationFor(explanation, familyId, context);
  }

  @FieldResolver(() => Section, { description: 'Where the child is looked after.' })
  section(@Root() booking: Booking, @Ctx() { loaders }: Context): Promise<Section | null> {
    return loaders.sections.load(booking.sectionId);
  }

  @Authorized<Permission>('care:read')
  @FieldResolver(() => Placement, {
    nullable: true,
    description: 'The placement it comes from; absent when booked by itself.',
  })
  async placement(@Root() booking: Booking, @Ctx() context: Context): Promise<Placement | null> {
    const { placementId } = booking;
    const placement = placementId ? await context.loaders.placements.load(placementId) : null;
    // It may have become another family's since, and says where the child is now.
    return placement && (await leadsTo(booking, placement.familyId, context)) ? placement : null;
  }

  @Authorized<Permission>('care:read')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether it is one of the short stays in which a child gets used to the centre.',
  })
  async isFamiliarisation(
    @Root() { placementId, startsAt, endsAt }: Booking,
    @Ctx() { loaders }: Context,
  ): Promise<boolean> {
    const placement = placementId ? await loaders.placements.load(placementId) : null;
    return isFamiliarisation({ startsAt, endsAt }, placement?.familiarisation ?? []);
  }

  @Authorized<Permission>('care:read')
  @ListSize(5)
  @FieldResolver(() => [CareStep], {
    nullable: true,
    description: 'What was done with it, oldest first; empty for one that a placement brought.',
  })
  history(@Root() { id }: Booking, @Ctx() { loaders }: Context): Promise<CareStep[]> {
    return loaders.stepsOfSubject.load(id);
  }

  @Authorized<Permission>('booking:write')
  @Mutation(() => CancelBookingPayload, {
    description: 'Gives a booked place back, before the care is over.',
  })
  async cancelBooking(
    @Arg('input', () => CancelBookingInput, { description: 'What to cancel.' }) input: CancelBookingInput,
    @Ctx() context: Context,
  ): Promise<CancelBookingPayload> {
    const result = await inMutationByKeys(context, (tx, acting) => cancelBooking(tx, input, acting));
    return CancelBookingPayload.of(historyShown(context, result));
  }

  @Authorized<Permission>('booking:write')
  @Mutation(() => MoveBookingPayload, {
    description:
      'Moves booked care to another time or section, by the rules of booking: the old place is given back only if the new one is free.',
  })
  async moveBooking(
    @Arg('input', () => MoveBookingInput, { description: 'What to move, and where to.' })
    input: MoveBookingInput,
    @Ctx() context: Context,
  ): Promise<MoveBookingPayload> {
    const result = await inMutationByKeys(
      context,
      (tx, acting) => moveBooking(tx, input, acting),
      refusalsOfMove,
    );
    return MoveBookingPayload.of(historyShown(context, result));
  }

  @Authorized<Permission>('attendance:write')
  @Mutation(() => RecordAttendancePayload, {
    description:
      'Notes whether a child came, once care has started; both still cover. Centre staff note it for their own centres.',
  })
  async recordAttendance(
    @Arg('input', () => RecordAttendanceInput, { description: 'Whether the child came.' })
    input: RecordAttendanceInput,
    @Ctx() context: Context,
  ): Promise<RecordAttendancePayload> {
    return RecordAttendancePayload.of(
      await inMutationByKeys(context, (tx, acting) => recordAttendance(tx, input, acting)),
    );
  }

  @Authorized<Permission>('attendance:write')
  @Mutation(() => CorrectAttendancePayload, {
    description:
      'Puts right whether a child came, with the reason; what was noted before stays readable. Centre staff do so for their own centres.',
  })
  async correctAttendance(
    @Arg('input', () => CorrectAttendanceInput, { description: 'What was noted wrongly, and why.' })
    input: CorrectAttendanceInput,
    @Ctx() context: Context,
  ): Promise<CorrectAttendancePayload> {
    return CorrectAttendancePayload.of(
      await inMutation(context, (tx, acting) => correctAttendance(tx, input, acting)),
    );
  }

  @Authorized<Permission>('care:read')
  @ListSize(1)
  @FieldResolver(() => [Correction], { nullable: true, description: CORRECTIONS })
  corrections(@Root() { id }: Booking, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }
}

/** A placement lasts a year at most, and is looked at whole. */
const LONGEST_SPAN_DAYS = 400;

@Resolver(() => Child)
export class ChildBookingsResolver {
  @Authorized<Permission>('care:read')
  // Of a quarter, as screens ask; a whole year is held by the budget of objects within this agency.
  @ListSize(60)
  @FieldResolver(() => [Booking], {
    nullable: true,
    description: 'Its bookings that touch this span, first to last.',
  })
  bookings(
    @Root() child: Child,
    @Arg('from', () => DateTime, { description: 'Start of the span.' }) from: Date,
    @Arg('to', () => DateTime, { description: 'End of the span, 400 days later at most.' }) to: Date,
    @Arg('statuses', () => [BookingStatus], {
      nullable: true,
      description: 'Only those in one of these states; all of them when absent, cancelled ones included.',
    })
    statuses: BookingStatus[] | null,
    @Ctx() context: Context,
  ): Promise<Booking[]> {
    const problem = spanProblem(from, to, LONGEST_SPAN_DAYS);
    if (problem) throw badUserInput('to', inputMessages, problem, { most: LONGEST_SPAN_DAYS });
    const asked = context.loaders.bookingsOfChild.load(child.id, askedBookings({ from, to, statuses }));
    return asked.then((bookings) => careOfFile(child, bookings, context));
  }
}

@Resolver(() => MilestoneReference)
export class MilestoneBookingsResolver {
  @Directive('@requires(fields: "family { id }")')
  @Authorized<Permission>('milestone-bookings:read')
  @ListSize(2)
  @FieldResolver(() => [Booking], {
    nullable: true,
    description: 'The bookings that serve it, first to last; cancelled ones serve it no longer.',
  })
  async bookings(
    @Root() { id, family }: MilestoneReference,
    @Ctx() context: Context,
  ): Promise<readonly Booking[]> {
    return servingOf(await context.loaders.bookingsOfMilestone.load(id), family.id, context);
  }
}
