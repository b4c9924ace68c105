import type { Catalogue } from '@relais/platform/messages.ts';
import type { CloseCentreRefusalReason } from './close-centre.ts';
import type { WithdrawClosureRefusalReason } from './withdraw-closure.ts';

/** Why a centre is not closed, or not opened again. */
export const closureMessages: Catalogue<CloseCentreRefusalReason | WithdrawClosureRefusalReason> = {
  fr: {
    UNKNOWN_CENTRE: 'Cet établissement n’existe pas.',
    UNKNOWN_CLOSURE: 'Cette fermeture n’existe pas.',
    REASON_MISSING: 'Indiquez pourquoi.',
    CENTRES_OR_ALL: 'Indiquez soit des établissements, soit tous les établissements municipaux.',
    PERIOD_ENDS_BEFORE_IT_STARTS: 'Le dernier jour précède le premier.',
    IN_THE_PAST: 'Ces jours sont passés.',
    TOO_MUCH_AT_ONCE:
      'C’est trop à la fois : six mois au plus, et pas plus de quarante établissements pendant un mois.',
    OVERLAPPING_CLOSURE: 'Certains de ces jours sont déjà fermés. Fermer les autres ?',
    ALREADY_CLOSED: 'Tous ces jours sont déjà fermés.',
    CONFLICT: 'Cet identifiant a déjà servi pour une autre fermeture.',
  },
  en: {
    UNKNOWN_CENTRE: 'There is no such centre.',
    UNKNOWN_CLOSURE: 'There is no such closure.',
    REASON_MISSING: 'Say why.',
    CENTRES_OR_ALL: 'Name either some centres or all municipal ones.',
    PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day comes before the first.',
    IN_THE_PAST: 'These days have passed.',
    TOO_MUCH_AT_ONCE:
      'This is too much at once: six months at most, and no more than forty centres for a month.',
    OVERLAPPING_CLOSURE: 'Some of these days are closed already. Close the others?',
    ALREADY_CLOSED: 'All of these days are closed already.',
    CONFLICT: 'This id was already used for another closure.',
  },
};
