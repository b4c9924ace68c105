import type { Catalogue } from '@relais/platform/messages.ts';
import { meanings, type Refusal, sentences } from '../messages.ts';
import type { SeriesProblem } from './milestone-series.rules.ts';

/** What each reason means to a programmer. */
export const seriesMeanings = {
  ...meanings,
  SERIES_TOO_LONG: 'A series lies within 92 days.',
  WEEKDAY_OUT_OF_RANGE: 'Days of the week go from 1 (Monday) to 7 (Sunday).',
  SERIES_WITHOUT_DAYS: 'No day of the period is one of these days of the week, or all are left out.',
} satisfies Record<Refusal | SeriesProblem, string>;

export const seriesSentences: Catalogue<Refusal | SeriesProblem> = {
  fr: {
    ...sentences.fr,
    SERIES_TOO_LONG: 'Une série tient dans 92 jours ; au-delà, prévoyez-en une seconde.',
    WEEKDAY_OUT_OF_RANGE: 'Les jours de la semaine vont de 1 (lundi) à 7 (dimanche).',
    SERIES_WITHOUT_DAYS: 'Aucun jour de cette période ne convient.',
  },
  en: {
    ...sentences.en,
    SERIES_TOO_LONG: 'A series lies within 92 days; for longer ones, schedule a second one.',
    WEEKDAY_OUT_OF_RANGE: 'Days of the week go from 1 (Monday) to 7 (Sunday).',
    SERIES_WITHOUT_DAYS: 'No day of this period fits.',
  },
};
