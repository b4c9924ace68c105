import { badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Booking } from '../bookings/booking.ts';
import { BookingStatus } from '../bookings/booking-status.ts';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { Placement } from '../placements/placement.ts';
import { Child } from './child.ts';
import { LONGEST_BOOKINGS_SPAN_DAYS, spanProblem } from './family.rules.ts';
import { Family } from './family.ts';

@Resolver(() => Child)
export class ChildResolver {
  @Authorized<Permission>('family:read')
  @Query(() => Child, { nullable: true, description: 'One child; absent when there is none of this id.' })
  child(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Child | null> {
    return loaders.children.load(id);
  }

  // Under shared residence that is another family than the one through which the child was reached.
  @Authorized<Permission>('family:details')
  @FieldResolver(() => Family, { nullable: true, description: 'The family the child is registered with.' })
  family(@Root() child: Child, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(child.familyId);
  }

  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [Placement], { nullable: true, description: 'Its placements, first to last.' })
  placements(@Root() child: Child, @Ctx() { loaders }: Context): Promise<Placement[]> {
    return loaders.placementsOfChild.load(child.id);
  }

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
    @Ctx() { loaders }: Context,
  ): Promise<Booking[]> {
    const problem = spanProblem(from, to, LONGEST_BOOKINGS_SPAN_DAYS);
    if (problem) throw badUserInput('to', inputMessages, problem, { most: LONGEST_BOOKINGS_SPAN_DAYS });
    return loaders.bookingsOfChild(child.id, { startsAt: from, endsAt: to, statuses: statuses ?? null });
  }
}
