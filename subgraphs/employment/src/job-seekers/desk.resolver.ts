import { inMutation } from '@relais/platform/database/transaction.ts';
import { PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { filesAtDesk } from './desk.queries.ts';
import { JobSeekerAtDeskConnection } from './job-seeker-at-desk.ts';
import { TakeJobSeekerInput, TakeJobSeekerPayload, takeJobSeeker } from './take-job-seeker.ts';

@Resolver()
export class DeskResolver {
  @Authorized<Permission>('job-seeker:take')
  @Query(() => JobSeekerAtDeskConnection, {
    description:
      'The job-seeker files that wait at the desk of your agency for an advisor, the longest waiting first; for its advisors.',
  })
  async jobSeekersAtDesk(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user, sight }: Context,
  ) {
    const seen = sight.filter('job-seeker:take' satisfies Permission);
    const asked = { after: timelinePosition(page), rows: pageSizeOf(page) + 1 };
    const rows = await filesAtDesk(db, { agency: user.agency, seen }, asked);
    return pageOf(rows, page, ({ since, id }) => [since.toISOString(), id]);
  }

  @Authorized<Permission>('job-seeker:take')
  @Mutation(() => TakeJobSeekerPayload, {
    description: 'Makes you the advisor of a job seeker who waits at the desk of your agency.',
  })
  async takeJobSeeker(
    @Arg('input', () => TakeJobSeekerInput, { description: 'Whom.' }) input: TakeJobSeekerInput,
    @Ctx() context: Context,
  ): Promise<TakeJobSeekerPayload> {
    return TakeJobSeekerPayload.of(
      await inMutation(context, (tx, acting) => takeJobSeeker(tx, input, acting)),
    );
  }
}
