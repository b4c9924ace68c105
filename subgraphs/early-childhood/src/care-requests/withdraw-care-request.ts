import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { type RefusalDetails, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { previewChange } from '../bookings/preview-change.ts';
import { withdrawStandingOffer } from '../care-offers/withdraw-standing-offer.ts';
import { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import { detailsOfStep, stepMessages } from './care-request.messages.ts';
import { lockCareRequest } from './care-request.queries.ts';
import { type RequestStepRefusal, requestStepRefusal } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { stepRequest } from './step-request.ts';

@InputType({ description: 'A request that the family needs no longer.' })
export class WithdrawCareRequestInput {
  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Why, where the family said it.' })
  reason?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

export type WithdrawCareRequestRefusalReason = RequestStepRefusal | 'UNKNOWN_CARE_REQUEST';
export type WithdrawCareRequestResult =
  | { careRequest: CareRequest; uncoveredMilestones: UncoveredMilestone[] }
  | { refusal: WithdrawCareRequestRefusalReason; details?: RefusalDetails };

export const WithdrawCareRequestRefusal = refusalOfCatalogue<WithdrawCareRequestRefusalReason>(
  'WithdrawCareRequestRefusal',
  {
    UNKNOWN_CARE_REQUEST: 'No request has this id.',
    STALE_VERSION: 'The request changed since it was read.',
    STEP_NOT_ALLOWED: 'The request is over: placed, refused or withdrawn already.',
  },
  stepMessages,
);

@ObjectType({ description: 'The withdrawn request, or why it stands.' })
export class WithdrawCareRequestPayload {
  @Field(() => CareRequest, { nullable: true, description: 'The request, withdrawn; absent when it stands.' })
  careRequest?: CareRequest;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover with an accepted place, first to last.',
  })
  uncoveredMilestones!: UncoveredMilestone[];

  @Field(() => WithdrawCareRequestRefusal, {
    nullable: true,
    description: 'Why it was not withdrawn; absent when it was.',
  })
  refusal?: InstanceType<typeof WithdrawCareRequestRefusal>;
}

const withdraw = async (
  tx: Transaction,
  { careRequestId, version, reason = null }: WithdrawCareRequestInput,
  { now, user }: Acting,
): Promise<WithdrawCareRequestResult> => {
  const careRequest = await lockCareRequest(tx, careRequestId);
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const refusal = requestStepRefusal(careRequest, version, 'WITHDRAWN');
  if (refusal) return { refusal, details: detailsOfStep(careRequest.status, 'WITHDRAWN') };

  const words = reason?.trim() || null;
  await stepRequest(tx, careRequest, 'WITHDRAWN', { now, user, reason: words });
  const uncovered = await withdrawStandingOffer(tx, careRequest, words, now);
  return { careRequest, uncoveredMilestones: uncovered };
};

/** Ends a request that waits, or whose place is held or accepted: such a place is given back in the same transaction. */
export const withdrawCareRequest = (
  tx: Transaction,
  input: WithdrawCareRequestInput,
  acting: Acting,
): Promise<WithdrawCareRequestResult> => previewChange(tx, input.preview, () => withdraw(tx, input, acting));
