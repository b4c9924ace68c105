import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { MilestoneReference } from '../../cover/childcare-cover/milestone-reference.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Booking } from './booking.ts';

@Resolver(() => MilestoneReference)
export class MilestoneBookingsResolver {
  @Authorized<Permission>('cover:read')
  @ListSize(2)
  @FieldResolver(() => [Booking], {
    nullable: true,
    description: 'The bookings that serve it, first to last; cancelled ones serve it no longer.',
  })
  bookings(@Root() { id }: MilestoneReference, @Ctx() { loaders }: Context): Promise<Booking[]> {
    return loaders.bookingsOfMilestone.load(id);
  }
}
