import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { familiesOfChild, lockCentres } from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { Child } from '../../families/families/child.ts';
import { isWeeklyKind } from '../care-requests/care-request.rules.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { stepRequest } from '../care-requests/step-request.ts';
import { confirmHeld, lockOfferFor } from './care-offer.queries.ts';
import { acceptReasons } from './care-offer.reasons.ts';
import { offerStepRefusal } from './care-offer.rules.ts';
import { CareOffer } from './care-offer.ts';
import { publishOffers } from './publish-offers.ts';

@InputType({ description: 'An offer that the family takes.' })
export class AcceptOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

@ObjectType({ description: 'The accepted offer, or why it was not accepted.' })
export class AcceptOfferPayload extends payloadOf(
  'AcceptOffer',
  acceptReasons,
  'Why it was not accepted; absent when it was.',
) {
  @Field(() => CareOffer, { nullable: true, description: 'The offer, accepted; absent when refused.' })
  careOffer?: CareOffer;
}

/** Dated care needs no contract: with its bookings confirmed, the child has its place. */
const stepOn = async (tx: Transaction, careRequest: CareRequest, { now, user }: Acting): Promise<void> => {
  const accepted = await stepRequest(tx, careRequest, 'ACCEPTED', { now, user });
  if (!isWeeklyKind(careRequest.kind)) await stepRequest(tx, accepted, 'PLACED', { now, user });
};

/** A closure may have given some of it back: dated care is taken whole, weekly care on the days that are left. */
const isHeld = async (tx: Transaction, { id: offerId, stretches }: CareOffer): Promise<boolean> => {
  const held = await tx.countBy(Booking, { offerId, status: 'HELD' });
  return held >= Math.max(1, stretches.length);
};

/** Records that the family says yes: what was held is booked, and covers from now on. */
export const acceptOffer = async (
  tx: Transaction,
  { offerId, version }: AcceptOfferInput,
  acting: ActingSeer,
): Promise<{ readonly careOffer: CareOffer } | Refused<Word<typeof acceptReasons>>> => {
  const { now, user } = acting;
  const locked = await lockOfferFor(tx, offerId, acting);
  if (!locked) return { refusal: 'UNKNOWN_OFFER' };
  const { offer, careRequest } = locked;
  const refusal = offerStepRefusal(offer, version, now);
  if (refusal) return { refusal };
  await lockCentres(tx, [offer.centreId]);
  if (!(await isHeld(tx, offer))) return { refusal: 'NO_PLACE_LEFT' };
  await confirmHeld(tx, offer.id);

  const accepted = await store(tx, CareOffer, offer, { status: 'ACCEPTED' });
  await stepOn(tx, careRequest, { now, user });
  const child = await tx.findOneByOrFail(Child, { id: careRequest.childId });
  await publishCoverOfFamilies(tx, await familiesOfChild(tx, child), now);
  await publishOffers(tx, [{ ...accepted, familyId: careRequest.familyId }]);
  return { careOffer: accepted };
};
