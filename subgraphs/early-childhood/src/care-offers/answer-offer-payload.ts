import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import type { AcceptOfferRefusalReason } from './accept-offer.ts';
import { answerMessages } from './care-offer.messages.ts';
import type { OfferStepRefusal } from './care-offer.rules.ts';
import { CareOffer } from './care-offer.ts';
import type { EndOfferRefusalReason } from './end-offer.ts';

const stepMeanings: Readonly<Record<OfferStepRefusal | 'UNKNOWN_OFFER', string>> = {
  UNKNOWN_OFFER: 'No offer has this id.',
  OFFER_EXPIRED: 'Its time to be answered is over.',
  STALE_VERSION: 'The offer changed since it was read.',
  ALREADY_ACCEPTED: 'The family has taken it already.',
  ALREADY_DECLINED: 'The family has declined it already.',
  ALREADY_WITHDRAWN: 'It was taken back already.',
};
const endMeanings = { ...stepMeanings, REASON_MISSING: 'No reason was given.' };

export const AcceptOfferRefusal = refusalOfCatalogue<AcceptOfferRefusalReason>(
  'AcceptOfferRefusal',
  { ...stepMeanings, NO_PLACE_LEFT: 'Nothing of what it held is held any more.' },
  answerMessages,
);

export const DeclineOfferRefusal = refusalOfCatalogue<EndOfferRefusalReason>(
  'DeclineOfferRefusal',
  endMeanings,
  answerMessages,
);

export const WithdrawOfferRefusal = refusalOfCatalogue<EndOfferRefusalReason>(
  'WithdrawOfferRefusal',
  endMeanings,
  answerMessages,
);

@ObjectType({ description: 'The accepted offer, or why it was not accepted.' })
export class AcceptOfferPayload {
  @Field(() => CareOffer, { nullable: true, description: 'The offer, accepted; absent when refused.' })
  careOffer?: CareOffer;

  @Field(() => AcceptOfferRefusal, {
    nullable: true,
    description: 'Why it was not accepted; absent when it was.',
  })
  refusal?: InstanceType<typeof AcceptOfferRefusal>;
}

@ObjectType({ description: 'The declined offer, or why it was not declined.' })
export class DeclineOfferPayload {
  @Field(() => CareOffer, { nullable: true, description: 'The offer, declined; absent when refused.' })
  careOffer?: CareOffer;

  @Field(() => DeclineOfferRefusal, {
    nullable: true,
    description: 'Why it was not declined; absent when it was.',
  })
  refusal?: InstanceType<typeof DeclineOfferRefusal>;
}

@ObjectType({ description: 'The withdrawn offer, or why it was not withdrawn.' })
export class WithdrawOfferPayload {
  @Field(() => CareOffer, { nullable: true, description: 'The offer, withdrawn; absent when refused.' })
  careOffer?: CareOffer;

  @Field(() => WithdrawOfferRefusal, {
    nullable: true,
    description: 'Why it was not withdrawn; absent when it was.',
  })
  refusal?: InstanceType<typeof WithdrawOfferRefusal>;
}
