import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { AdmitChildInput, admitChild, refusalsOfAdmission } from './admit-child.ts';
import { AdmitChildPayload, AdmitChildRefusal } from './admit-child-payload.ts';

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
    const result = await refusedBy(refusalsOfAdmission, () =>
      inMutation(context, (tx) => admitChild(tx, input, context)),
    );
    return 'refusal' in result
      ? { refusal: AdmitChildRefusal.of(result.refusal, 'details' in result ? result.details : undefined) }
      : result;
  }
}
