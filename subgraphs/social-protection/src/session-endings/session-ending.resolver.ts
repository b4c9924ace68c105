import { auditor } from '@relais/platform/auth/user.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { sessionEndingsOf } from './session-ending.queries.ts';
import { SessionEnding } from './session-ending.ts';

const SessionEndingConnection = connectionOf('SessionEnding', () => SessionEnding);

@Resolver()
export class SessionEndingResolver {
  @Authorized<Permission>('session-ending:list')
  @Query(() => SessionEndingConnection, {
    description:
      'Who ended all sessions of whom, newest first: to an auditor all of it, to an administrator what people of their agency ended.',
  })
  async sessionEndings(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user }: Context,
  ): Promise<InstanceType<typeof SessionEndingConnection>> {
    const agency = auditor(user) ? null : user.agency;
    const rows = await sessionEndingsOf(db, agency, timelinePosition(page), pageSizeOf(page) + 1);
    return pageOf(rows, page, ({ endedAt, id }) => [endedAt.toISOString(), id]);
  }
}
