import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { unknownSection } from '../../centres/centres/centre.reasons.ts';
import { foreseen } from '../../centres/city-settings/notice.reasons.ts';
import { notServedYet } from '../../centres/districts/district.reasons.ts';
import { unknownMilestone } from '../../cover/known-milestones/known-milestone.reasons.ts';
import { unknownChild } from '../../families/families/child.reasons.ts';
import { otherParentsDay } from '../../families/shared-residence/residence.reasons.ts';

/** Care is of one family. */
export const ofAnotherFamily = {
  CHILD_OF_ANOTHER_FAMILY: {
    fr: 'Cet enfant n’appartient pas à cette famille.',
    en: 'This child is not of this family.',
  },
  MILESTONE_OF_ANOTHER_FAMILY: {
    fr: 'Cette étape concerne une autre famille.',
    en: 'This milestone is another family’s.',
  },
} satisfies Reasons;

/** What every stay keeps to, booked or asked for. */
export const stayLimits = {
  NOT_ON_THE_HALF_HOUR: {
    fr: 'L’accueil commence et finit à l’heure pile ou à la demie.',
    en: 'Care starts and ends on the hour or the half-hour.',
  },
  STAY_TOO_LONG: { fr: 'Un accueil dure 12 heures au plus.', en: 'A stay lasts 12 hours at most.' },
} satisfies Reasons;

/** What may stand in the way of care at some time and place. */
export const obstacles = reasons(unknownMilestone, ofAnotherFamily, stayLimits, {
  ENDS_BEFORE_IT_STARTS: { fr: 'La fin précède le début.', en: 'The end comes before the start.' },
  STARTS_IN_THE_PAST: {
    fr: 'Le début est déjà passé.',
    en: 'The start has passed already.',
    meaning: 'The start has passed; an emergency may start with the half-hour that runs, not earlier.',
  },
  TOO_FAR_AHEAD: {
    fr: 'Une réservation se fait deux ans à l’avance au plus : vérifiez l’année.',
    en: 'Care is booked two years ahead at most: check the year.',
  },
  STARTS_BEFORE_NEXT_MONDAY: {
    fr: 'Un accueil régulier commence lundi prochain au plus tôt.',
    en: 'Long-term care starts next Monday at the earliest.',
  },
  CARE_KIND_NOT_OFFERED: {
    fr: 'Cet établissement ne propose pas ce type d’accueil.',
    en: 'This centre does not offer this kind of care.',
  },
  OUTSIDE_OPENING_HOURS: {
    fr: 'L’établissement n’est pas ouvert pendant tout ce temps.',
    en: 'The centre is not open for all of this time.',
  },
  CENTRE_CLOSED: {
    fr: 'L’établissement est fermé ce jour-là, ou à ces heures.',
    en: 'The centre is closed on that day, or at those hours.',
  },
  CHILD_TOO_YOUNG: {
    fr: 'L’enfant n’a pas l’âge de cette section, ou pas encore dix semaines[ : l’accueil peut commencer le {oldEnoughOn} au plus tôt][, {asExpected}].',
    en: 'The child has not reached the age of this section, or not yet ten weeks[: care can start on {oldEnoughOn} at the earliest][, {asExpected}].',
    meaning:
      'Under 10 weeks, or too young for the section; an expected child by the age it will have if born as expected.',
  },
  CHILD_TOO_OLD: {
    fr: 'L’enfant est trop âgé pour cette section.',
    en: 'The child is too old for this section.',
    meaning: '6 years or older, or too old for the section.',
  },
  CHILD_ALREADY_BOOKED: {
    fr: 'L’enfant a déjà une réservation à ce moment.',
    en: 'The child is booked at that time already.',
    meaning: 'The child is booked at that time, here or elsewhere.',
  },
  SECTION_FULL: {
    fr: 'La section est complète à ce moment.',
    en: 'The section is full at that time.',
  },
  CENTRE_FULL: {
    fr: 'L’établissement est complet à ce moment.',
    en: 'The centre is full at that time.',
    meaning: 'The centre has reached its authorised places, or 115 % of them for an emergency.',
  },
  CENTRE_WEEK_FULL: {
    fr: 'L’établissement atteint déjà ses heures autorisées de la semaine.',
    en: 'The centre has reached its authorised hours of the week.',
    meaning: 'The child-hours of the week would exceed authorised places × opening hours (R2324-27).',
  },
} satisfies Reasons);

