import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type EndOfferResult, endOpenOffer } from './end-offer.ts';

@InputType({ description: 'An offer that the family does not take.' })
export class DeclineOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, as the family said.' })
  reason!: string;
}

/** Records that the family says no. */
export const declineOffer = (
  tx: Transaction,
  input: DeclineOfferInput,
  { now, user }: Acting,
): Promise<EndOfferResult> => endOpenOffer(tx, input, { to: 'DECLINED', now, user });
