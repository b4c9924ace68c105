import { reasons } from '@relais/platform/graphql/reasons.ts';
import { scheduleReasons } from './milestone.reasons.ts';

export const seriesReasons = reasons(scheduleReasons, {
  PERIOD_ENDS_BEFORE_IT_STARTS: {
    fr: 'Le dernier jour précède le premier.',
    en: 'The last day comes before the first.',
  },
  SERIES_TOO_LONG: {
    fr: 'Une série tient dans 92 jours ; au-delà, prévoyez-en une seconde.',
    en: 'A series lies within 92 days; for longer ones, schedule a second one.',
  },
  WEEKDAY_OUT_OF_RANGE: {
    fr: 'Les jours de la semaine vont de 1 (lundi) à 7 (dimanche).',
    en: 'Days of the week go from 1 (Monday) to 7 (Sunday).',
  },
  WEEKDAY_OUTSIDE_PERIOD: {
    fr: 'Un des jours de la semaine choisis ne tombe sur aucun jour de la période.',
    en: 'One of the days of the week falls on no day of the period.',
  },
  SERIES_WITHOUT_DAYS: {
    fr: 'Indiquez au moins un jour de la semaine, et n’exceptez pas tous les jours.',
    en: 'Name at least one day of the week, and do not leave all days out.',
  },
});
