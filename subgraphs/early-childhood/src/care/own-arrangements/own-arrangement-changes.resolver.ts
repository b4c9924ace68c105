import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import {
  CorrectOwnArrangementInput,
  CorrectOwnArrangementPayload,
  correctOwnArrangement,
} from './correct-own-arrangement.ts';
import {
  EndOwnArrangementInput,
  EndOwnArrangementPayload,
  endOwnArrangement,
} from './end-own-arrangement.ts';
import { OwnArrangement } from './own-arrangement.ts';
import {
  RemoveOwnArrangementInput,
  RemoveOwnArrangementPayload,
  removeOwnArrangement,
} from './remove-own-arrangement.ts';

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
    return EndOwnArrangementPayload.of(
      await inMutation(context, (tx, acting) => endOwnArrangement(tx, input, acting)),
    );
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
    return RemoveOwnArrangementPayload.of(
      await inMutation(context, (tx, acting) => removeOwnArrangement(tx, input, acting)),
    );
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
    return CorrectOwnArrangementPayload.of(
      await inMutation(context, (tx, acting) => correctOwnArrangement(tx, input, acting)),
    );
  }
}
