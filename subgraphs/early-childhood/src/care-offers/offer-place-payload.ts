import { meaningsOf } from '@relais/platform/graphql/reasons.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { obstacles } from '../bookings/booking.reasons.ts';
import { CareStretch } from '../care-requests/care-stretch.ts';
import { offerPlaceMessages } from './care-offer.messages.ts';
import { CareOffer } from './care-offer.ts';
import type { OfferPlaceRefusalReason, OfferPlaceResult } from './offer-place.ts';

const OfferPlaceRefusal = refusalOfCatalogue<OfferPlaceRefusalReason>(
  'OfferPlaceRefusal',
  {
    UNKNOWN_CARE_REQUEST: 'No request has this id.',
    UNKNOWN_SECTION: 'No section has this id.',
    CONFLICT: 'This id was already used for another offer.',
    STALE_VERSION: 'The request changed since it was read.',
    STEP_NOT_ALLOWED: 'The request waits for no place.',
    COMMISSION_NEEDED: 'No admission commission granted the long-term request a place in this section.',
    FACILITY_MISSING: 'The centre lacks a facility that the request names.',
    WEEKLY_OFFER_NOT_FOR_THIS_KIND: 'A request for dates is offered dates.',
    DATED_OFFER_NOT_FOR_THIS_KIND: 'A request for an ordinary week is offered one.',
    NOTHING_OFFERED: 'No hours are offered.',
    OFFER_OVERLAPS_ITSELF: 'Two times that are offered overlap.',
    MORE_THAN_REQUESTED: 'Not all of the hours offered were asked for.',
    DAYS_OUTSIDE_THE_REQUEST: 'The days offered are not within the period asked for.',
    LINE_OUTSIDE_PERIOD: 'A line that was given falls on none of the days offered.',
    NO_OPEN_DAY: 'A line of the hours offered falls on no day on which the centre is open.',
    EXPIRY_NOT_POSSIBLE:
      'The offer would expire in the past, after care begins, or too late: 30 days for long-term, 14 for flexible, 7 for short-term care, 24 hours for an emergency.',
    ...meaningsOf(obstacles),
  },
  offerPlaceMessages,
);

@ObjectType({ description: 'The offer, or why there is none.' })
export class OfferPlacePayload {
  @Field(() => CareOffer, { nullable: true, description: 'The offer; absent when refused.' })
  careOffer?: CareOffer;

  @Field(() => CareStretch, {
    nullable: true,
    description: 'The first stretch that cannot be held; absent when none stands in the way.',
  })
  obstructedStretch?: CareStretch;

  @Field(() => OfferPlaceRefusal, {
    nullable: true,
    description: 'Why no place was offered; absent when one was.',
  })
  refusal?: InstanceType<typeof OfferPlaceRefusal>;
}

export const payloadOf = (result: OfferPlaceResult): OfferPlacePayload => {
  if (!('refusal' in result)) return result;
  const { refusal, obstructedStay, details } = result;
  return {
    refusal: OfferPlaceRefusal.of(refusal, details),
    ...(obstructedStay && { obstructedStretch: Object.assign(new CareStretch(), obstructedStay) }),
  };
};