/** Why care is not booked, wherever the family lives. */
export const placeReasons = reasons(
  unknownSection,
  unknownChild,
  idTaken,
  obstacles,
  otherParentsDay,
  foreseen,
  {
    WHOSE_DAY_UNKNOWN: {
      fr: 'On ne sait pas chez quel parent l’enfant est ce jour-là : dites quelle famille paie, ou confirmez que c’est celle du dossier.',
      en: 'Nobody knows with which parent the child is then: say which family pays, or confirm that it is the one of the file.',
      meaning:
        'The child lives by turns with two families, and neither its calendar nor the request says which one pays.',
      isQuestion: true,
    },
    COMMISSION_NEEDED: {
      fr: 'L’accueil régulier se décide en commission : l’enfant n’a pas de place ce jour-là. Déposez une demande, ou réservez un accueil occasionnel.',
      en: 'Long-term care is decided in a commission: the child has no place on that day. Submit a request, or book short-term care.',
      meaning: 'Long-term care of a child without a placement in long-term care on that day.',
    },
  },
);

export const bookReasons = reasons(placeReasons, notServedYet);

export const alreadyAttended = {
  ALREADY_ATTENDED: {
    fr: 'La présence ou l’absence est déjà notée.',
    en: 'Attendance or absence is noted already.',
  },
} satisfies Reasons;

const standing = reasons(
  unknownOrStale('BOOKING', { fr: 'une réservation', en: 'booking' }),
  alreadyAttended,
);

const cancelled = {
  ALREADY_CANCELLED: {
    fr: 'La réservation est déjà annulée.',
    en: 'The booking is cancelled already.',
  },
} satisfies Reasons;

export const notConfirmed = {
  NOT_CONFIRMED: {
    fr: 'Cette réservation n’est pas confirmée : l’enfant n’est pas attendu.',
    en: 'This booking is not confirmed: the child is not expected.',
    meaning: 'The booking is only held for an offer, which is made for that time, or is cancelled.',
  },
} satisfies Reasons;

export const cancelReasons = reasons(standing, cancelled, {
  REASON_MISSING: {
    fr: 'Indiquez pourquoi la réservation est annulée.',
    en: 'Say why the booking is cancelled.',
  },
  ALREADY_ENDED: {
    fr: 'L’accueil est terminé : il ne s’annule plus.',
    en: 'The care is over: it can no longer be cancelled.',
  },
});

export const moveReasons = reasons(
  standing,
  cancelled,
  notConfirmed,
  unknownSection,
  obstacles,
  otherParentsDay,
  foreseen,
  {
    IS_FAMILIARISATION: {
      fr: 'C’est une journée de familiarisation : elle se déplace avec celles du contrat d’accueil.',
      en: 'This is a day of familiarisation: it is moved with those of the placement.',
      meaning: 'A day of familiarisation of a placement: `changeFamiliarisation` moves it.',
    },
    ALREADY_STARTED: {
      fr: 'L’accueil a commencé : il ne se déplace plus.',
      en: 'Care has started: it can no longer be moved.',
    },
  },
);

/** Times at which a child came and went that cannot be true. */
export const timeReasons = {
  IN_THE_FUTURE: {
    fr: 'Cette heure n’est pas encore arrivée.',
    en: 'This time has not come yet.',
    meaning: 'The time lies more than five minutes ahead of the clock here.',
  },
  ANOTHER_DAY: {
    fr: 'Cette heure est d’un autre jour que l’accueil.',
    en: 'This time is of another day than the care.',
  },
  LEFT_BEFORE_ARRIVAL: {
    fr: 'Le départ précède l’arrivée.',
    en: 'The departure comes before the arrival.',
    meaning:
      'The departure is not after the arrival, or, where that was not noted, not after the start of care.',
  },
} satisfies Reasons;

export const correctAttendanceReasons = reasons(
  unknownOrStale('BOOKING', { fr: 'une réservation', en: 'booking' }),
  correctionReasons,
  timeReasons,
  {
    TIMES_OF_AN_ABSENCE: {
      fr: 'Un enfant absent n’est ni arrivé ni parti : n’indiquez pas d’heure.',
      en: 'An absent child neither came nor went: give no time.',
    },
    NOT_RECORDED: {
      fr: 'Ni présence ni absence n’est notée : il n’y a rien à corriger.',
      en: 'Neither attendance nor absence is noted: there is nothing to correct.',
    },
  },
);

export const notStartedYet = {
  NOT_STARTED_YET: { fr: 'L’accueil n’a pas commencé.', en: 'Care has not started yet.' },
} satisfies Reasons;

export const attendanceReasons = reasons(standing, notConfirmed, notStartedYet);
