import { idTaken, type Reasons, reasonMissing, reasons, unknown } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { familyReasons, readingReasons, unknownAdult } from '../known-families/known-family.reasons.ts';

/** Why a conversation cannot have been so. */
export const conversationReasons = reasons(unknownAdult, colleagueReasons, {
  ANOTHER_FAMILYS_ADULT: {
    fr: 'Cette personne n’est pas un adulte de cette famille. Choisissez à qui vous l’avez expliqué.',
    en: 'This person is not an adult of this family. Choose whom you explained it to.',
  },
  NOTHING_EXPLAINED: {
    fr: 'Dites ce qui a été expliqué à la famille.',
    en: 'Say what was explained to the family.',
  },
  EXPLAINED_IN_THE_FUTURE: {
    fr: 'L’entretien n’a pas encore eu lieu : notez-le le jour même.',
    en: 'The conversation has not taken place yet: write it down on the day.',
  },
  LANGUAGE_NOT_UNDERSTOOD: {
    fr: 'Cette langue n’est pas comprise ; écrivez par exemple « fr » ou « ar ».',
    en: 'This language is not understood; write “fr” or “ar”, for example.',
    meaning: 'The language is not a BCP 47 tag.',
  },
} satisfies Reasons);

export const recordInformationReasons = reasons(familyReasons, idTaken, conversationReasons);

export const correctInformationReasons = reasons(
  unknown('INFORMATION_GIVEN', { fr: 'une information', en: 'record of what was explained' }),
  readingReasons,
  reasonMissing,
  conversationReasons,
  {
    CORRECTED_ALREADY: {
      fr: 'Cette information a déjà été corrigée. Relisez-la : c’est la dernière version qui se corrige.',
      en: 'This record was corrected already. Read it again: the latest one is corrected.',
    },
  } satisfies Reasons,
);
