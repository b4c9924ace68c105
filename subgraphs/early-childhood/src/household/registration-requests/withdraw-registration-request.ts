import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { endRequest, heldRequest } from './registration-request.changes.ts';
import { withdrawRegistrationReasons } from './registration-request.reasons.ts';
import { RegistrationRequest } from './registration-request.ts';

@InputType({
  description: 'A request to register that the family no longer wants, or that was sent by mistake.',
})
export class WithdrawRegistrationRequestInput {
  @Field(() => ID, { description: 'The request, which you sent.' })
  registrationRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

@ObjectType({ description: 'The request to register, taken back, or why it stands.' })
export class WithdrawRegistrationRequestPayload extends payloadOf(
  'WithdrawRegistrationRequest',
  withdrawRegistrationReasons,
  'Why it was not taken back; absent when it was.',
) {
  @Field(() => RegistrationRequest, { nullable: true, description: 'The request; absent when refused.' })
  registrationRequest?: RegistrationRequest;
}

type Result =
  | { readonly registrationRequest: RegistrationRequest }
  | Refused<Word<typeof withdrawRegistrationReasons>>;

/** Takes it back; what was told is forgotten at once. */
export const withdrawRegistrationRequest = async (
  tx: Transaction,
  input: WithdrawRegistrationRequestInput,
  acting: ActingUser,
): Promise<Result> => {
  const request = await heldRequest(tx, input, acting);
  if ('refusal' in request) return request;
  return { registrationRequest: await endRequest(tx, request, { status: 'WITHDRAWN' }, acting) };
};
