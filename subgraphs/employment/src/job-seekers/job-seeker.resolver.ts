import { inMutation } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Adult } from '../known-families/adult.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { statusOn } from './job-seeker.rules.ts';
import { JobSeeker, JobSeekerStatus } from './job-seeker.ts';
import {
  OpenJobSeekerFileInput,
  OpenJobSeekerFilePayload,
  openJobSeekerFile,
} from './open-job-seeker-file.ts';

@Resolver(() => JobSeeker)
export class JobSeekerResolver {
  @Authorized<Permission>('job-seeker:read')
  @Query(() => JobSeeker, {
    nullable: true,
    description: 'A job seeker; advisors find only those they follow.',
  })
  jobSeeker(
    @Arg('id', () => ID, { description: 'The id of the job seeker.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<JobSeeker | null> {
    return loaders.jobSeekers.load(id);
  }

  @Authorized<Permission>('job-seeker:open')
  @Mutation(() => OpenJobSeekerFilePayload, {
    description:
      'Registers an adult as a job seeker followed by the signed-in advisor, who follows the family already: in its team, as whoever accepts a referral is, or as advisor of another adult.',
  })
  async openJobSeekerFile(
    @Arg('input', () => OpenJobSeekerFileInput, { description: 'The registration.' })
    input: OpenJobSeekerFileInput,
    @Ctx() context: Context,
  ): Promise<OpenJobSeekerFilePayload> {
    return OpenJobSeekerFilePayload.of(
      await inMutation(context, (tx, acting) => openJobSeekerFile(tx, input, acting)),
    );
  }

  @FieldResolver(() => Adult, { description: 'The person.' })
  adult(@Root() { adultId, familyId }: JobSeeker): Adult {
    return { id: adultId, familyId };
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family of the person; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: JobSeeker): Family {
    return { id: familyId };
  }

  @FieldResolver(() => JobSeekerStatus, { description: 'Whether registered today.' })
  status(@Root() jobSeeker: JobSeeker, @Ctx() { now }: Context): JobSeekerStatus {
    return statusOn(jobSeeker, dayOf(now));
  }
}
