import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type RefusalDetails, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { detailsOfStep, stepMessages } from './care-request.messages.ts';
import { lockCareRequest } from './care-request.queries.ts';
import { type RequestStepRefusal, requestStepRefusal } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { stepRequest } from './step-request.ts';

@InputType({ description: 'A request that is refused.' })
export class RefuseCareRequestInput {
  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, as the family may read it (CRPA L211-2).' })
  reason!: string;
}

export type RefuseCareRequestRefusalReason =
  | RequestStepRefusal
  | 'UNKNOWN_CARE_REQUEST'
  | 'REASON_MISSING'
  | 'DECIDED_BY_A_COMMISSION';
export type RefuseCareRequestResult =
  | { careRequest: CareRequest }
  | { refusal: RefuseCareRequestRefusalReason; details?: RefusalDetails };

export const RefuseCareRequestRefusal = refusalOfCatalogue<RefuseCareRequestRefusalReason>(
  'RefuseCareRequestRefusal',
  {
    UNKNOWN_CARE_REQUEST: 'No request has this id.',
    DECIDED_BY_A_COMMISSION: 'Long-term care is decided in an admission commission.',
    REASON_MISSING: 'No reason was given.',
    STALE_VERSION: 'The request changed since it was read.',
    STEP_NOT_ALLOWED: 'A request is refused while it waits for a place, not after.',
  },
  stepMessages,
);

@ObjectType({ description: 'The refused request, or why it stands.' })
export class RefuseCareRequestPayload {
  @Field(() => CareRequest, { nullable: true, description: 'The request, refused; absent when it stands.' })
  careRequest?: CareRequest;

  @Field(() => RefuseCareRequestRefusal, {
    nullable: true,
    description: 'Why it was not refused; absent when it was.',
  })
  refusal?: InstanceType<typeof RefuseCareRequestRefusal>;
}

export const refuseCareRequest = async (
  tx: Transaction,
  { careRequestId, version, reason }: RefuseCareRequestInput,
  { now, user }: Acting,
): Promise<RefuseCareRequestResult> => {
  const careRequest = await lockCareRequest(tx, careRequestId);
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const words = reason.trim();
  const refusal =
    requestStepRefusal(careRequest, version, 'REFUSED') ??
    (careRequest.kind === 'LONG_TERM' ? 'DECIDED_BY_A_COMMISSION' : null) ??
    (words ? null : 'REASON_MISSING');
  if (refusal) return { refusal, details: detailsOfStep(careRequest.status, 'REFUSED') };

  careRequest.refusalReason = words;
  await stepRequest(tx, careRequest, 'REFUSED', { now, user, reason: words });
  return { careRequest };
};
