import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { ChooseStaffRatioInput, ChooseStaffRatioPayload, chooseStaffRatio } from './choose-staff-ratio.ts';
import {
  RecordStaffPresentInput,
  RecordStaffPresentPayload,
  recordStaffPresent,
} from './record-staff-present.ts';
import { RecordWalkingInput, RecordWalkingPayload, recordWalking } from './record-walking.ts';

@Resolver()
export class StaffPresentResolver {
  @Authorized<Permission>('attendance:write')
  @Mutation(() => RecordStaffPresentPayload, {
    description:
      'Notes how many adults are with the children of a centre, half-hour by half-hour, today or ahead. Centre staff note it for their own centres.',
  })
  async recordStaffPresent(
    @Arg('input', () => RecordStaffPresentInput, { description: 'How many, and when.' })
    input: RecordStaffPresentInput,
    @Ctx() context: Context,
  ): Promise<RecordStaffPresentPayload> {
    return RecordStaffPresentPayload.of(
      await inMutation(context, (tx, acting) => recordStaffPresent(tx, input, acting)),
    );
  }

  @Authorized<Permission>('attendance:write')
  @Mutation(() => ChooseStaffRatioPayload, {
    description:
      'Chooses by which ratio a centre has adults with its children, from a day on (code de la santé publique R2324-46-4). Centre staff choose for their own centres.',
  })
  async chooseStaffRatio(
    @Arg('input', () => ChooseStaffRatioInput, { description: 'Which ratio, and from when.' })
    input: ChooseStaffRatioInput,
    @Ctx() context: Context,
  ): Promise<ChooseStaffRatioPayload> {
    return ChooseStaffRatioPayload.of(
      await inMutation(context, (tx, acting) => chooseStaffRatio(tx, input, acting)),
    );
  }

  @Authorized<Permission>('attendance:write')
  @Mutation(() => RecordWalkingPayload, {
    description:
      'Notes that a child walks, or does not after all: until then it is counted as one that does not. Centre staff note it of the children that they receive.',
  })
  async recordWalking(
    @Arg('input', () => RecordWalkingInput, { description: 'Which child, and since when.' })
    input: RecordWalkingInput,
    @Ctx() context: Context,
  ): Promise<RecordWalkingPayload> {
    return RecordWalkingPayload.of(
      await inMutation(context, (tx, acting) => recordWalking(tx, input, acting)),
    );
  }
}
