import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type RefusalDetails, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { detailsOfStep, stepMessages } from './care-request.messages.ts';
import { lockCareRequest } from './care-request.queries.ts';
import { type RequestStepRefusal, requestStepRefusal } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { stepRequest } from './step-request.ts';

@InputType({ description: 'Another solution for a family while no place is free.' })
export class ProposeAlternativeInput {
  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'The solution, in words the family understands.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Whom to ask about it, where known.' })
  contact?: string | null;
}

export type ProposeAlternativeRefusalReason = RequestStepRefusal | 'UNKNOWN_CARE_REQUEST' | 'TEXT_MISSING';
export type ProposeAlternativeResult =
  | { careRequest: CareRequest }
  | { refusal: ProposeAlternativeRefusalReason; details?: RefusalDetails };

export const ProposeAlternativeRefusal = refusalOfCatalogue<ProposeAlternativeRefusalReason>(
  'ProposeAlternativeRefusal',
  {
    UNKNOWN_CARE_REQUEST: 'No request has this id.',
    TEXT_MISSING: 'The solution is not described.',
    STALE_VERSION: 'The request changed since it was read.',
    STEP_NOT_ALLOWED: 'The request does not wait for a place.',
  },
  stepMessages,
);

@ObjectType({ description: 'The request with the solution proposed, or why there is none.' })
export class ProposeAlternativePayload {
  @Field(() => CareRequest, {
    nullable: true,
    description: 'The request, which waits on; absent when refused.',
  })
  careRequest?: CareRequest;

  @Field(() => ProposeAlternativeRefusal, {
    nullable: true,
    description: 'Why nothing was proposed; absent when it was.',
  })
  refusal?: InstanceType<typeof ProposeAlternativeRefusal>;
}

/** Helps the family to another solution; its request stays open and keeps its rank. */
export const proposeAlternative = async (
  tx: Transaction,
  { careRequestId, version, text, contact = null }: ProposeAlternativeInput,
  { now, user }: Acting,
): Promise<ProposeAlternativeResult> => {
  const careRequest = await lockCareRequest(tx, careRequestId);
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const words = text.trim();
  const refusal =
    requestStepRefusal(careRequest, version, 'ALTERNATIVE_PROPOSED') ?? (words ? null : 'TEXT_MISSING');
  if (refusal) return { refusal, details: detailsOfStep(careRequest.status, 'ALTERNATIVE_PROPOSED') };

  careRequest.alternative = words;
  careRequest.alternativeContact = contact?.trim() || null;
  await stepRequest(tx, careRequest, 'ALTERNATIVE_PROPOSED', { now, user, reason: words });
  return { careRequest };
};
