import type { Catalogue } from '@relais/platform/messages.ts';
import type { CareRequestStatus } from './care-request-status.ts';

/** What a refused step of a request names. */
export const statusesInWords: Catalogue<CareRequestStatus> = {
  fr: {
    SUBMITTED: 'en attente d’une place',
    OFFERED: 'place proposée',
    ACCEPTED: 'place acceptée',
    PLACED: 'satisfaite',
    ALTERNATIVE_PROPOSED: 'autre solution proposée',
    REFUSED: 'refusée',
    WITHDRAWN: 'retirée',
    LAPSED: 'caduque, sans réponse de la famille',
  },
  en: {
    SUBMITTED: 'waiting for a place',
    OFFERED: 'place offered',
    ACCEPTED: 'place accepted',
    PLACED: 'met with a place',
    ALTERNATIVE_PROPOSED: 'another solution proposed',
    REFUSED: 'refused',
    WITHDRAWN: 'withdrawn',
    LAPSED: 'lapsed, without an answer of the family',
  },
};
