import { idTaken, reasons } from '@relais/platform/graphql/reasons.ts';
import { obstacles } from '../../care/bookings/booking.reasons.ts';
import { familiarisationReasons } from '../../care/placements/placement.reasons.ts';
import { unknownSection } from '../../centres/centres/centre.reasons.ts';
import { requestStanding } from '../care-requests/care-request.reasons.ts';

export const admitReasons = reasons(
  requestStanding,
  idTaken,
  familiarisationReasons,
  unknownSection,
  obstacles,
  {
    STEP_NOT_ALLOWED: {
      fr: 'Un enfant est admis une fois l’offre acceptée par la famille, et une seule fois : la demande en est à « {present} », elle ne peut pas passer à « {asked} ».',
      en: 'A child is admitted once the family has accepted the offer, and only once: the request stands at “{present}” and cannot go on to “{asked}”.',
      meaning: 'The request has no accepted offer, or it is placed already.',
    },
    NOT_AN_AVIP_CENTRE: {
      fr: 'Un contrat d’insertion se conclut dans un établissement à vocation d’insertion (AVIP).',
      en: 'An insertion contract is made in an AVIP centre.',
      meaning: 'Only an AVIP centre keeps places for parents who look for work.',
    },
    OVER_TWELVE_MONTHS: {
      fr: 'Familiarisation comprise, un contrat d’accueil dure moins de douze mois : l’offre porte sur une période trop longue.',
      en: 'Familiarisation included, a placement lasts less than twelve months: the offer is for too long a period.',
    },
    OVER_SIX_MONTHS: {
      fr: 'Un contrat d’insertion dure six mois au plus : l’offre porte sur une période plus longue.',
      en: 'An insertion contract lasts six months at most: the offer is for a longer period.',
    },
  },
);
