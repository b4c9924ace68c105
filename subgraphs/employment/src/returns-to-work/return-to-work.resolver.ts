import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import type { Permission } from '../permissions.ts';
import {
  CorrectReturnToWorkInput,
  CorrectReturnToWorkPayload,
  correctReturnToWork,
} from './correct-return-to-work.ts';
import {
  RecordReturnToWorkInput,
  RecordReturnToWorkPayload,
  recordReturnToWork,
} from './record-return-to-work.ts';
import { ReturnToWork } from './return-to-work.ts';

@Resolver(() => ReturnToWork)
export class ReturnToWorkResolver {
  @Authorized<Permission>('job-seeker:read')
  @Query(() => ReturnToWork, {
    nullable: true,
    description: 'A return to work; advisors find only those of job seekers they follow.',
  })
  returnToWork(
    @Arg('id', () => ID, { description: 'The id of the return.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ReturnToWork | null> {
    return loaders.returnsToWork.load(id);
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => RecordReturnToWorkPayload, {
    description: 'Records the exit of a job seeker to employment, training or education.',
  })
  async recordReturnToWork(
    @Arg('input', () => RecordReturnToWorkInput, { description: 'The exit.' }) input: RecordReturnToWorkInput,
    @Ctx() context: Context,
  ): Promise<RecordReturnToWorkPayload> {
    return RecordReturnToWorkPayload.of(
      await inMutation(context, (tx, acting) => recordReturnToWork(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => CorrectReturnToWorkPayload, {
    description:
      'Puts right what was recorded of a return to work, and the end of the registration with it; what it said before stays readable.',
  })
  async correctReturnToWork(
    @Arg('input', () => CorrectReturnToWorkInput, { description: 'What was otherwise, and why.' })
    input: CorrectReturnToWorkInput,
    @Ctx() context: Context,
  ): Promise<CorrectReturnToWorkPayload> {
    return CorrectReturnToWorkPayload.of(
      await inMutation(context, (tx, acting) => correctReturnToWork(tx, input, acting)),
    );
  }

  @ListSize(1)
  @FieldResolver(() => [Correction], { description: CORRECTIONS })
  corrections(@Root() { id }: ReturnToWork, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }

  @FieldResolver(() => JobSeeker, { nullable: true, description: 'Who returned to work.' })
  jobSeeker(@Root() { jobSeekerId }: ReturnToWork, @Ctx() { loaders }: Context): Promise<JobSeeker | null> {
    return loaders.jobSeekers.load(jobSeekerId);
  }
}

@Resolver(() => JobSeeker)
export class JobSeekerReturnsResolver {
  @ListSize(2)
  @FieldResolver(() => [ReturnToWork], {
    description: 'The returns to work of the job seeker, oldest first.',
  })
  returnsToWork(@Root() { id }: JobSeeker, @Ctx() { loaders }: Context): Promise<ReturnToWork[]> {
    return loaders.returnsOfJobSeeker.load(id);
  }
}
