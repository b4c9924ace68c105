import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { AdmitChildInput, AdmitChildPayload, admitChild, refusalsOfAdmission } from './admit-child.ts';

@Resolver()
export class AdmissionResolver {
  @Authorized<Permission>('offer:write')
  @Mutation(() => AdmitChildPayload, {
    description:
      'Admits a child whose family accepted an offer of weekly care: its bookings become those of a placement, and its request ends.',
  })
  async admitChild(
    @Arg('input', () => AdmitChildInput, { description: 'Whose request, and on which terms.' })
    input: AdmitChildInput,
    @Ctx() context: Context,
  ): Promise<AdmitChildPayload> {
    return AdmitChildPayload.of(
      await inMutation(context, (tx, acting) => admitChild(tx, input, acting), refusalsOfAdmission),
    );
  }
}
