import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockRequestFor } from './care-request.queries.ts';
import { refuseReasons } from './care-request.reasons.ts';
import { CareRequest } from './care-request.ts';
import { stepRefused, stepRequest } from './step-request.ts';

@InputType({ description: 'A request that is refused.' })
export class RefuseCareRequestInput {
  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, as the family may read it (CRPA L211-2).' })
  reason!: string;
}

@ObjectType({ description: 'The refused request, or why it stands.' })
export class RefuseCareRequestPayload extends payloadOf(
  'RefuseCareRequest',
  refuseReasons,
  'Why it was not refused; absent when it was.',
) {
  @Field(() => CareRequest, { nullable: true, description: 'The request, refused; absent when it stands.' })
  careRequest?: CareRequest;
}

type Result = { careRequest: CareRequest } | Refused<Word<typeof refuseReasons>>;

export const refuseCareRequest = async (
  tx: Transaction,
  { careRequestId, version, reason }: RefuseCareRequestInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now, user } = acting;
  const careRequest = await lockRequestFor(tx, careRequestId, acting, 'care-request:decide');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const refused = stepRefused(careRequest, version, 'REFUSED');
  if (refused) return refused;
  if (careRequest.kind === 'LONG_TERM') return { refusal: 'DECIDED_BY_A_COMMISSION' };
  const words = reason.trim();
  if (!words) return { refusal: 'REASON_MISSING' };

  const step = { now, user, reason: words, changes: { refusalReason: words } };
  return { careRequest: await stepRequest(tx, careRequest, 'REFUSED', step) };
};
