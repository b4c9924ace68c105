import { inMutation } from '@relais/platform/database/transaction.ts';
import { PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { takeOversOfAgency } from '@relais/platform/professionals/list-take-overs.ts';
import { refusalsOfTakingOver } from '@relais/platform/professionals/take-over.changes.ts';
import { TAKE_OVERS, TakeOverConnection } from '@relais/platform/professionals/take-over.ts';
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { TakeOverFamiliesInput, TakeOverFamiliesPayload, takeOverFamilies } from './take-over-families.ts';

@Resolver()
export class TakingOverResolver {
  @Authorized<Permission>('caseload:hand-on')
  @Query(() => TakeOverConnection, { description: TAKE_OVERS })
  async familyTakeOvers(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user }: Context,
  ): Promise<TakeOverConnection> {
    const rows = await takeOversOfAgency(db, user.agency, timelinePosition(page), pageSizeOf(page) + 1);
    return pageOf(rows, page, ({ takenAt, id }) => [takenAt.toISOString(), id]);
  }

  @Authorized<Permission>('caseload:hand-on')
  @Mutation(() => TakeOverFamiliesPayload, {
    description:
      'Has a colleague of your agency, or the desk, take over all families of another: memberships, open tasks and referrals.',
  })
  async takeOverFamilies(
    @Arg('input', () => TakeOverFamiliesInput, { description: 'Who, from whom, and why.' })
    input: TakeOverFamiliesInput,
    @Ctx() context: Context,
  ): Promise<TakeOverFamiliesPayload> {
    return TakeOverFamiliesPayload.of(
      await inMutation(context, (tx, acting) => takeOverFamilies(tx, input, acting), refusalsOfTakingOver),
    );
  }
}
