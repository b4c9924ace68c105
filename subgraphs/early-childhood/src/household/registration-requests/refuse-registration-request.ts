import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { endRequest, heldRequest } from './registration-request.changes.ts';
import { refuseRegistrationReasons } from './registration-request.reasons.ts';
import { RegistrationRequest } from './registration-request.ts';

@InputType({ description: 'A request to register of which no file is made.' })
export class RefuseRegistrationRequestInput {
  @Field(() => ID, { description: 'The request.' })
  registrationRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why: whoever sent it reads this, and tells the family.' })
  reason!: string;
}

@ObjectType({ description: 'The request to register, refused, or why it stands.' })
export class RefuseRegistrationRequestPayload extends payloadOf(
  'RefuseRegistrationRequest',
  refuseRegistrationReasons,
  'Why it was not refused; absent when it was.',
) {
  @Field(() => RegistrationRequest, { nullable: true, description: 'The request; absent when it stands.' })
  registrationRequest?: RegistrationRequest;
}

type Result =
  | { readonly registrationRequest: RegistrationRequest }
  | Refused<Word<typeof refuseRegistrationReasons>>;

/** Makes no file of it, and says why; what was told is forgotten at once. */
export const refuseRegistrationRequest = async (
  tx: Transaction,
  input: RefuseRegistrationRequestInput,
  acting: ActingUser,
): Promise<Result> => {
  const request = await heldRequest(tx, input, acting);
  if ('refusal' in request) return request;
  const reason = input.reason.trim();
  if (reason === '') return { refusal: 'REASON_MISSING' };
  return { registrationRequest: await endRequest(tx, request, { status: 'REFUSED', reason }, acting) };
};
