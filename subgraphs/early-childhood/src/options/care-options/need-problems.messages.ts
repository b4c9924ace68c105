import type { Catalogue } from '@relais/platform/messages.ts';
import type { NeedProblem } from './care-fit.rules.ts';

/** What is wrong with the need for which options are asked. */
export const needProblems: Catalogue<NeedProblem | 'COUNT_OF_OPTIONS' | 'TOO_MANY_CHOICES'> = {
  fr: {
    ENDS_BEFORE_IT_STARTS: 'la fin doit venir après le début.',
    NOT_WITHIN_ONE_DAY: 'un besoin tient dans une journée ; demandez chaque jour séparément.',
    OVER_ALREADY: 'cette heure est passée.',
    COUNT_OF_OPTIONS: 'de 1 à {most} propositions.',
    TOO_MANY_CHOICES: '{most} choix au plus.',
  },
  en: {
    ENDS_BEFORE_IT_STARTS: 'the end must come after the start.',
    NOT_WITHIN_ONE_DAY: 'a need lies within one day; ask for each day by itself.',
    OVER_ALREADY: 'this time has passed.',
    COUNT_OF_OPTIONS: '1 to {most} options.',
    TOO_MANY_CHOICES: 'at most {most} choices.',
  },
};
