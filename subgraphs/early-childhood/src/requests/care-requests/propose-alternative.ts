import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { alternativeProblem, asSaid, withAlternative } from './care-alternative.rules.ts';
import { lockRequestFor } from './care-request.queries.ts';
import { alternativeReasons } from './care-request.reasons.ts';
import { CareRequest } from './care-request.ts';
import { stepRefused, stepRequest } from './step-request.ts';

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

  @Field(() => String, {
    nullable: true,
    description: 'The telephone number to call about it, French or international.',
  })
  phone?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The alternative that this one replaces, as when its number was wrong; it stays readable. Without, this is another one.',
  })
  replacesId?: string | null;
}

@ObjectType({ description: 'The request with the solution proposed, or why there is none.' })
export class ProposeAlternativePayload extends payloadOf(
  'ProposeAlternative',
  alternativeReasons,
  'Why nothing was proposed; absent when it was.',
) {
  @Field(() => CareRequest, {
    nullable: true,
    description: 'The request, which waits on; absent when refused.',
  })
  careRequest?: CareRequest;
}

type Result = { careRequest: CareRequest } | Refused<Word<typeof alternativeReasons>>;

/** Helps the family to another solution, as often as it needs; its request stays open and keeps its rank. */
export const proposeAlternative = async (
  tx: Transaction,
  input: ProposeAlternativeInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now, user } = acting;
  const { careRequestId, version, text, contact, phone = null, replacesId = null } = input;
  const careRequest = await lockRequestFor(tx, careRequestId, acting, 'care-request:decide');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const refused = stepRefused(careRequest, version, 'ALTERNATIVE_PROPOSED');
  if (refused) return refused;
  const said = asSaid(text, contact, phone);
  const problem = alternativeProblem(said, { phone, replacesId }, careRequest.alternatives);
  if (problem) return { refusal: problem };

  const added = { ...said, id: newId(), proposedAt: now, proposedBy: user.sub, replacedById: null };
  const changes = {
    alternative: said.text,
    alternativeContact: said.contact,
    alternatives: withAlternative(careRequest.alternatives, added, replacesId),
  };
  const kind = replacesId ? 'ALTERNATIVE_REPLACED' : 'ALTERNATIVE_PROPOSED';
  const step = { now, user, reason: said.text, changes, kind } as const;
  return { careRequest: await stepRequest(tx, careRequest, 'ALTERNATIVE_PROPOSED', step) };
};
