import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import {
  MergeFamiliesInput,
  MergeFamiliesPayload,
  mergeFamilies,
  refusalsOfMerging,
} from './merge-families.ts';

@Resolver()
export class MergeFamiliesResolver {
  @Authorized<Permission>('family:merge')
  @Mutation(() => MergeFamiliesPayload, {
    description: 'Makes one file of a family that was registered twice; nothing is lost, in no agency.',
  })
  async mergeFamilies(
    @Arg('input', () => MergeFamiliesInput, { description: 'Which file stays, and who is in both.' })
    input: MergeFamiliesInput,
    @Ctx() context: Context,
  ): Promise<MergeFamiliesPayload> {
    return MergeFamiliesPayload.of(
      await inMutation(context, (tx, acting) => mergeFamilies(tx, input, acting), refusalsOfMerging),
    );
  }
}
