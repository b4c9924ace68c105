import { type DeskList, openDesk } from '@relais/platform/desk/desk.queries.ts';
import { DeskArguments } from '@relais/platform/desk/desk-arguments.ts';
import { DeskItemConnection } from '@relais/platform/desk/desk-item.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { jobSearchDeskSentence } from './job-search-desk.messages.ts';
import { JOB_SEARCH_DESK_DETAILS, JobSearchDeskRow, jobSearchDeskKinds } from './job-search-desk.queries.ts';
import { toldOf } from './job-search-desk.rules.ts';
import { JobSearchDeskKind } from './job-search-desk-kind.ts';

const deskOf = (
  { user, now, sight, language }: Context,
  kinds: readonly JobSearchDeskKind[] | null,
): DeskList<JobSearchDeskRow> => {
  const parameters: unknown[] = [];
  const filter = (permission: Permission) => sight.filter(permission);
  const facts = {
    ...{ advisorId: user.sub, now, today: dayOf(now) },
    ...{ milestones: filter('milestone:list'), cover: filter('cover:read') },
    followUps: filter('follow-up:list'),
    add: (value: unknown): string => `$${parameters.push(value)}`,
  };
  return {
    kinds: jobSearchDeskKinds(kinds, facts),
    details: JOB_SEARCH_DESK_DETAILS,
    shape: JobSearchDeskRow,
    agency: 'employment',
    told: (row) => ({ ...toldOf(row.kind), sentence: jobSearchDeskSentence(row, language) }),
    parameters,
  };
};

@Resolver()
export class JobSearchDeskResolver {
  @Authorized<Permission>('milestone:list')
  @Query(() => DeskItemConnection, {
    description:
      'What waits for the signed-in advisor in job search: milestones that lack care, outcomes and follow-ups to record, of their own job seekers. Referrals and tasks are at `benefitsDesk`.',
  })
  async jobSearchDesk(
    @Args(() => DeskArguments) args: DeskArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('kinds', () => [JobSearchDeskKind], { nullable: true, description: 'Only of these kinds.' })
    kinds?: JobSearchDeskKind[] | null,
  ) {
    await sayWhatIsLeftOut<Permission>(context, info, 'milestone:list');
    return openDesk(context.db, deskOf(context, kinds ?? null), args, context.now);
  }
}
