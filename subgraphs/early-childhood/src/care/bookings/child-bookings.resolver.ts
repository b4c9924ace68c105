import { badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { spanProblem } from '@relais/platform/time/span.rules.ts';
import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Booking } from './booking.ts';
import { BookingStatus } from './booking-status.ts';

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
    @Ctx() { loaders }: Context,
  ): Promise<Booking[]> {
    const problem = spanProblem(from, to, LONGEST_SPAN_DAYS);
    if (problem) throw badUserInput('to', inputMessages, problem, { most: LONGEST_SPAN_DAYS });
    return loaders.bookingsOfChild(child.id, { startsAt: from, endsAt: to, statuses: statuses ?? null });
  }
}
