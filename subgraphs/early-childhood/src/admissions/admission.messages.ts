import type { Catalogue } from '@relais/platform/messages.ts';
import { stepMessages } from '../care-requests/care-request.messages.ts';
import type { AdmitChildRefusalReason } from './admit-child.ts';

/** Why a child was not admitted, and what to do. */
export const admissionMessages: Catalogue<AdmitChildRefusalReason> = {
  fr: {
    ...stepMessages.fr,
    STEP_NOT_ALLOWED:
      'Un enfant est admis une fois l’offre acceptée par la famille, et une seule fois : la demande en est à « {present} », elle ne peut pas passer à « {asked} ».',
    CONFLICT: 'Cet identifiant a déjà servi pour une autre admission.',
    NOT_AN_AVIP_CENTRE:
      'Un contrat d’insertion se conclut dans un établissement à vocation d’insertion (AVIP).',
    OVER_SIX_MONTHS:
      'Un contrat d’insertion dure six mois au plus : l’offre porte sur une période plus longue.',
  },
  en: {
    ...stepMessages.en,
    STEP_NOT_ALLOWED:
      'A child is admitted once the family has accepted the offer, and only once: the request stands at “{present}” and cannot go on to “{asked}”.',
    CONFLICT: 'This id was already used for another admission.',
    NOT_AN_AVIP_CENTRE: 'An insertion contract is made in an AVIP centre.',
    OVER_SIX_MONTHS: 'An insertion contract lasts six months at most: the offer is for a longer period.',
  },
};
