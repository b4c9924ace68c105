import { inMutation } from '@relais/platform/database/transaction.ts';
import { PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { takeOversOfAgency } from '@relais/platform/professionals/list-take-overs.ts';
import { refusalsOfTakingOver } from '@relais/platform/professionals/take-over.changes.ts';
import { TAKE_OVERS, TakeOverConnection } from '@relais/platform/professionals/take-over.ts';
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { JobSearchStep } from '../job-search-steps/job-search-step.ts';
import type { Permission } from '../permissions.ts';
import { ChangeAdvisorInput, ChangeAdvisorPayload, changeAdvisor } from './change-advisor.ts';
import {
  ChangeJobSeekerCategoryInput,
  ChangeJobSeekerCategoryPayload,
  changeCategory,
} from './change-category.ts';
import {
  CloseJobSeekerFileInput,
  CloseJobSeekerFilePayload,
  closeJobSeekerFile,
} from './close-job-seeker-file.ts';
import { JobSeeker } from './job-seeker.ts';
import {
  TakeOverJobSeekersInput,
  TakeOverJobSeekersPayload,
  takeOverJobSeekers,
} from './take-over-job-seekers.ts';

@Resolver(() => JobSeeker)
export class JobSeekerChangesResolver {
  @Authorized<Permission>('job-search:write')
  @Mutation(() => CloseJobSeekerFilePayload, {
    description:
      'Ends the registration of a job seeker you follow; an end that lies ahead may be dated anew.',
  })
  async closeJobSeekerFile(
    @Arg('input', () => CloseJobSeekerFileInput, { description: 'The end.' }) input: CloseJobSeekerFileInput,
    @Ctx() context: Context,
  ): Promise<CloseJobSeekerFilePayload> {
    return CloseJobSeekerFilePayload.of(
      await inMutation(context, (tx, acting) => closeJobSeekerFile(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => ChangeAdvisorPayload, {
    description: 'Hands a job seeker you follow over to another advisor.',
  })
  async changeAdvisor(
    @Arg('input', () => ChangeAdvisorInput, { description: 'Who takes over.' }) input: ChangeAdvisorInput,
    @Ctx() context: Context,
  ): Promise<ChangeAdvisorPayload> {
    return ChangeAdvisorPayload.of(
      await inMutation(context, (tx, acting) => changeAdvisor(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => ChangeJobSeekerCategoryPayload, {
    description: 'Puts a job seeker you follow into another category.',
  })
  async changeJobSeekerCategory(
    @Arg('input', () => ChangeJobSeekerCategoryInput, { description: 'The category.' })
    input: ChangeJobSeekerCategoryInput,
    @Ctx() context: Context,
  ): Promise<ChangeJobSeekerCategoryPayload> {
    return ChangeJobSeekerCategoryPayload.of(
      await inMutation(context, (tx, acting) => changeCategory(tx, input, acting)),
    );
  }

  @Authorized<Permission>('caseload:hand-on')
  @Query(() => TakeOverConnection, { description: TAKE_OVERS })
  async jobSeekerTakeOvers(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user }: Context,
  ): Promise<TakeOverConnection> {
    const rows = await takeOversOfAgency(db, user.agency, timelinePosition(page), pageSizeOf(page) + 1);
    return pageOf(rows, page, ({ takenAt, id }) => [takenAt.toISOString(), id]);
  }

  @Authorized<Permission>('caseload:hand-on')
  @Mutation(() => TakeOverJobSeekersPayload, {
    description: 'Has an advisor of your agency, or the desk, take over all job seekers of another.',
  })
  async takeOverJobSeekers(
    @Arg('input', () => TakeOverJobSeekersInput, { description: 'Who, from whom, and why.' })
    input: TakeOverJobSeekersInput,
    @Ctx() context: Context,
  ): Promise<TakeOverJobSeekersPayload> {
    return TakeOverJobSeekersPayload.of(
      await inMutation(context, (tx, acting) => takeOverJobSeekers(tx, input, acting), refusalsOfTakingOver),
    );
  }

  @ListSize(8)
  @FieldResolver(() => [JobSearchStep], {
    description: 'What was done to the file: opening, advisors, categories, contract, end; oldest first.',
  })
  history(@Root() { id }: JobSeeker, @Ctx() { loaders }: Context): Promise<JobSearchStep[]> {
    return loaders.stepsOfFile.load(id);
  }
}
