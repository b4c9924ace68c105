import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { endOfferReasons } from './care-offer.reasons.ts';
import { CareOffer } from './care-offer.ts';
import { type EndOfferResult, endOpenOffer } from './end-offer.ts';

@InputType({ description: 'An offer that the service point takes back before the family answers.' })
export class WithdrawOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, as the family may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The withdrawn offer, or why it was not withdrawn.' })
export class WithdrawOfferPayload extends payloadOf(
  'WithdrawOffer',
  endOfferReasons,
  'Why it was not withdrawn; absent when it was.',
) {
  @Field(() => CareOffer, { nullable: true, description: 'The offer, withdrawn; absent when refused.' })
  careOffer?: CareOffer;
}

/** Takes an offer back that the family has not answered. */
export const withdrawOffer = (
  tx: Transaction,
  input: WithdrawOfferInput,
  acting: ActingSeer,
): Promise<EndOfferResult> => endOpenOffer(tx, input, { ...acting, to: 'WITHDRAWN' });
