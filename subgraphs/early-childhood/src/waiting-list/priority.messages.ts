import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import type { PriorityKey, PriorityReason } from './priority.rules.ts';

const sentences: Catalogue<PriorityKey> = {
  fr: {
    MILESTONE_SOON: 'Une étape de la recherche d’emploi dans {days} j.',
    MILESTONE_LATER: 'La prochaine étape de la recherche d’emploi n’est que dans {days} j.',
    MILESTONE_NONE: 'Aucune étape de la recherche d’emploi n’est prévue.',
    INCOME_SUPPORT: 'La famille perçoit le RSA.',
    INCOME_SUPPORT_NONE: 'Le relais ne sait pas que la famille percevrait le RSA.',
    LONE_PARENT: 'Un parent élève seul les enfants.',
    LONE_PARENT_NOT: 'Les enfants ne sont pas élevés par un parent seul.',
    FIRST_DAY_SOON: 'L’accueil est nécessaire dans {days} j.',
    FIRST_DAY_LATER: 'L’accueil n’est nécessaire que dans {days} j.',
    FIRST_DAY_PASSED: 'L’accueil était nécessaire il y a {days} j.',
    WAITED: 'La demande attend depuis {days} j.',
  },
  en: {
    MILESTONE_SOON: 'A step of the job search in {days} d.',
    MILESTONE_LATER: 'The next step of the job search is {days} d away.',
    MILESTONE_NONE: 'No step of the job search is planned.',
    INCOME_SUPPORT: 'The family receives income support.',
    INCOME_SUPPORT_NONE: 'The service point does not know of any income support.',
    LONE_PARENT: 'One parent brings the children up alone.',
    LONE_PARENT_NOT: 'The children are not brought up by one parent alone.',
    FIRST_DAY_SOON: 'Care is needed in {days} d.',
    FIRST_DAY_LATER: 'Care is needed in {days} d only.',
    FIRST_DAY_PASSED: 'Care was needed {days} d ago.',
    WAITED: 'The request has waited for {days} d.',
  },
};

/** Why a criterion counts, for a person who reads it. */
export const prioritySentence = ({ key, parameters }: PriorityReason['told'], language: Language): string =>
  say(sentences, language, key, parameters);
