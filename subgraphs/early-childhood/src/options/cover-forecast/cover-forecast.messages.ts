import type { Catalogue } from '@relais/platform/messages.ts';

export const forecastProblems: Catalogue<'NOT_WITHIN_A_DAY' | 'TRAVEL_TOO_LONG'> = {
  fr: {
    NOT_WITHIN_A_DAY: 'la fin doit suivre le début, de {most} heures au plus.',
    TRAVEL_TOO_LONG: 'le trajet compte de 0 à {most} minutes.',
  },
  en: {
    NOT_WITHIN_A_DAY: 'the end must follow the start, by {most} hours at most.',
    TRAVEL_TOO_LONG: 'the way takes 0 to {most} minutes.',
  },
};
