import {
  idTaken,
  type Reasons,
  reasonMissing,
  reasons,
  unknownOrStale,
} from '@relais/platform/graphql/reasons.ts';
import { obstacles } from '../../care/bookings/booking.reasons.ts';
import { unknownSection } from '../../centres/centres/centre.reasons.ts';
import { requestStanding } from '../care-requests/care-request.reasons.ts';

/** What an offer cannot be, whatever is free. */
const shapes = {
  WEEKLY_OFFER_NOT_FOR_THIS_KIND: {
    fr: 'Cette demande porte sur des dates : l’offre aussi, sans semaine type.',
    en: 'This request is for dates: so is its offer, without an ordinary week.',
  },
  DATED_OFFER_NOT_FOR_THIS_KIND: {
    fr: 'Cette demande porte sur une semaine type : l’offre aussi, sans dates.',
    en: 'This request is for an ordinary week: so is its offer, without dates.',
  },
  NOTHING_OFFERED: { fr: 'L’offre ne contient aucune heure.', en: 'The offer contains no hours.' },
  OFFER_OVERLAPS_ITSELF: {
    fr: 'Deux moments offerts se chevauchent.',
    en: 'Two times that are offered overlap.',
  },
  MORE_THAN_REQUESTED: {
    fr: 'L’offre dépasse ce que la famille a demandé ; modifiez d’abord la demande.',
    en: 'The offer goes beyond what the family asked for; change the request first.',
  },
  DAYS_OUTSIDE_THE_REQUEST: {
    fr: 'Les jours offerts sortent de la période demandée.',
    en: 'The days offered lie outside the period asked for.',
  },
  LINE_OUTSIDE_PERIOD: {
    fr: 'Un jour de la semaine offerte ne tombe sur aucun des jours offerts.',
    en: 'A day of the week offered falls on none of the days offered.',
    meaning: 'A line that was given falls on none of the days offered.',
  },
  NO_OPEN_DAY: {
    fr: 'Des heures offertes ne tombent sur aucun jour d’ouverture de l’établissement.',
    en: 'Hours that are offered fall on no day on which the centre opens.',
  },
  EXPIRY_NOT_POSSIBLE: {
    fr: 'L’échéance doit être à venir, précéder le début de l’accueil et ne pas tarder au-delà du délai de ce type d’accueil.',
    en: 'The offer must expire in the future, before care begins, and within the longest time to answer for this kind of care.',
    meaning:
      'The offer would expire in the past, after care begins, or too late: 30 days for long-term, 14 for flexible, 7 for short-term care, 24 hours for an emergency.',
  },
} satisfies Reasons;

export const offerReasons = reasons(requestStanding, unknownSection, obstacles, idTaken, shapes, {
  STEP_NOT_ALLOWED: {
    fr: 'La demande n’attend pas de place : elle en est à « {present} », et ne peut pas passer à « {asked} ».',
    en: 'The request waits for no place: it stands at “{present}” and cannot go on to “{asked}”.',
    meaning: 'The request waits for no place.',
  },
  COMMISSION_NEEDED: {
    fr: 'Une place régulière s’offre après une décision favorable de la commission d’admission, pour cette section.',
    en: 'A long-term place is offered once an admission commission has granted it, for this section.',
  },
  FACILITY_MISSING: {
    fr: 'Il manque à cet établissement un équipement dont l’enfant a besoin.',
    en: 'This centre lacks a facility that the child needs.',
    meaning: 'The centre lacks a facility that the request names.',
  },
});

/** Why an offer can no longer be answered or taken back. */
export const answerReasons = reasons(unknownOrStale('OFFER', { fr: 'une offre', en: 'offer' }), {
  OFFER_EXPIRED: {
    fr: 'L’offre a expiré sans réponse ; la place est rendue.',
    en: 'The offer expired without an answer; the place was given back.',
  },
  ALREADY_ACCEPTED: { fr: 'L’offre est déjà acceptée.', en: 'The offer is accepted already.' },
  ALREADY_DECLINED: {
    fr: 'L’offre est déjà refusée par la famille.',
    en: 'The family has declined the offer already.',
  },
  ALREADY_WITHDRAWN: { fr: 'L’offre est déjà retirée.', en: 'The offer is withdrawn already.' },
});

export const acceptReasons = reasons(answerReasons, {
  NO_PLACE_LEFT: {
    fr: 'Des places retenues ont été rendues entre-temps : retirez l’offre et proposez-en une autre.',
    en: 'Some of what was held was given back in the meantime: withdraw the offer and make another.',
  },
});

export const endOfferReasons = reasons(answerReasons, reasonMissing);
