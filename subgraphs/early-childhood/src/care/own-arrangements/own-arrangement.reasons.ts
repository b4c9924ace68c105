import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { unknownWeekday } from '../../centres/centres/weekly-hours.reasons.ts';
import { careObjected, unknownChild } from '../../families/families/child.reasons.ts';

/** Why what is said of an own arrangement cannot be noted. */
export const arrangementReasons = reasons(unknownWeekday, {
  DATED_OR_WEEKLY: {
    fr: 'Indiquez soit un moment daté, soit un jour de chaque semaine.',
    en: 'Give either a dated time or a weekday of every week.',
  },
  SCHOOL_IS_WEEKLY: {
    fr: 'L’école s’indique par jour de la semaine ; ses vacances ne comptent pas.',
    en: 'School is given by weekday; its holidays do not count.',
  },
  ENDS_BEFORE_IT_STARTS: { fr: 'La fin précède le début.', en: 'The end comes before the start.' },
  WEEKDAY_OUTSIDE_PERIOD: {
    fr: 'Ce jour de la semaine ne tombe sur aucun jour de la période.',
    en: 'This weekday falls on no day of the period.',
  },
} satisfies Reasons);

export const recordReasons = reasons(unknownChild, careObjected, idTaken, arrangementReasons);

/** Why an arrangement cannot be changed, whatever is to become of it. */
export const standing = reasons(
  unknownOrStale('OWN_ARRANGEMENT', { fr: 'une solution familiale', en: 'own arrangement' }),
  {
    ALREADY_REMOVED: {
      fr: 'Cette solution familiale est déjà retirée.',
      en: 'This own arrangement is removed already.',
    },
  },
);

export const endArrangementReasons = reasons(standing, {
  NOT_WEEKLY: {
    fr: 'Cette solution n’a lieu qu’une fois : retirez-la au lieu de la terminer.',
    en: 'This arrangement happens only once: remove it instead of ending it.',
  },
  DAY_HAS_PASSED: {
    fr: 'Ce jour est passé : la solution se termine aujourd’hui au plus tôt.',
    en: 'This day has passed: the arrangement ends today at the earliest.',
  },
  ENDS_EARLIER_ALREADY: {
    fr: 'Cette solution est déjà terminée ce jour-là.',
    en: 'This arrangement has ended by that day already.',
  },
});

export const removeReasons = reasons(standing, {
  ALREADY_OVER: {
    fr: 'Cette solution est passée : ce qui a eu lieu reste noté.',
    en: 'This arrangement is over: what took place stays noted.',
  },
});

export const correctReasons = reasons(standing, arrangementReasons, {
  ALREADY_BEGUN: {
    fr: 'Cette solution a déjà commencé : terminez-la et notez la nouvelle.',
    en: 'This arrangement has begun: end it and note the new one.',
    meaning: 'Some of it has passed: end or remove it, and record the new one.',
  },
});
