import type { Catalogue } from '@relais/platform/messages.ts';

export const freePlacesProblems: Catalogue<'TOO_MANY_DAYS' | 'HOURS_END_BEFORE_THEY_START'> = {
  fr: {
    TOO_MANY_DAYS: 'quatorze jours au plus à la fois ; demandez les suivants ensuite.',
    HOURS_END_BEFORE_THEY_START:
      'sur plusieurs jours, ce sont les mêmes heures chaque jour : l’heure de fin doit suivre celle de début.',
  },
  en: {
    TOO_MANY_DAYS: 'fourteen days at once at most; ask for those after them later.',
    HOURS_END_BEFORE_THEY_START:
      'over several days it is the same hours of each day: the hour of the end must come after that of the start.',
  },
};
