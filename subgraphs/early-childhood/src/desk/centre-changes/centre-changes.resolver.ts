import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { refusalsOfIds } from './centre-change.reasons.ts';
import { ChangeCentreInput, ChangeCentrePayload, changeCentre } from './change-centre.ts';
import {
  CloseCentreForGoodInput,
  CloseCentreForGoodPayload,
  closeCentreForGood,
} from './close-centre-for-good.ts';
import { OpenCentreInput, OpenCentrePayload, openCentre } from './open-centre.ts';

@Resolver()
export class CentreChangesResolver {
  @Authorized<Permission>('centre:write')
  @Mutation(() => OpenCentrePayload, {
    description: 'Opens a centre from a day on: what it takes from then on can be booked at once.',
  })
  async openCentre(
    @Arg('input', () => OpenCentreInput, { description: 'What it is, and from when.' })
    input: OpenCentreInput,
    @Ctx() context: Context,
  ): Promise<OpenCentrePayload> {
    return OpenCentrePayload.of(
      await inMutation(context, (tx, acting) => openCentre(tx, input, acting), refusalsOfIds),
    );
  }

  @Authorized<Permission>('centre:write')
  @Mutation(() => ChangeCentrePayload, {
    description:
      'Makes a centre another one from a day on: places, hours, kinds of care, sections. It is refused while more is booked than would fit; the bookings are named.',
  })
  async changeCentre(
    @Arg('input', () => ChangeCentreInput, { description: 'What changes, and from when.' })
    input: ChangeCentreInput,
    @Ctx() context: Context,
  ): Promise<ChangeCentrePayload> {
    return ChangeCentrePayload.of(
      await inMutation(context, (tx, acting) => changeCentre(tx, input, acting), refusalsOfIds),
    );
  }

  @Authorized<Permission>('centre:write')
  @Mutation(() => CloseCentreForGoodPayload, {
    description:
      'Closes a centre for good: its bookings from that day are given back, its placements end, its open offers are withdrawn. What is booked is named and asked about first. Withdrawing the closure opens it again; what was given back is not booked anew.',
  })
  async closeCentreForGood(
    @Arg('input', () => CloseCentreForGoodInput, { description: 'Which centre, from when and why.' })
    input: CloseCentreForGoodInput,
    @Ctx() context: Context,
  ): Promise<CloseCentreForGoodPayload> {
    return CloseCentreForGoodPayload.of(
      await inMutation(context, (tx, acting) => closeCentreForGood(tx, input, acting)),
    );
  }
}
