import type { Page } from '@relais/platform/graphql/connection.ts';
import { Args, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { FamilyMilestonesArguments, familyMilestones, MilestoneConnection } from './list-milestones.ts';
import type { Milestone } from './milestone.ts';

@Resolver(() => Family)
export class FamilyMilestonesResolver {
  @Authorized<Permission>('milestone:read')
  @FieldResolver(() => MilestoneConnection, {
    nullable: true,
    description: 'The milestones of the family by start; advisors find those of job seekers they follow.',
  })
  milestones(
    @Root() { id }: Family,
    @Args(() => FamilyMilestonesArguments) args: FamilyMilestonesArguments,
    @Ctx() context: Context,
  ): Promise<Page<Milestone>> {
    return familyMilestones(id, args, context);
  }
}
