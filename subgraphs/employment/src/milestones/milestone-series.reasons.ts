import { type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { clashReasons, missedReasons, scheduleReasons, timeReasons } from './milestone.reasons.ts';

export const seriesReasons = reasons(scheduleReasons, {
  PERIOD_ENDS_BEFORE_IT_STARTS: {
    fr: 'Le dernier jour précède le premier.',
    en: 'The last day comes before the first.',
  },
  SERIES_TOO_LONG: {
    fr: 'Une série tient dans 184 jours, six mois ; au-delà, prévoyez-en une seconde.',
    en: 'A series lies within 184 days, six months; for longer ones, schedule a second one.',
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

/** What every change of a series may be refused for. */
export const seriesChangeReasons = reasons(stale({ fr: 'une série', en: 'series' }), {
  UNKNOWN_SERIES: {
    fr: 'Aucun demandeur d’emploi que vous suivez n’a cette série.',
    en: 'No job seeker you follow has this series.',
  },
  NOTHING_LEFT: {
    fr: 'Aucune étape de cette série n’est concernée : toutes sont passées, réglées ou exceptées.',
    en: 'No milestone of this series is concerned: all are over, settled or left out.',
  },
} satisfies Reasons);

export const moveSeriesReasons = reasons(seriesChangeReasons, timeReasons, clashReasons, {
  MOVED_TOO_FAR: {
    fr: 'Une série se déplace de 31 jours au plus ; au-delà, annulez-la et prévoyez-en une autre.',
    en: 'A series is moved by 31 days at most; for more, call it off and schedule another one.',
  },
} satisfies Reasons);

export const seriesOutcomeReasons = reasons(seriesChangeReasons, missedReasons);
