import { idTaken, type Reasons, reasonMissing, reasons, unknown } from '@relais/platform/graphql/reasons.ts';
import { unknownCentre } from '../../centres/centres/centre.reasons.ts';

const unknownToAsker = {
  UNKNOWN_CENTRE: {
    ...unknownCentre.UNKNOWN_CENTRE,
    meaning: 'A centre does not exist, or is not one of the staff member’s.',
  },
} satisfies Reasons;

const past = {
  IN_THE_PAST: { fr: 'Ces jours sont passés.', en: 'These days have passed.' },
} satisfies Reasons;

const overlap = {
  OVERLAPPING_CLOSURE: {
    fr: 'Certains de ces jours sont déjà fermés. Fermer les autres ?',
    en: 'Some of these days are closed already. Close the others?',
    meaning:
      'A centre is closed on some of these days already (`alreadyClosed`); the others would be closed.',
    isQuestion: true,
  },
} satisfies Reasons;

export const closeCentreReasons = reasons(unknownToAsker, past, overlap, idTaken, reasonMissing, {
  CENTRES_OR_ALL: {
    fr: 'Indiquez soit des établissements, soit tous les établissements municipaux.',
    en: 'Name either some centres or all municipal ones.',
  },
  PERIOD_ENDS_BEFORE_IT_STARTS: {
    fr: 'Le dernier jour précède le premier.',
    en: 'The last day comes before the first.',
  },
  TOO_MUCH_AT_ONCE: {
    fr: 'C’est trop à la fois : six mois au plus, et pas plus de quarante établissements pendant un mois.',
    en: 'This is too much at once: six months at most, and no more than forty centres for a month.',
    meaning: 'More than 184 days, or more than forty centres for a month (1,240 days of centres).',
  },
  HOUR_NOT_ON_THE_HALF_HOUR: {
    fr: 'L’établissement ouvre et ferme à l’heure pile ou à la demie.',
    en: 'A centre opens and closes on the hour or the half-hour.',
  },
  CLOSES_BEFORE_IT_OPENS: {
    fr: 'L’heure de fermeture précède celle d’ouverture. Pour fermer toute la journée, n’indiquez pas d’heure.',
    en: 'The hour of closing comes before that of opening. To close all day, give no hour.',
    meaning: '`closesAt` is not after `opensAt`.',
  },
  ALREADY_CLOSED: {
    fr: 'Tous ces jours sont déjà fermés.',
    en: 'All of these days are closed already.',
  },
});

const { UNKNOWN_CLOSURE } = unknown('CLOSURE', { fr: 'une fermeture', en: 'closure' });

export const withdrawClosureReasons = reasons(past, {
  UNKNOWN_CLOSURE: {
    ...UNKNOWN_CLOSURE,
    meaning:
      'No closure has this id, or it is of a centre that is not the staff member’s, or closes it for good and staff ask.',
  },
});
