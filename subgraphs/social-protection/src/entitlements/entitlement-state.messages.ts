import { type RefusalDetails, statesOfStep } from '@relais/platform/graphql/refusal.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import type { State } from './entitlement-state.ts';

const states: Catalogue<State> = {
  fr: {
    PENDING: 'demandé',
    REFUSED: 'refusé',
    OPEN: 'ouvert',
    SUSPENDED: 'suspendu',
    PAYMENT_SUSPENDED: 'versement suspendu',
    CLOSED: 'fermé',
    CLOSED_EARLIER: 'fermé un mois antérieur',
  },
  en: {
    PENDING: 'asked for',
    REFUSED: 'refused',
    OPEN: 'open',
    SUSPENDED: 'suspended',
    PAYMENT_SUSPENDED: 'payment suspended',
    CLOSED: 'closed',
    CLOSED_EARLIER: 'closed in an earlier month',
  },
};

/** What a refused change of state names; of a file without any state, the one asked for. */
export const detailsOfStep = (present: State | undefined, asked: State): RefusalDetails =>
  statesOfStep(states, present ?? asked, asked);
