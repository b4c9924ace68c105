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
import { UndoMergeInput, UndoMergePayload, undoMerge } from './undo-merge.ts';

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

  @Authorized<Permission>('family:merge')
  @Mutation(() => UndoMergePayload, {
    description:
      'Makes two files again of two that were merged, in every agency: for 30 days, until something of either has changed. What another agency wrote meanwhile stays in the file that had stayed.',
  })
  async undoMerge(
    @Arg('input', () => UndoMergeInput, { description: 'Which file is given back, and why.' })
    input: UndoMergeInput,
    @Ctx() context: Context,
  ): Promise<UndoMergePayload> {
    return UndoMergePayload.of(await inMutation(context, (tx, acting) => undoMerge(tx, input, acting)));
  }
}
