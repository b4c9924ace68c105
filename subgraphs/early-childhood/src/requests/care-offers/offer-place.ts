import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { bookStaysIn } from '../../care/bookings/book-stays.ts';
import { familiesOfChild, lockPlace } from '../../care/bookings/booking.queries.ts';
import { PatternLineInput } from '../../care/placements/pattern-line.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { Child } from '../../families/families/child.ts';
import { placeName } from '../../history/care-history/record-step.ts';
import { grantedSectionOf } from '../admission-commissions/commission.queries.ts';
import { lockRequestFor } from '../care-requests/care-request.queries.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { CareStretch } from '../care-requests/care-stretch.ts';
import { CareStretchInput } from '../care-requests/needed-care-input.ts';
import { stepRefused, stepRequest } from '../care-requests/step-request.ts';
import { offerReasons } from './care-offer.reasons.ts';
import { CareOffer } from './care-offer.ts';
import { EXPIRE_OFFER } from './expire-offer.ts';
import { isAsAsked } from './offered-care.rules.ts';
import { type PlannedOffer, planOffer } from './plan-offer.ts';
import { publishOffers } from './publish-offers.ts';

@InputType({ description: 'A place for a care request: all that it asks for, or a part of it.' })
export class OfferPlaceInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again offers once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'The version of the request when it was read.' })
  version!: number;

  @Field(() => ID, { description: 'The section that offers the place.' })
  sectionId!: string;

  @Field(() => [PatternLineInput], {
    nullable: true,
    description: 'Weekly care in part, such as mornings only; all that is asked for unless given.',
  })
  weeklyPattern?: PatternLineInput[] | null;

  @Field(() => [CareStretchInput], {
    nullable: true,
    description: 'Dated care in part; all that is asked for unless given.',
  })
  stretches?: CareStretchInput[] | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Weekly care: its first day; the first of the request that is still possible unless given.',
  })
  firstDay?: Temporal.PlainDate | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Weekly care: its last day; that of the request unless given.',
  })
  lastDay?: Temporal.PlainDate | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the family can answer, before care begins; unless given after 10 days for long-term, 7 for flexible, 2 for short-term care and 2 hours for an emergency.',
  })
  expiresAt?: Date | null;
}

@ObjectType({ description: 'The offer, or why there is none.' })
export class OfferPlacePayload extends payloadOf(
  'OfferPlace',
  offerReasons,
  'Why no place was offered; absent when one was.',
) {
  @Field(() => CareOffer, { nullable: true, description: 'The offer; absent when refused.' })
  careOffer?: CareOffer;

  @Field(() => CareStretch, {
    nullable: true,
    description: 'The first stretch that cannot be held; absent when none stands in the way.',
  })
  obstructedStretch?: CareStretch;
}

type Refusal = Refused<Word<typeof offerReasons>> & { readonly obstructedStretch?: CareStretch };
type Result = { readonly careOffer: CareOffer } | Refusal;

/** Broken constraints that mean what is also said in words; they speak when two requests race. */
export const refusalsOfOffer = { care_offers_pkey: 'CONFLICT' } as const;

/** What was said is what was kept; what was left out followed from the request. */
const isSameOffer = (offer: CareOffer, { careRequestId, sectionId, ...asked }: OfferPlaceInput): boolean =>
  offer.careRequestId === careRequestId && offer.sectionId === sectionId && isAsAsked(offer, asked);

/** The same offer, sent again, is answered the same way. */
const sentBefore = async (tx: Transaction, input: OfferPlaceInput): Promise<Result | null> => {
  const earlier = input.id ? await tx.findOneBy(CareOffer, { id: input.id }) : null;
  if (!earlier) return null;
  return isSameOffer(earlier, input) ? { careOffer: earlier } : { refusal: 'CONFLICT' };
};

/** Why this section cannot be offered whatever is free there. */
const placeRefusal = async (
  tx: Transaction,
  { id, kind, facilities }: CareRequest,
  { centre, section }: SectionOfCentre,
): Promise<Word<typeof offerReasons> | null> => {
  if (kind === 'LONG_TERM' && (await grantedSectionOf(tx, id)) !== section.id) return 'COMMISSION_NEEDED';
  return facilities.every((facility) => centre.facilities.includes(facility)) ? null : 'FACILITY_MISSING';
};

/** Books what is offered as held; why it cannot be, or `null`. */
const holdStays = async (
  tx: Transaction,
  careRequest: CareRequest,
  place: SectionOfCentre,
  { offerId, stays }: { readonly offerId: string; readonly stays: readonly Period[] },
  now: Date,
): Promise<Refusal | null> => {
  const { childId, familyId, kind, milestoneId } = careRequest;
  const child = await tx.findOneByOrFail(Child, { id: childId });
  const whose = { child, familyId, familiesOfChild: await familiesOfChild(tx, child) };
  const { id: sectionId } = place.section;
  const care = { ...whose, sectionId, kind, milestoneId, offerId, stays, status: 'HELD' } as const;
  const booked = await bookStaysIn(tx, place, care, now);
  if (!('refusal' in booked)) return null;
  const { stay, obstructed: _all, ...refused } = booked;
  return { ...refused, obstructedStretch: Object.assign(new CareStretch(), stay) };
};

const newOffer = (
  tx: Transaction,
  { id, careRequestId }: OfferPlaceInput,
  { centre, section }: SectionOfCentre,
  { care, expiresAt, explanation }: PlannedOffer,
  { now, user }: Acting,
): CareOffer =>
  tx.create(CareOffer, {
    id: id ?? newId(),
    careRequestId,
    sectionId: section.id,
    centreId: centre.id,
    status: 'OPEN',
    ...care,
    weeklyPattern: [...care.weeklyPattern],
    stretches: [...care.stretches],
    expiresAt,
    offeredAt: now,
    offeredBy: user.sub,
    explanation,
    endReason: null,
    version: 1,
  });

/** Holds the place for a family until it answers or the offer expires, which happens by itself. */
export const offerPlace = async (
  tx: Transaction,
  input: OfferPlaceInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now } = acting;
  const careRequest = await lockRequestFor(tx, input.careRequestId, acting, 'offer:write');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const earlier = await sentBefore(tx, input);
  if (earlier) return earlier;
  const refused = stepRefused(careRequest, input.version, 'OFFERED');
  if (refused) return refused;
  const place = await lockPlace(tx, input.sectionId);
  if (!place) return { refusal: 'UNKNOWN_SECTION' };
  const unfit = await placeRefusal(tx, careRequest, place);
  if (unfit) return { refusal: unfit };

  const planned = await planOffer(tx, careRequest, input, place, now);
  if ('refusal' in planned) return planned;
  const offer = newOffer(tx, input, place, planned, acting);
  const { id: offerId, expiresAt } = offer;
  const notHeld = await holdStays(tx, careRequest, place, { offerId, stays: planned.stays }, now);
  if (notHeld) return notHeld;
  await tx.insert(CareOffer, offer);
  await stepRequest(tx, careRequest, 'OFFERED', { ...acting, facts: { place: placeName(place) } });
  await scheduleJob(tx, EXPIRE_OFFER, { offerId }, { runAt: expiresAt, key: offerId });
  await publishOffers(tx, [{ ...offer, familyId: careRequest.familyId }]);
  return { careOffer: offer };
};
