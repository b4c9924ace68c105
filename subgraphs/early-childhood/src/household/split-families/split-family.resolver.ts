import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { refusalsOfSplitting, SplitFamilyInput, SplitFamilyPayload, splitFamily } from './split-family.ts';

@Resolver()
export class SplitFamilyResolver {
  @Authorized<Permission>('family:split')
  @Mutation(() => SplitFamilyPayload, {
    description:
      'Makes two files of one when a couple separates. The adults who leave take their benefits and job search along, the children who go their care to come, requests and history; resources, notes, tasks and the support team stay with the file. Whoever splits is the first of the new file’s team, and what binds the file (objections, a protected address, a restriction) binds both. Care that is over stays with the family that had it, and is shown there alone. Whoever fled from the other keeps the file, with what was noted in it: name the other as leaving.',
  })
  async splitFamily(
    @Arg('input', () => SplitFamilyInput, { description: 'Who leaves, and where to.' })
    input: SplitFamilyInput,
    @Ctx() context: Context,
  ): Promise<SplitFamilyPayload> {
    return SplitFamilyPayload.of(
      await inMutation(context, (tx, acting) => splitFamily(tx, input, acting), refusalsOfSplitting),
    );
  }
}
