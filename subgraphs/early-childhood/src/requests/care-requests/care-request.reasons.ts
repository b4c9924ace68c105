import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { ofAnotherFamily, stayLimits } from '../../care/bookings/booking.reasons.ts';
import { periodReversed } from '../../care/placements/placement.reasons.ts';
import { unknownWeekday } from '../../centres/centres/weekly-hours.reasons.ts';
import { foreseen } from '../../centres/city-settings/notice.reasons.ts';
import { notServedYet } from '../../centres/districts/district.reasons.ts';
import { unknownMilestone } from '../../cover/known-milestones/known-milestone.reasons.ts';
import { phoneNotUnderstood } from '../../families/families/adult.reasons.ts';
import { careObjected, unknownChild } from '../../families/families/child.reasons.ts';
import { unknownFamily } from '../../families/families/family.reasons.ts';
import { otherParentsDay } from '../../families/shared-residence/residence.reasons.ts';

/** What every change of a request may be refused for. */
export const requestStanding = unknownOrStale('CARE_REQUEST', { fr: 'une demande', en: 'request' });

/** What goes with which kind of care. */
const shapes = {
  WEEKLY_NEED_MISSING: {
    fr: 'Un accueil régulier ou flexible demande une semaine type et une période.',
    en: 'Long-term and flexible care need an ordinary week and a period.',
  },
  WEEKLY_NEED_NOT_FOR_THIS_KIND: {
    fr: 'Un accueil occasionnel ou d’urgence se demande par dates, sans semaine type.',
    en: 'Short-term care and emergencies are asked for by date, without an ordinary week.',
  },
  STRETCHES_MISSING: {
    fr: 'Un accueil occasionnel ou d’urgence demande au moins une date avec ses heures.',
    en: 'Short-term care and emergencies need at least one date with its hours.',
  },
  STRETCHES_NOT_FOR_THIS_KIND: {
    fr: 'Un accueil régulier ou flexible se demande par semaine type, sans dates isolées.',
    en: 'Long-term and flexible care are asked for by ordinary week, without single dates.',
  },
  EMERGENCY_REASON_MISSING: { fr: 'Indiquez la raison de l’urgence.', en: 'Say why it is an emergency.' },
  EMERGENCY_REASON_NOT_FOR_THIS_KIND: {
    fr: 'Une raison d’urgence ne va qu’avec un accueil d’urgence.',
    en: 'The reason of an emergency goes with emergency care only.',
  },
  MILESTONE_MISSING: {
    fr: 'Indiquez l’étape qui est la raison de l’urgence.',
    en: 'Name the milestone that is the reason of the emergency.',
  },
  MILESTONE_NOT_FOR_THIS_REASON: {
    fr: 'Une étape ne s’indique que si elle est la raison de l’urgence.',
    en: 'A milestone is named only when it is the reason of the emergency.',
  },
} satisfies Reasons;

const weeks = reasons(unknownWeekday, periodReversed, {
  LINE_ENDS_BEFORE_IT_STARTS: {
    fr: 'Dans la semaine type, une fin précède son début.',
    en: 'In the ordinary week, an end comes before its start.',
  },
  LINES_OVERLAP: {
    fr: 'Deux lignes de la semaine type se chevauchent.',
    en: 'Two lines of the ordinary week overlap.',
  },
  LINE_OUTSIDE_PERIOD: {
    fr: 'Un jour de la semaine type ne tombe sur aucun jour de la période.',
    en: 'A day of the ordinary week falls on no day of the period.',
  },
});

const stretches = {
  STRETCH_ENDS_BEFORE_IT_STARTS: {
    fr: 'La fin d’un moment demandé précède son début.',
    en: 'The end of a stretch comes before its start.',
  },
  NOT_WITHIN_ONE_DAY: {
    fr: 'Un moment demandé tient dans une seule journée ; indiquez chaque jour à part.',
    en: 'A stretch lies within one day; give each day by itself.',
    meaning: 'A stretch does not lie within one local day.',
  },
  STRETCHES_OVERLAP: { fr: 'Deux moments demandés se chevauchent.', en: 'Two stretches overlap.' },
  TOO_MANY_STRETCHES: {
    fr: 'Une demande compte 60 dates au plus ; au-delà, c’est un accueil régulier ou flexible.',
    en: 'A request has 60 dates at most; beyond, it is long-term or flexible care.',
  },
} satisfies Reasons;

const times = {
  OVER_TWELVE_MONTHS: {
    fr: 'Une demande porte sur moins de douze mois ; elle se renouvelle ensuite.',
    en: 'A request is for less than twelve months; it can be renewed afterwards.',
  },
  IN_THE_PAST: {
    fr: 'Le moment demandé est déjà passé.',
    en: 'The time asked for has passed already.',
    meaning: 'The first day, or a stretch, has passed.',
  },
  TOO_FAR_AHEAD: {
    fr: 'Un accueil se demande deux ans à l’avance au plus : vérifiez l’année.',
    en: 'Care is asked for two years ahead at most: check the year.',
  },
  CHILD_TOO_OLD: {
    fr: 'L’enfant aura déjà six ans le premier jour.',
    en: 'The child will be six years old on the first day.',
  },
} satisfies Reasons;

