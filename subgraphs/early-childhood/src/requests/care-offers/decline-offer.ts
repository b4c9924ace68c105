import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { endOfferReasons } from './care-offer.reasons.ts';
import { CareOffer } from './care-offer.ts';
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

@ObjectType({ description: 'The declined offer, or why it was not declined.' })
export class DeclineOfferPayload extends payloadOf(
  'DeclineOffer',
  endOfferReasons,
  'Why it was not declined; absent when it was.',
) {
  @Field(() => CareOffer, { nullable: true, description: 'The offer, declined; absent when refused.' })
  careOffer?: CareOffer;
}

/** Records that the family says no. */
export const declineOffer = (
  tx: Transaction,
  input: DeclineOfferInput,
  acting: ActingSeer,
): Promise<EndOfferResult> => endOpenOffer(tx, input, { ...acting, to: 'DECLINED' });
