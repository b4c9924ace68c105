import type { ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { hasChildLeft, lockRequestFor } from './care-request.queries.ts';
import { confirmReasons } from './care-request.reasons.ts';
import { CareRequest } from './care-request.ts';
import { confirmRefusal } from './confirmation.rules.ts';
import { recordRequestStep } from './step-request.ts';

@InputType({
  description: 'A request of which the family says that it is needed still (« toujours d’actualité »).',
})
export class ConfirmCareRequestInput {
  @Field(() => ID, { description: 'The request; one that lapsed waits again, at its old rank.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

@ObjectType({ description: 'The request, needed for six more months, or why that was not noted.' })
export class ConfirmCareRequestPayload extends payloadOf(
  'ConfirmCareRequest',
  confirmReasons,
  'Why nothing was noted; absent when it was.',
) {
  @Field(() => CareRequest, { nullable: true, description: 'The request; absent when refused.' })
  careRequest?: CareRequest;
}

type Result = { readonly careRequest: CareRequest } | Refused<Word<typeof confirmReasons>>;

/** Notes that the family needs the care still: its word holds for six months from now. */
export const confirmCareRequest = async (
  tx: Transaction,
  { careRequestId, version }: ConfirmCareRequestInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now } = acting;
  const careRequest = await lockRequestFor(tx, careRequestId, acting, 'care-request:write');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const asked = { version, hasChildLeft: await hasChildLeft(tx, careRequest) };
  const refusal = confirmRefusal(careRequest, asked, now);
  if (refusal) return { refusal };

  const status = careRequest.status === 'LAPSED' ? 'SUBMITTED' : careRequest.status;
  const confirmed = await store(tx, CareRequest, careRequest, {
    status,
    confirmedAt: now,
    noticeSentAt: null,
  });
  await recordRequestStep(tx, confirmed, 'CARE_REQUEST_CONFIRMED', acting);
  return { careRequest: confirmed };
};
