import type { Catalogue } from '@relais/platform/messages.ts';

type Problem = 'WEEK_OR_STRETCH' | 'AGE_IN_MONTHS' | 'AGES_REVERSED';

/** What is wrong with a question to the waiting list. */
export const waitingListProblems: Catalogue<Problem> = {
  fr: {
    WEEK_OR_STRETCH: 'indiquez soit des heures de chaque semaine, soit une seule période datée.',
    AGE_IN_MONTHS: 'un âge de 0 à {most} mois.',
    AGES_REVERSED: 'l’âge maximal doit dépasser l’âge minimal.',
  },
  en: {
    WEEK_OR_STRETCH: 'give either hours of every week or one dated stretch.',
    AGE_IN_MONTHS: 'an age of 0 to {most} months.',
    AGES_REVERSED: 'the greatest age must be more than the least.',
  },
};
