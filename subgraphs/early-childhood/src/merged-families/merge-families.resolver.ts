import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import {
  MergeFamiliesInput,
  type MergeFamiliesResult,
  mergeFamilies,
  refusalsOfMerging,
} from './merge-families.ts';
import { MergeFamiliesPayload, MergeFamiliesRefusal } from './merge-families-payload.ts';

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
    const result: MergeFamiliesResult = await refusedBy(refusalsOfMerging, () =>
      inMutation(context, (tx) => mergeFamilies(tx, input, context)),
    );
    if (!('refusal' in result)) return { ...result, overlappingBookings: [] };
    const overlappingBookings = result.overlapping ?? [];
    return { overlappingBookings, refusal: MergeFamiliesRefusal.of(result.refusal) };
  }
}
