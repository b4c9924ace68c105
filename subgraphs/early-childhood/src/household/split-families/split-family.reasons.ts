import { idTaken, reasons } from '@relais/platform/graphql/reasons.ts';
import { placeQuestions, unknownDistrict } from '../../centres/districts/district.reasons.ts';
import { staleFile, unknownFamily } from '../../families/families/family.reasons.ts';
import { familyReasons } from '../registration/registration.reasons.ts';

export const peopleReasons = reasons({
  NO_ADULT_LEAVES: {
    fr: 'Dites quel adulte part avec le nouveau dossier.',
    en: 'Say which adult leaves with the new file.',
  },
  NO_ADULT_STAYS: {
    fr: 'Un adulte au moins reste dans le dossier : si tous partent, corrigez son adresse.',
    en: 'One adult at least stays in the file: if all leave, change its address.',
  },
  UNKNOWN_ADULT: {
    fr: 'Un adulte indiqué ne fait pas partie de ce dossier.',
    en: 'An adult who was named is not in this file.',
  },
  UNKNOWN_CHILD: {
    fr: 'Un enfant indiqué ne fait pas partie de ce dossier.',
    en: 'A child who was named is not in this file.',
    meaning: 'A child is neither registered in this file nor lives there by turns.',
  },
});

export const unansweredReasons = reasons({
  OFFER_WAITS: {
    fr: 'Une place proposée attend la réponse de la famille pour un enfant qui part : notez d’abord si elle l’accepte. La place acceptée suit l’enfant.',
    en: 'A place offered for a child who leaves waits for the family’s answer: note first whether it takes it. A place that was taken follows the child.',
  },
  MILESTONE_REQUEST_WAITS: {
    fr: 'Une demande d’urgence pour une étape attend encore : réservez ou retirez-la d’abord.',
    en: 'An emergency request for a milestone still waits: book or withdraw it first.',
  },
});

const notTakenReasons = reasons({
  NOT_TAKEN_YET: {
    fr: 'Ce qui vient de changer dans ce dossier n’est pas encore connu partout ({agencies}) : réessayez dans un moment.',
    en: 'What has just changed in this file is not known everywhere yet ({agencies}): try again in a moment.',
    meaning:
      'An agency has not taken yet all that was told of the file, or of one that was merged into it or parted from it, and might hear of the split first; the sentence names it.',
  },
});

export const splitReasons = reasons(
  unknownFamily,
  staleFile,
  peopleReasons,
  unansweredReasons,
  notTakenReasons,
  familyReasons,
  unknownDistrict,
  placeQuestions,
  idTaken,
  {
    ONLY_ITS_TEAM: {
      fr: 'Seule l’équipe de suivi sépare un dossier, car le nouveau reprend ce qui est propre à l’adulte. Adressez-vous à elle.',
      en: 'Only the support team splits a file, for the new one takes over what is the adult’s own. Turn to them.',
    },
  },
);
