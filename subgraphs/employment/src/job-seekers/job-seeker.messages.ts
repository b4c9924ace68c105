import type { Catalogue } from '@relais/platform/messages.ts';
import { meanings, type Refusal, sentences } from '../messages.ts';
import type { AdvisorProblem, CategoryProblem, ClosingProblem } from './job-seeker.rules.ts';

type FileChangeProblem = Exclude<AdvisorProblem | CategoryProblem | ClosingProblem, Refusal>;

/** What each reason means to a programmer. */
export const fileMeanings = {
  ...meanings,
  CLOSES_BEFORE_REGISTRATION: 'A registration ends on its first day or later.',
  CLOSES_TOO_FAR_AHEAD: 'The end of a registration is dated 92 days ahead at most.',
  SAME_ADVISOR: 'This advisor follows the job seeker already.',
  UNSUITABLE_ADVISOR: 'An advisor is named by the subject of the token: one line of 1 to 200 characters.',
  SAME_CATEGORY: 'The job seeker is in these categories already.',
} satisfies Record<Refusal | FileChangeProblem, string>;

export const fileSentences: Catalogue<Refusal | FileChangeProblem> = {
  fr: {
    ...sentences.fr,
    CLOSES_BEFORE_REGISTRATION: 'Le dossier ne peut pas être clos avant l’inscription.',
    CLOSES_TOO_FAR_AHEAD: 'La clôture se date au plus 92 jours à l’avance.',
    SAME_ADVISOR: 'Ce conseiller suit déjà cette personne.',
    UNSUITABLE_ADVISOR: 'Indiquez le conseiller par son identifiant, de 1 à 200 caractères.',
    SAME_CATEGORY: 'Cette personne est déjà dans cette catégorie.',
  },
  en: {
    ...sentences.en,
    CLOSES_BEFORE_REGISTRATION: 'The file cannot be closed before the registration.',
    CLOSES_TOO_FAR_AHEAD: 'The end of a file is dated 92 days ahead at most.',
    SAME_ADVISOR: 'This advisor follows the job seeker already.',
    UNSUITABLE_ADVISOR: 'Name the advisor by an identifier of 1 to 200 characters.',
    SAME_CATEGORY: 'The job seeker is in this category already.',
  },
};
