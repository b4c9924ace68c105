import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unknownWeekday = {
  WEEKDAY_UNKNOWN: {
    fr: 'Le jour de la semaine va de 1 (lundi) à 7 (dimanche).',
    en: 'The weekday goes from 1 (Monday) to 7 (Sunday).',
  },
} satisfies Reasons;
