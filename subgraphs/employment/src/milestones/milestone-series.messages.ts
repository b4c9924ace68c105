import type { Catalogue } from '@relais/platform/messages.ts';
import { meanings, type Refusal, sentences } from '../messages.ts';
import type { SeriesProblem } from './milestone-series.rules.ts';

/** What each reason means to a programmer. */
export const seriesMeanings = {
  ...meanings,
  PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day comes before the first.',
  SERIES_TOO_LONG: 'A series lies within 92 days.',
  WEEKDAY_OUT_OF_RANGE: 'Days of the week go from 1 (Monday) to 7 (Sunday).',
  WEEKDAY_OUTSIDE_PERIOD: 'A day of the week that was named is no day of the period.',
  SERIES_WITHOUT_DAYS: 'No day of the week was named, or all of their days are left out.',
} satisfies Record<Refusal | SeriesProblem, string>;

export const seriesSentences: Catalogue<Refusal | SeriesProblem> = {
  fr: {
    ...sentences.fr,
    SERIES_TOO_LONG: 'Une série tient dans 92 jours ; au-delà, prévoyez-en une seconde.',
    WEEKDAY_OUT_OF_RANGE: 'Les jours de la semaine vont de 1 (lundi) à 7 (dimanche).',
    PERIOD_ENDS_BEFORE_IT_STARTS: 'Le dernier jour précède le premier.',
    WEEKDAY_OUTSIDE_PERIOD: 'Un des jours de la semaine choisis ne tombe sur aucun jour de la période.',
    SERIES_WITHOUT_DAYS: 'Indiquez au moins un jour de la semaine, et n’exceptez pas tous les jours.',
  },
  en: {
    ...sentences.en,
    SERIES_TOO_LONG: 'A series lies within 92 days; for longer ones, schedule a second one.',
    WEEKDAY_OUT_OF_RANGE: 'Days of the week go from 1 (Monday) to 7 (Sunday).',
    PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day comes before the first.',
    WEEKDAY_OUTSIDE_PERIOD: 'One of the days of the week falls on no day of the period.',
    SERIES_WITHOUT_DAYS: 'Name at least one day of the week, and do not leave all days out.',
  },
};
