import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { historyShown } from '../../history/care-history/preview-with-history.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import {
  ChangeCareRequestInput,
  ChangeCareRequestPayload,
  changeCareRequest,
} from './change-care-request.ts';
import {
  ConfirmCareRequestInput,
  ConfirmCareRequestPayload,
  confirmCareRequest,
} from './confirm-care-request.ts';
import {
  ProposeAlternativeInput,
  ProposeAlternativePayload,
  proposeAlternative,
} from './propose-alternative.ts';
import {
  RecordRequestNoticeInput,
  RecordRequestNoticePayload,
  recordRequestNotice,
} from './record-request-notice.ts';
import {
  RefuseCareRequestInput,
  RefuseCareRequestPayload,
  refuseCareRequest,
} from './refuse-care-request.ts';
import {
  SubmitCareRequestInput,
  SubmitCareRequestPayload,
  submitCareRequest,
} from './submit-care-request.ts';
import {
  WithdrawCareRequestInput,
  WithdrawCareRequestPayload,
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
    return SubmitCareRequestPayload.of(
      await inMutation(context, (tx, acting) => submitCareRequest(tx, input, acting)),
    );
  }

  @Authorized<Permission>('care-request:write')
  @Mutation(() => ConfirmCareRequestPayload, {
    description:
      'Notes that the family needs the care still: for six more months. A request that lapsed waits again, at its old rank.',
  })
  async confirmCareRequest(
    @Arg('input', () => ConfirmCareRequestInput, { description: 'Which request.' })
    input: ConfirmCareRequestInput,
    @Ctx() context: Context,
  ): Promise<ConfirmCareRequestPayload> {
    return ConfirmCareRequestPayload.of(
      await inMutation(context, (tx, acting) => confirmCareRequest(tx, input, acting)),
    );
  }

  @Authorized<Permission>('care-request:write')
  @Mutation(() => RecordRequestNoticePayload, {
    description:
      'Notes that the family was asked whether it needs the care still: without its answer the request lapses thirty days later. None lapses without that.',
  })
  async recordRequestNotice(
    @Arg('input', () => RecordRequestNoticeInput, { description: 'Which request.' })
    input: RecordRequestNoticeInput,
    @Ctx() context: Context,
  ): Promise<RecordRequestNoticePayload> {
    return RecordRequestNoticePayload.of(
      await inMutation(context, (tx, acting) => recordRequestNotice(tx, input, acting)),
    );
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
    return RefuseCareRequestPayload.of(
      await inMutation(context, (tx, acting) => refuseCareRequest(tx, input, acting)),
    );
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
    return ChangeCareRequestPayload.of(
      await inMutation(context, (tx, acting) => changeCareRequest(tx, input, acting)),
    );
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
    return ProposeAlternativePayload.of(
      await inMutation(context, (tx, acting) => proposeAlternative(tx, input, acting)),
    );
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
    const result = await inMutation(context, (tx, acting) => withdrawCareRequest(tx, input, acting));
    return WithdrawCareRequestPayload.of(historyShown(context, result));
  }
}
