import { inMutation, inMutationByKeys } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { refusalsOfBooking } from '../../care/bookings/place-booking.ts';
import { knowPlace } from '../../centres/centres/know-place.ts';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { BookCareInput, BookCarePayload, bookCare } from './book-care.ts';
import { CoverAlternative } from './cover-alternative.ts';
import { CoverMilestoneInput, CoverMilestonePayload, coverMilestone } from './cover-milestone.ts';
import {
  CoverMilestoneSeriesInput,
  CoverMilestoneSeriesPayload,
  coverMilestoneSeries,
} from './cover-milestone-series.ts';
import { UncoverMilestoneInput, UncoverMilestonePayload, uncoverMilestone } from './uncover-milestone.ts';
import {
  UncoverMilestoneSeriesInput,
  UncoverMilestoneSeriesPayload,
  uncoverMilestoneSeries,
} from './uncover-milestone-series.ts';

@Resolver(() => CoverAlternative)
export class DirectBookingResolver {
  @Authorized<Permission>('booking:write')
  @Mutation(() => BookCarePayload, { description: 'Books care for a child; the place is confirmed at once.' })
  async bookCare(
    @Arg('input', () => BookCareInput, { description: 'What to book.' }) input: BookCareInput,
    @Ctx() context: Context,
  ): Promise<BookCarePayload> {
    const done = await inMutationByKeys(
      context,
      (tx, acting) => bookCare(tx, input, acting),
      refusalsOfBooking,
    );
    if ('refusal' in done) return BookCarePayload.of(done);
    const { place, ...booked } = done;
    knowPlace(context, place);
    return BookCarePayload.of(booked);
  }

  @Authorized<Permission>('cover:write')
  @Mutation(() => CoverMilestonePayload, {
    description:
      'Books the best options for all gaps of all children of a milestone: all of them, or none. An advisor covers the milestones of their own job seekers.',
  })
  async coverMilestone(
    @Arg('input', () => CoverMilestoneInput, { description: 'The milestone to cover.' })
    input: CoverMilestoneInput,
    @Ctx() context: Context,
  ): Promise<CoverMilestonePayload> {
    return CoverMilestonePayload.of(await coverMilestone(context, input));
  }

  @Authorized<Permission>('cover:write')
  @Mutation(() => UncoverMilestonePayload, {
    description:
      'Gives back what was booked for a milestone and has not begun, all of what is named or nothing. Of a milestone that is called off or moved as well. An advisor gives back what serves their own job seekers’ milestones.',
  })
  async uncoverMilestone(
    @Arg('input', () => UncoverMilestoneInput, { description: 'What to give back.' })
    input: UncoverMilestoneInput,
    @Ctx() context: Context,
  ): Promise<UncoverMilestonePayload> {
    return UncoverMilestonePayload.of(
      await inMutation(context, (tx, acting) => uncoverMilestone(tx, input, acting)),
    );
  }

  @Authorized<Permission>('cover:write')
  @Mutation(() => CoverMilestoneSeriesPayload, {
    description:
      'Books care for the milestones of a series that are not over, each whole or not at all; each has its own answer. Days left out and what is covered already stay as they are. An advisor covers the series of their own job seekers.',
  })
  async coverMilestoneSeries(
    @Arg('input', () => CoverMilestoneSeriesInput, { description: 'The series to cover.' })
    input: CoverMilestoneSeriesInput,
    @Ctx() context: Context,
  ): Promise<CoverMilestoneSeriesPayload> {
    return CoverMilestoneSeriesPayload.of(await coverMilestoneSeries(context, input));
  }

  @Authorized<Permission>('cover:write')
  @Mutation(() => UncoverMilestoneSeriesPayload, {
    description:
      'Gives back what was booked for the milestones of a series and has not begun, also of those that are called off.',
  })
  async uncoverMilestoneSeries(
    @Arg('input', () => UncoverMilestoneSeriesInput, { description: 'What to give back.' })
    input: UncoverMilestoneSeriesInput,
    @Ctx() context: Context,
  ): Promise<UncoverMilestoneSeriesPayload> {
    return UncoverMilestoneSeriesPayload.of(await uncoverMilestoneSeries(context, input));
  }

  @FieldResolver(() => Child, { description: 'The child that lacks care.' })
  child(@Root() { childId }: CoverAlternative, @Ctx() { loaders }: Context): Promise<Child | null> {
    return loaders.children.load(childId);
  }
}
