import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Arg, Authorized, Ctx, FieldResolver, Float, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import { Milestone } from '../milestones/milestone.ts';
import type { Permission } from '../permissions.ts';
import {
  AgreeEngagementContractInput,
  AgreeEngagementContractPayload,
  agreeEngagementContract,
} from './agree-engagement-contract.ts';
import { weeklyHoursOn } from './engagement-contract.rules.ts';
import { EngagementContract } from './engagement-contract.ts';
import { HoursReduction } from './hours-reduction.ts';
import {
  ReduceWeeklyHoursInput,
  ReduceWeeklyHoursPayload,
  reduceWeeklyHours,
} from './reduce-weekly-hours.ts';

@Resolver(() => EngagementContract)
export class EngagementContractResolver {
  @Authorized<Permission>('job-search:write')
  @Mutation(() => AgreeEngagementContractPayload, {
    description: 'Records the engagement contract signed with a job seeker you follow.',
  })
  async agreeEngagementContract(
    @Arg('input', () => AgreeEngagementContractInput, { description: 'The contract.' })
    input: AgreeEngagementContractInput,
    @Ctx() context: Context,
  ): Promise<AgreeEngagementContractPayload> {
    return AgreeEngagementContractPayload.of(
      await inMutation(context, (tx, acting) => agreeEngagementContract(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => ReduceWeeklyHoursPayload, {
    description:
      'Records that a lone parent without childcare owes fewer hours for a time, on the evidence of a milestone.',
  })
  async reduceWeeklyHours(
    @Arg('input', () => ReduceWeeklyHoursInput, { description: 'The decision.' })
    input: ReduceWeeklyHoursInput,
    @Ctx() context: Context,
  ): Promise<ReduceWeeklyHoursPayload> {
    return ReduceWeeklyHoursPayload.of(
      await inMutation(context, (tx, acting) => reduceWeeklyHours(tx, input, acting)),
    );
  }

  @ListSize(5)
  @FieldResolver(() => [HoursReduction], { description: 'The reductions of the hours, oldest first.' })
  reductions(@Root() { id }: EngagementContract, @Ctx() { loaders }: Context): Promise<HoursReduction[]> {
    return loaders.reductionsOfContract.load(id);
  }

  @FieldResolver(() => Float, { description: 'Hours of activity a week owed today, reductions included.' })
  async weeklyHoursToday(@Root() contract: EngagementContract, @Ctx() context: Context): Promise<number> {
    const reductions = await context.loaders.reductionsOfContract.load(contract.id);
    return weeklyHoursOn(contract, reductions, dayOf(context.now));
  }
}

@Resolver(() => HoursReduction)
export class HoursReductionResolver {
  @FieldResolver(() => Milestone, {
    nullable: true,
    description: 'The milestone that is the evidence; advisors find those of job seekers they follow.',
  })
  milestone(@Root() { milestoneId }: HoursReduction, @Ctx() { loaders }: Context): Promise<Milestone | null> {
    return loaders.milestones.load(milestoneId);
  }

  @ListSize(1)
  @FieldResolver(() => [Correction], {
    description: `${CORRECTIONS} The evidence itself stays as it was when hours were reduced.`,
  })
  corrections(@Root() { id }: HoursReduction, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }
}

@Resolver(() => JobSeeker)
export class JobSeekerContractResolver {
  @FieldResolver(() => EngagementContract, {
    nullable: true,
    description: 'The engagement contract in force: the newest one.',
  })
  async engagementContract(
    @Root() { id }: JobSeeker,
    @Ctx() { loaders }: Context,
  ): Promise<EngagementContract | null> {
    const [newest] = await loaders.contractsOfJobSeeker.load(id);
    return newest ?? null;
  }
}
