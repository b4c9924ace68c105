import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from './loaders.ts';
import { MilestoneReference } from './milestone-reference.ts';
import { Ride } from './ride.ts';

@Resolver(() => MilestoneReference)
export class RideResolver {
  @Authorized('ride:read')
  @Query(() => Ride, { nullable: true, description: 'One ride.' })
  sharedRide(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Ride | null> {
    return loaders.rides.load(id);
  }

  @Authorized('ride:read')
  @FieldResolver(() => Ride, { nullable: true, description: 'The ride there; absent when nobody drives.' })
  ride(@Root() { id }: MilestoneReference, @Ctx() { loaders }: Context): Promise<Ride | null> {
    return loaders.rideToMilestone.load(id);
  }
}
