import { inMutation } from '@relais/platform/database/transaction.ts';
import { refusalsOfTakingOver } from '@relais/platform/professionals/take-over.changes.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { TakeOverFamiliesInput, TakeOverFamiliesPayload, takeOverFamilies } from './take-over-families.ts';

@Resolver()
export class TakingOverResolver {
  @Authorized<Permission>('caseload:hand-on')
  @Mutation(() => TakeOverFamiliesPayload, {
    description:
      'Has a colleague of your agency take over all families of another: memberships, open tasks and referrals.',
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
