import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import type { Page } from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { AdvisorMilestonesArguments, advisorMilestones, MilestoneConnection } from './list-milestones.ts';
import { Milestone } from './milestone.ts';
import { MilestoneStatus } from './milestone-status.ts';

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Authorized<Permission>('milestone:read')
  @Query(() => Milestone, {
    nullable: true,
    description: 'A milestone; advisors find only those of job seekers they follow.',
  })
  milestone(
    @Arg('id', () => ID, { description: 'The id of the milestone.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Milestone | null> {
    return loaders.milestones.load(id);
  }

  @Authorized<Permission>('milestone:list')
  @Query(() => MilestoneConnection, {
    description:
      'The milestones of the job seekers whom the signed-in advisor follows, by start or uncovered first.',
  })
  async milestones(
    @Args(() => AdvisorMilestonesArguments) args: AdvisorMilestonesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Milestone>> {
    await sayWhatIsLeftOut<Permission>(context, info, 'milestone:list');
    return advisorMilestones(args, context);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family of the job seeker; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: Milestone): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Boolean, { description: 'It was called off: nobody is expected any more.' })
  isCancelled(@Root() { status }: Milestone): boolean {
    return status === MilestoneStatus.CANCELLED;
  }

  @Authorized<Permission>('milestone:details')
  @ListSize(1)
  @FieldResolver(() => [Correction], { nullable: true, description: CORRECTIONS })
  corrections(@Root() { id }: Milestone, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }

  @Authorized<Permission>('job-seeker:read')
  @FieldResolver(() => JobSeeker, { nullable: true, description: 'The job seeker whose step it is.' })
  jobSeeker(@Root() { jobSeekerId }: Milestone, @Ctx() { loaders }: Context): Promise<JobSeeker | null> {
    return loaders.jobSeekers.load(jobSeekerId);
  }
}
