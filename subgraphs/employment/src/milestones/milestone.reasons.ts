import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { fileClosed, unknownJobSeeker } from '../job-seekers/job-seeker.reasons.ts';
import { unsuitableText } from '../text.reasons.ts';

export const unknownMilestone = {
  UNKNOWN_MILESTONE: {
    fr: 'Aucun demandeur d’emploi que vous suivez n’a cette étape.',
    en: 'No job seeker you follow has this milestone.',
  },
} satisfies Reasons;

/** Wherever times are set. */
export const timeReasons = {
  ENDS_BEFORE_IT_STARTS: {
    fr: 'L’étape doit se terminer après son début.',
    en: 'The milestone must end after it starts.',
  },
  LONGER_THAN_14_HOURS: {
    fr: 'Une étape dure 14 heures au plus.',
    en: 'A milestone lasts 14 hours at most.',
  },
  NOT_WITHIN_ONE_DAY: {
    fr: 'Une étape tient dans une seule journée ; au-delà, créez une étape par jour.',
    en: 'A milestone lies within one day; for longer ones, create one milestone a day.',
    meaning: 'A milestone lies within one day of the city; anything longer is a series of milestones.',
  },
  TRAVEL_OUT_OF_RANGE: {
    fr: 'Le trajet dure de 0 à 240 minutes dans chaque sens.',
    en: 'Travel takes 0 to 240 minutes each way.',
  },
  STARTS_IN_THE_PAST: {
    fr: 'Une étape ne peut pas être prévue dans le passé.',
    en: 'A milestone cannot be scheduled in the past.',
  },
} satisfies Reasons;

/** What may be right all the same: a first day of work ends a registration, and two workshops may be a choice. */
export const clashReasons = {
  AFTER_FILE_END: {
    fr: 'Le dossier se termine le {day} : l’étape du {when} vient après. Si elle est voulue, confirmez.',
    en: 'The file ends on {day}: the milestone on {when} comes after. If it is wanted, confirm.',
    meaning: 'The milestone starts on the day on which the file ends, or later.',
    isQuestion: true,
  },
  OVERLAPS: {
    fr: 'Cette personne a déjà une étape à ce moment, le {when}. Si les deux sont voulues, confirmez.',
    en: 'This person has a milestone at that time already, on {when}. If both are wanted, confirm.',
    meaning: 'Another milestone of the same person lies at the same time.',
    isQuestion: true,
  },
} satisfies Reasons;

/** Of one milestone, and of a series. */
export const scheduleReasons = reasons(
  unknownJobSeeker,
  fileClosed,
  idTaken,
  unsuitableText,
  timeReasons,
  clashReasons,
);

/** What every change of a milestone may be refused for. */
export const changeReasons = reasons(unknownMilestone, stale({ fr: 'une étape', en: 'milestone' }), {
  STEP_NOT_ALLOWED: {
    fr: 'Cette étape est « {present} » : elle ne peut plus devenir « {asked} ».',
    en: 'This milestone is “{present}”: it cannot become “{asked}” any more.',
    meaning: 'The life cycle does not lead from the present status to this one.',
  },
});

export const moveReasons = reasons(changeReasons, timeReasons, clashReasons, {
  ALREADY_STARTED: {
    fr: 'Cette étape a commencé : son horaire ne change plus.',
    en: 'This milestone has started: its time does not change any more.',
  },
});

/** Of confirming and of calling off. */
export const stepReasons = reasons(changeReasons, {
  ALREADY_OVER: {
    fr: 'Cette étape est passée : elle ne s’annule ni ne se confirme plus. Notez plutôt son issue : venue, absence ou absence excusée.',
    en: 'This milestone is over: it can be neither called off nor confirmed any more. Record its outcome instead: attended, missed or excused.',
  },
});

/** Why an outcome cannot be so, whether it is recorded or put right. */
export const missedReasons = {
  MISSED_NEEDS_A_REASON: {
    fr: 'Indiquez pourquoi l’étape a été manquée.',
    en: 'Say why the milestone was missed.',
  },
  REASON_ONLY_WHEN_MISSED: {
    fr: 'Seule une étape manquée porte un motif d’absence.',
    en: 'Only a missed milestone has a reason for absence.',
  },
} satisfies Reasons;

export const outcomeReasons = reasons(changeReasons, missedReasons, {
  NOT_STARTED_YET: {
    fr: 'L’issue ne s’enregistre qu’une fois l’étape commencée.',
    en: 'The outcome is recorded once the milestone has started.',
  },
});

export const correctOutcomeReasons = reasons(
  unknownMilestone,
  stale({ fr: 'une étape', en: 'milestone' }),
  missedReasons,
  correctionReasons,
  {
    NO_OUTCOME_YET: {
      fr: 'Cette étape n’a pas encore d’issue : enregistrez-la.',
      en: 'This milestone has no outcome yet: record it.',
    },
  } satisfies Reasons,
);
