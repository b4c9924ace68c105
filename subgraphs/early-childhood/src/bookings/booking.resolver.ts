import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Section } from '../centres/section.ts';
import type { Context } from '../context.ts';
import { Child } from '../families/child.ts';
import { Family } from '../families/family.ts';
import type { Permission } from '../permissions.ts';
import { Placement } from '../placements/placement.ts';
import { Booking } from './booking.ts';

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
  child(@Root() booking: Booking, @Ctx() { loaders }: Context): Promise<Child | null> {
    return loaders.children.load(booking.childId);
  }

  @FieldResolver(() => Family, { description: 'The family that pays.' })
  family(@Root() booking: Booking, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(booking.familyId);
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
  placement(@Root() booking: Booking, @Ctx() { loaders }: Context): Promise<Placement | null> | null {
    return booking.placementId ? loaders.placements.load(booking.placementId) : null;
  }
}
