import { catalogueOf, reasons } from '@relais/platform/graphql/reasons.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import { obstacles } from '../bookings/booking.reasons.ts';
import { stepMessages } from '../care-requests/care-request.messages.ts';
import { unknownSection } from '../centres/section.reasons.ts';
import type { AcceptOfferRefusalReason } from './accept-offer.ts';
import type { EndOfferRefusalReason } from './end-offer.ts';
import type { OfferPlaceRefusalReason } from './offer-place.ts';

const placeSentences = catalogueOf(reasons(unknownSection, obstacles));

/** Why a place was not offered, and what to do. */
export const offerPlaceMessages: Catalogue<OfferPlaceRefusalReason> = {
  fr: {
    ...placeSentences.fr,
    ...stepMessages.fr,
    STEP_NOT_ALLOWED:
      'La demande n’attend pas de place : elle en est à « {present} », et ne peut pas passer à « {asked} ».',
    CONFLICT: 'Cet identifiant a déjà servi pour une autre offre.',
    COMMISSION_NEEDED:
      'Une place régulière s’offre après une décision favorable de la commission d’admission, pour cette section.',
    FACILITY_MISSING: 'Il manque à cet établissement un équipement dont l’enfant a besoin.',
    WEEKLY_OFFER_NOT_FOR_THIS_KIND: 'Cette demande porte sur des dates : l’offre aussi, sans semaine type.',
    DATED_OFFER_NOT_FOR_THIS_KIND: 'Cette demande porte sur une semaine type : l’offre aussi, sans dates.',
    NOTHING_OFFERED: 'L’offre ne contient aucune heure.',
    OFFER_OVERLAPS_ITSELF: 'Deux moments offerts se chevauchent.',
    MORE_THAN_REQUESTED: 'L’offre dépasse ce que la famille a demandé ; modifiez d’abord la demande.',
    DAYS_OUTSIDE_THE_REQUEST: 'Les jours offerts sortent de la période demandée.',
    LINE_OUTSIDE_PERIOD: 'Un jour de la semaine offerte ne tombe sur aucun des jours offerts.',
    NO_OPEN_DAY: 'Des heures offertes ne tombent sur aucun jour d’ouverture de l’établissement.',
    EXPIRY_NOT_POSSIBLE:
      'L’échéance doit être à venir, précéder le début de l’accueil et ne pas tarder au-delà du délai de ce type d’accueil.',
  },
  en: {
    ...placeSentences.en,
    ...stepMessages.en,
    STEP_NOT_ALLOWED:
      'The request waits for no place: it stands at “{present}” and cannot go on to “{asked}”.',
    CONFLICT: 'This id was already used for another offer.',
    COMMISSION_NEEDED:
      'A long-term place is offered once an admission commission has granted it, for this section.',
    FACILITY_MISSING: 'This centre lacks a facility that the child needs.',
    WEEKLY_OFFER_NOT_FOR_THIS_KIND: 'This request is for dates: so is its offer, without an ordinary week.',
    DATED_OFFER_NOT_FOR_THIS_KIND: 'This request is for an ordinary week: so is its offer, without dates.',
    NOTHING_OFFERED: 'The offer contains no hours.',
    OFFER_OVERLAPS_ITSELF: 'Two times that are offered overlap.',
    MORE_THAN_REQUESTED: 'The offer goes beyond what the family asked for; change the request first.',
    DAYS_OUTSIDE_THE_REQUEST: 'The days offered lie outside the period asked for.',
    LINE_OUTSIDE_PERIOD: 'A day of the week offered falls on none of the days offered.',
    NO_OPEN_DAY: 'Hours that are offered fall on no day on which the centre opens.',
    EXPIRY_NOT_POSSIBLE:
      'The offer must expire in the future, before care begins, and within the longest time to answer for this kind of care.',
  },
};

type AnswerReason = AcceptOfferRefusalReason | EndOfferRefusalReason;

/** Why an offer was not answered or taken back. */
export const answerMessages: Catalogue<AnswerReason> = {
  fr: {
    UNKNOWN_OFFER: 'Cette offre n’existe pas.',
    STALE_VERSION: 'L’offre a changé entre-temps. Relisez-la.',
    OFFER_EXPIRED: 'L’offre a expiré sans réponse ; la place est rendue.',
    ALREADY_ACCEPTED: 'L’offre est déjà acceptée.',
    ALREADY_DECLINED: 'L’offre est déjà refusée par la famille.',
    ALREADY_WITHDRAWN: 'L’offre est déjà retirée.',
    NO_PLACE_LEFT:
      'Des places retenues ont été rendues entre-temps : retirez l’offre et proposez-en une autre.',
    REASON_MISSING: 'Indiquez pourquoi.',
  },
  en: {
    UNKNOWN_OFFER: 'There is no such offer.',
    STALE_VERSION: 'The offer has changed in the meantime. Read it again.',
    OFFER_EXPIRED: 'The offer expired without an answer; the place was given back.',
    ALREADY_ACCEPTED: 'The offer is accepted already.',
    ALREADY_DECLINED: 'The family has declined the offer already.',
    ALREADY_WITHDRAWN: 'The offer is withdrawn already.',
    NO_PLACE_LEFT:
      'Some of what was held was given back in the meantime: withdraw the offer and make another.',
    REASON_MISSING: 'Say why.',
  },
};

/** What is written on bookings that go with their request. */
export const withdrawnMessages: Catalogue<'REQUEST_WITHDRAWN'> = {
  fr: { REQUEST_WITHDRAWN: 'La famille a retiré sa demande.' },
  en: { REQUEST_WITHDRAWN: 'The family has withdrawn its request.' },
};