const choices = {
  UNKNOWN_CENTRE: {
    fr: 'Un des établissements choisis n’existe pas.',
    en: 'One of the chosen centres does not exist.',
  },
  CENTRE_CHOSEN_TWICE: { fr: 'Un établissement est choisi deux fois.', en: 'A centre is chosen twice.' },
  TOO_MANY_CHOICES: {
    fr: 'La famille classe quatre établissements municipaux et quatre associatifs au plus.',
    en: 'The family ranks four municipal and four associative centres at most.',
  },
} satisfies Reasons;

/** Why the care asked for cannot be taken. */
export const askedReasons = reasons(
  shapes,
  weeks,
  stretches,
  stayLimits,
  times,
  unknownMilestone,
  ofAnotherFamily,
  choices,
);

const sameRequestOpen = {
  SAME_REQUEST_OPEN: {
    fr: 'Une demande ouverte porte déjà sur les mêmes horaires pour cet enfant. S’il en faut une seconde, confirmez.',
    en: 'An open request asks for the same times for this child already. If a second one is needed, confirm.',
    meaning: 'Another open request asks for the same kind and times of care for this child.',
    isQuestion: true,
  },
} satisfies Reasons;

export const submitReasons = reasons(
  askedReasons,
  unknownChild,
  unknownFamily,
  careObjected,
  sameRequestOpen,
  otherParentsDay,
  foreseen,
  notServedYet,
  idTaken,
);

export const changeRequestReasons = reasons(
  requestStanding,
  askedReasons,
  sameRequestOpen,
  otherParentsDay,
  foreseen,
  {
    NOT_WAITING: {
      fr: 'La demande n’attend plus de place : elle ne se modifie plus.',
      en: 'The request does not wait for a place any more: it can no longer be changed.',
    },
  },
);

/** The step is not in the life of a request; what that means differs from step to step. */
const stepNotAllowed = (meaning: string) =>
  ({
    STEP_NOT_ALLOWED: {
      fr: 'La demande en est à « {present} » : elle ne peut pas passer à « {asked} ».',
      en: 'The request stands at “{present}”: it cannot go on to “{asked}”.',
      meaning,
    },
  }) satisfies Reasons;

/** A decision against a family. */
export const groundsMissing = {
  REASON_MISSING: {
    fr: 'Indiquez le motif : la famille y a droit (CRPA L211-2).',
    en: 'Say why: the family has a right to know (CRPA L211-2).',
  },
} satisfies Reasons;

export const refuseReasons = reasons(
  requestStanding,
  stepNotAllowed('A request is refused while it waits for a place, not after.'),
  groundsMissing,
  {
    DECIDED_BY_A_COMMISSION: {
      fr: 'Une demande d’accueil régulier se décide en commission d’admission.',
      en: 'A request for long-term care is decided in an admission commission.',
    },
  },
);

export const alternativeReasons = reasons(
  requestStanding,
  stepNotAllowed('The request does not wait for a place.'),
  phoneNotUnderstood,
  {
    TEXT_MISSING: {
      fr: 'Décrivez la solution proposée à la famille.',
      en: 'Describe the solution proposed to the family.',
    },
    TEXT_TOO_LONG: {
      fr: 'C’est trop long : mille caractères au plus pour la solution, 250 pour le contact.',
      en: 'This is too long: at most a thousand characters for the solution, 250 for the contact.',
    },
    UNKNOWN_ALTERNATIVE: {
      fr: 'La solution à remplacer n’est pas de cette demande, ou l’est déjà : relisez la demande.',
      en: 'The solution to replace is not of this request, or is replaced already: read the request again.',
    },
    PROPOSED_ALREADY: {
      fr: 'Cette solution est déjà proposée à la famille.',
      en: 'This solution is proposed to the family already.',
    },
    TOO_MANY_ALTERNATIVES: {
      fr: 'Vingt solutions sont déjà notées : faites le point avec la famille avant d’en ajouter.',
      en: 'Twenty solutions are noted already: talk to the family before you add another.',
    },
  },
);

const notWaiting = {
  NOT_WAITING: {
    fr: 'La demande n’attend plus de place : il n’y a rien à confirmer.',
    en: 'The request does not wait for a place any more: there is nothing to confirm.',
  },
} satisfies Reasons;

export const confirmReasons = reasons(requestStanding, notWaiting, {
  NEED_OVER: {
    fr: 'La période demandée est passée : déposez une nouvelle demande.',
    en: 'The time asked for has passed: submit a new request.',
  },
});

export const noticeReasons = reasons(requestStanding, notWaiting, {
  NOTICE_SENT_ALREADY: {
    fr: 'La famille a déjà été interrogée : attendez sa réponse, ou notez-la.',
    en: 'The family was asked already: wait for its answer, or note it.',
  },
  NOT_DUE_YET: {
    fr: 'C’est trop tôt : la famille s’interroge deux semaines avant la fin des six mois, au plus tôt.',
    en: 'It is too early: the family is asked two weeks before the six months are over, at the earliest.',
  },
});

export const withdrawRequestReasons = reasons(
  requestStanding,
  stepNotAllowed('The request is over: placed, refused or withdrawn already.'),
);
