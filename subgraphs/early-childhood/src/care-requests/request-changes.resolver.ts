import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import {
  ChangeCareRequestInput,
  ChangeCareRequestPayload,
  ChangeCareRequestRefusal,
  changeCareRequest,
} from './change-care-request.ts';
import {
  ProposeAlternativeInput,
  ProposeAlternativePayload,
  ProposeAlternativeRefusal,
  proposeAlternative,
} from './propose-alternative.ts';
import {
  RefuseCareRequestInput,
  RefuseCareRequestPayload,
  RefuseCareRequestRefusal,
  refuseCareRequest,
} from './refuse-care-request.ts';
import { SubmitCareRequestInput, submitCareRequest } from './submit-care-request.ts';
import { SubmitCareRequestPayload, SubmitCareRequestRefusal } from './submit-care-request-payload.ts';
import {
  WithdrawCareRequestInput,
  WithdrawCareRequestPayload,
  WithdrawCareRequestRefusal,
  withdrawCareRequest,
} from './withdraw-care-request.ts';

@Resolver()
export class RequestChangesResolver {
  @Authorized<Permission>('care-request:write')
  @Mutation(() => SubmitCareRequestPayload, {
    description: 'Takes a family’s request of care for one child.',
  })
  async submitCareRequest(
    @Arg('input', () => SubmitCareRequestInput, { description: 'What the family needs.' })
    input: SubmitCareRequestInput,
    @Ctx() context: Context,
  ): Promise<SubmitCareRequestPayload> {
    const result = await inMutation(context, (tx) => submitCareRequest(tx, input, context));
    return 'refusal' in result ? { refusal: SubmitCareRequestRefusal.of(result.refusal) } : result;
  }

  @Authorized<Permission>('care-request:decide')
  @Mutation(() => RefuseCareRequestPayload, {
    description: 'Refuses a request that waits for a place, with the reason that the family is told.',
  })
  async refuseCareRequest(
    @Arg('input', () => RefuseCareRequestInput, { description: 'What to refuse, and why.' })
    input: RefuseCareRequestInput,
    @Ctx() context: Context,
  ): Promise<RefuseCareRequestPayload> {
    const result = await inMutation(context, (tx) => refuseCareRequest(tx, input, context));
    return 'refusal' in result
      ? { refusal: RefuseCareRequestRefusal.of(result.refusal, result.details) }
      : result;
  }

  @Authorized<Permission>('care-request:write')
  @Mutation(() => ChangeCareRequestPayload, {
    description: 'Changes the choices or dates of a request that waits; it keeps its rank.',
  })
  async changeCareRequest(
    @Arg('input', () => ChangeCareRequestInput, { description: 'What changes.' })
    input: ChangeCareRequestInput,
    @Ctx() context: Context,
  ): Promise<ChangeCareRequestPayload> {
    const result = await inMutation(context, (tx) => changeCareRequest(tx, input, context));
    return 'refusal' in result ? { refusal: ChangeCareRequestRefusal.of(result.refusal) } : result;
  }

  @Authorized<Permission>('care-request:decide')
  @Mutation(() => ProposeAlternativePayload, {
    description: 'Helps a family to another solution while no place is free; its request stays open.',
  })
  async proposeAlternative(
    @Arg('input', () => ProposeAlternativeInput, { description: 'The solution.' })
    input: ProposeAlternativeInput,
    @Ctx() context: Context,
  ): Promise<ProposeAlternativePayload> {
    const result = await inMutation(context, (tx) => proposeAlternative(tx, input, context));
    return 'refusal' in result
      ? { refusal: ProposeAlternativeRefusal.of(result.refusal, result.details) }
      : result;
  }

  @Authorized<Permission>('care-request:write')
  @Mutation(() => WithdrawCareRequestPayload, {
    description: 'Ends a request that the family needs no longer; a place held for it is given back.',
  })
  async withdrawCareRequest(
    @Arg('input', () => WithdrawCareRequestInput, { description: 'What to withdraw.' })
    input: WithdrawCareRequestInput,
    @Ctx() context: Context,
  ): Promise<WithdrawCareRequestPayload> {
    const result = await inMutation(context, (tx) => withdrawCareRequest(tx, input, context));
    if (!('refusal' in result)) return result;
    return {
      refusal: WithdrawCareRequestRefusal.of(result.refusal, result.details),
      uncoveredMilestones: [],
    };
  }
}
