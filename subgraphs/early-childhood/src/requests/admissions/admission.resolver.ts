import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { shownAsItWouldBe } from '../../care/placements/as-it-would-be.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { AdmitChildInput, AdmitChildPayload, admitChild, refusalsOfAdmission } from './admit-child.ts';

@Resolver()
export class AdmissionResolver {
  @Authorized<Permission>('offer:write')
  @Mutation(() => AdmitChildPayload, {
    description:
      'Admits a child whose family accepted an offer of weekly care: its bookings become those of a placement, and its request ends. Days of familiarisation are booked before the agreed hours.',
  })
  async admitChild(
    @Arg('input', () => AdmitChildInput, { description: 'Whose request, and on which terms.' })
    input: AdmitChildInput,
    @Ctx() context: Context,
  ): Promise<AdmitChildPayload> {
    const result = await inMutation(
      context,
      (tx, acting) => admitChild(tx, input, acting),
      refusalsOfAdmission,
    );
    return AdmitChildPayload.of(shownAsItWouldBe(context, result));
  }
}
