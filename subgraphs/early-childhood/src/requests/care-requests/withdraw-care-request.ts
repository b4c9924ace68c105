import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import {
  type HistoryAsItWouldBe,
  previewWithHistory,
} from '../../history/care-history/preview-with-history.ts';
import { withdrawStandingOffer } from '../care-offers/withdraw-standing-offer.ts';
import { lockRequestFor } from './care-request.queries.ts';
import { withdrawRequestReasons } from './care-request.reasons.ts';
import { CareRequest } from './care-request.ts';
import { stepRefused, stepRequest } from './step-request.ts';

@InputType({ description: 'A request that the family needs no longer.' })
export class WithdrawCareRequestInput extends Previewable {
  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Why, where the family said it.' })
  reason?: string | null;
}

@ObjectType({ description: 'The withdrawn request, or why it stands.' })
export class WithdrawCareRequestPayload extends payloadOf(
  'WithdrawCareRequest',
  withdrawRequestReasons,
  'Why it was not withdrawn; absent when it was.',
) {
  @Field(() => CareRequest, { nullable: true, description: 'The request, withdrawn; absent when it stands.' })
  careRequest?: CareRequest;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover with an accepted place, first to last.',
  })
  uncoveredMilestones: UncoveredMilestone[] = [];
}

type Result =
  | { careRequest: CareRequest; uncoveredMilestones: UncoveredMilestone[] }
  | Refused<Word<typeof withdrawRequestReasons>>;

const withdraw = async (
  tx: Transaction,
  { careRequestId, version, reason = null }: WithdrawCareRequestInput,
  acting: ActingUser,
  givenBackFrom: Date,
): Promise<Result> => {
  const { now, user } = acting;
  const careRequest = await lockRequestFor(tx, careRequestId, acting, 'care-request:write');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const refused = stepRefused(careRequest, version, 'WITHDRAWN');
  if (refused) return refused;

  const words = reason?.trim() || null;
  const withdrawn = await stepRequest(tx, careRequest, 'WITHDRAWN', { now, user, reason: words });
  const uncovered = await withdrawStandingOffer(tx, withdrawn, words, { now, givenBackFrom });
  return { careRequest: withdrawn, uncoveredMilestones: uncovered };
};

const withdrawnIn = (result: Result) => ('refusal' in result ? null : result.careRequest);

/** Ends a request that waits, or whose place is held or accepted: such a place is given back in the same transaction, its care from a moment on. */
export const withdrawCareRequest = (
  tx: Transaction,
  input: WithdrawCareRequestInput,
  acting: ActingUser,
  givenBackFrom = acting.now,
): Promise<Result & HistoryAsItWouldBe> =>
  previewWithHistory(tx, input.preview, () => withdraw(tx, input, acting, givenBackFrom), withdrawnIn);
