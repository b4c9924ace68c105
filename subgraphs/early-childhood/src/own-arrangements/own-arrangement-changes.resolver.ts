import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { CorrectOwnArrangementInput, correctOwnArrangement } from './correct-own-arrangement.ts';
import { EndOwnArrangementInput, endOwnArrangement } from './end-own-arrangement.ts';
import { OwnArrangement } from './own-arrangement.ts';
import {
  CorrectOwnArrangementPayload,
  CorrectOwnArrangementRefusal,
  EndOwnArrangementPayload,
  EndOwnArrangementRefusal,
  RemoveOwnArrangementPayload,
  RemoveOwnArrangementRefusal,
} from './own-arrangement-changes-payload.ts';
import { RemoveOwnArrangementInput, removeOwnArrangement } from './remove-own-arrangement.ts';

@Resolver(() => OwnArrangement)
export class OwnArrangementChangesResolver {
  @Authorized<Permission>('own-arrangement:write')
  @Mutation(() => EndOwnArrangementPayload, {
    description: 'Lets a weekly arrangement hold no longer from a day on; cover loses it at once.',
  })
  async endOwnArrangement(
    @Arg('input', () => EndOwnArrangementInput, { description: 'What ends, and from when.' })
    input: EndOwnArrangementInput,
    @Ctx() context: Context,
  ): Promise<EndOwnArrangementPayload> {
    const result = await inMutation(context, (tx) => endOwnArrangement(tx, input, context));
    if (!('refusal' in result)) return result;
    return { refusal: EndOwnArrangementRefusal.of(result.refusal), uncoveredMilestones: [] };
  }

  @Authorized<Permission>('own-arrangement:write')
  @Mutation(() => RemoveOwnArrangementPayload, {
    description: 'Takes away what has not passed of an arrangement, so that past cover stays true.',
  })
  async removeOwnArrangement(
    @Arg('input', () => RemoveOwnArrangementInput, { description: 'What falls through.' })
    input: RemoveOwnArrangementInput,
    @Ctx() context: Context,
  ): Promise<RemoveOwnArrangementPayload> {
    const result = await inMutation(context, (tx) => removeOwnArrangement(tx, input, context));
    if (!('refusal' in result)) return result;
    return { refusal: RemoveOwnArrangementRefusal.of(result.refusal), uncoveredMilestones: [] };
  }

  @Authorized<Permission>('own-arrangement:write')
  @Mutation(() => CorrectOwnArrangementPayload, {
    description: 'Puts an arrangement right that has not begun; one that has is ended and recorded anew.',
  })
  async correctOwnArrangement(
    @Arg('input', () => CorrectOwnArrangementInput, { description: 'What it should say.' })
    input: CorrectOwnArrangementInput,
    @Ctx() context: Context,
  ): Promise<CorrectOwnArrangementPayload> {
    const result = await inMutation(context, (tx) => correctOwnArrangement(tx, input, context));
    if (!('refusal' in result)) return result;
    return { refusal: CorrectOwnArrangementRefusal.of(result.refusal), uncoveredMilestones: [] };
  }
}
