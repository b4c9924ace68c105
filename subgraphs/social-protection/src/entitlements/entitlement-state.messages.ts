import { type RefusalDetails, statesOfStep } from '@relais/platform/graphql/refusal.ts';
import { type Catalogue, say } from '@relais/platform/messages.ts';
import { eitherText } from '@relais/platform/time/time-texts.ts';
import type { State } from './entitlement-status.ts';
import { firstStatesOf } from './entitlement-steps.rules.ts';
import type { Scheme } from './scheme.ts';

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

const quotes: Catalogue<'quoted'> = { fr: { quoted: '« {state} »' }, en: { quoted: '“{state}”' } };

/** What a refused beginning names: the state asked for, and those in which such a benefit may first be recorded. */
export const detailsOfBeginning =
  (scheme: Scheme, asked: State): RefusalDetails =>
  (language) => {
    const possible = firstStatesOf(scheme).map((state) =>
      say(quotes, language, 'quoted', { state: say(states, language, state) }),
    );
    return { asked: say(states, language, asked), possible: eitherText(language, possible) };
  };

/** What a refused change of state names; of a file without any state, the one asked for. */
export const detailsOfStep = (present: State | undefined, asked: State): RefusalDetails =>
  statesOfStep(states, present ?? asked, asked);
