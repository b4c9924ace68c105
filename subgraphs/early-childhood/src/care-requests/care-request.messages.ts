import { type RefusalDetails, statesOfStep } from '@relais/platform/graphql/refusal.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import type { CareRequestStatus } from './care-request-status.ts';
import type { ChangeCareRequestRefusalReason } from './change-care-request.ts';
import type { ProposeAlternativeRefusalReason } from './propose-alternative.ts';
import type { RefuseCareRequestRefusalReason } from './refuse-care-request.ts';
import type { SubmitCareRequestRefusalReason } from './submit-care-request.ts';

/** Why a request was not taken or changed, and what to mend. */
export const submissionMessages: Catalogue<SubmitCareRequestRefusalReason | ChangeCareRequestRefusalReason> =
  {
    fr: {
      UNKNOWN_CARE_REQUEST: 'Cette demande n’existe pas.',
      STALE_VERSION: 'La demande a changé entre-temps. Relisez-la.',
      NOT_WAITING: 'La demande n’attend plus de place : elle ne se modifie plus.',
      UNKNOWN_CHILD: 'Cet enfant n’est pas connu du relais.',
      UNKNOWN_FAMILY: 'Cette famille n’est pas connue du relais.',
      STAY_TOO_LONG: 'Un accueil dure 12 heures au plus.',
      TOO_FAR_AHEAD: 'Un accueil se demande deux ans à l’avance au plus : vérifiez l’année.',
      SAME_REQUEST_OPEN:
        'Une demande ouverte porte déjà sur les mêmes horaires pour cet enfant. S’il en faut une seconde, confirmez.',
      CONFLICT: 'Cet identifiant a déjà servi pour une autre demande.',
      WEEKLY_NEED_MISSING: 'Un accueil régulier ou flexible demande une semaine type et une période.',
      WEEKLY_NEED_NOT_FOR_THIS_KIND:
        'Un accueil occasionnel ou d’urgence se demande par dates, sans semaine type.',
      STRETCHES_MISSING: 'Un accueil occasionnel ou d’urgence demande au moins une date avec ses heures.',
      STRETCHES_NOT_FOR_THIS_KIND:
        'Un accueil régulier ou flexible se demande par semaine type, sans dates isolées.',
      EMERGENCY_REASON_MISSING: 'Indiquez la raison de l’urgence.',
      EMERGENCY_REASON_NOT_FOR_THIS_KIND: 'Une raison d’urgence ne va qu’avec un accueil d’urgence.',
      MILESTONE_MISSING: 'Indiquez le rendez-vous qui est la raison de l’urgence.',
      MILESTONE_NOT_FOR_THIS_REASON: 'Un rendez-vous ne s’indique que s’il est la raison de l’urgence.',
      WEEKDAY_UNKNOWN: 'Le jour de la semaine va de 1 (lundi) à 7 (dimanche).',
      LINE_ENDS_BEFORE_IT_STARTS: 'Dans la semaine type, une fin précède son début.',
      NOT_ON_THE_HALF_HOUR: 'L’accueil commence et finit à l’heure pile ou à la demie.',
      LINES_OVERLAP: 'Deux lignes de la semaine type se chevauchent.',
      PERIOD_ENDS_BEFORE_IT_STARTS: 'Le dernier jour précède le premier.',
      OVER_TWELVE_MONTHS: 'Une demande porte sur moins de douze mois ; elle se renouvelle ensuite.',
      LINE_OUTSIDE_PERIOD: 'Un jour de la semaine type ne tombe sur aucun jour de la période.',
      STRETCH_ENDS_BEFORE_IT_STARTS: 'La fin d’un moment demandé précède son début.',
      NOT_WITHIN_ONE_DAY: 'Un moment demandé tient dans une seule journée ; indiquez chaque jour à part.',
      STRETCHES_OVERLAP: 'Deux moments demandés se chevauchent.',
      TOO_MANY_STRETCHES:
        'Une demande compte 60 dates au plus ; au-delà, c’est un accueil régulier ou flexible.',
      IN_THE_PAST: 'Le moment demandé est déjà passé.',
      CHILD_OF_ANOTHER_FAMILY: 'Cet enfant n’appartient pas à cette famille.',
      CHILD_TOO_OLD: 'L’enfant aura déjà six ans le premier jour.',
      UNKNOWN_MILESTONE:
        'Ce rendez-vous n’est pas connu ici. S’il vient d’être fixé, réessayez dans un instant.',
      MILESTONE_OF_ANOTHER_FAMILY: 'Ce rendez-vous concerne une autre famille.',
      UNKNOWN_CENTRE: 'Un des établissements choisis n’existe pas.',
      CENTRE_CHOSEN_TWICE: 'Un établissement est choisi deux fois.',
      TOO_MANY_CHOICES: 'La famille classe quatre établissements municipaux et quatre associatifs au plus.',
    },
    en: {
      UNKNOWN_CARE_REQUEST: 'There is no such request.',
      STALE_VERSION: 'The request has changed in the meantime. Read it again.',
      NOT_WAITING: 'The request does not wait for a place any more: it can no longer be changed.',
      UNKNOWN_CHILD: 'The service point does not know this child.',
      UNKNOWN_FAMILY: 'The service point does not know this family.',
      STAY_TOO_LONG: 'A stay lasts 12 hours at most.',
      TOO_FAR_AHEAD: 'Care is asked for two years ahead at most: check the year.',
      SAME_REQUEST_OPEN:
        'An open request asks for the same times for this child already. If a second one is needed, confirm.',
      CONFLICT: 'This id was already used for another request.',
      WEEKLY_NEED_MISSING: 'Long-term and flexible care need an ordinary week and a period.',
      WEEKLY_NEED_NOT_FOR_THIS_KIND:
        'Short-term care and emergencies are asked for by date, without an ordinary week.',
      STRETCHES_MISSING: 'Short-term care and emergencies need at least one date with its hours.',
      STRETCHES_NOT_FOR_THIS_KIND:
        'Long-term and flexible care are asked for by ordinary week, without single dates.',
      EMERGENCY_REASON_MISSING: 'Say why it is an emergency.',
      EMERGENCY_REASON_NOT_FOR_THIS_KIND: 'The reason of an emergency goes with emergency care only.',
      MILESTONE_MISSING: 'Name the milestone that is the reason of the emergency.',
      MILESTONE_NOT_FOR_THIS_REASON: 'A milestone is named only when it is the reason of the emergency.',
      WEEKDAY_UNKNOWN: 'The weekday goes from 1 (Monday) to 7 (Sunday).',
      LINE_ENDS_BEFORE_IT_STARTS: 'In the ordinary week, an end comes before its start.',
      NOT_ON_THE_HALF_HOUR: 'Care starts and ends on the hour or the half-hour.',
      LINES_OVERLAP: 'Two lines of the ordinary week overlap.',
      PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day comes before the first.',
      OVER_TWELVE_MONTHS: 'A request is for less than twelve months; it can be renewed afterwards.',
      LINE_OUTSIDE_PERIOD: 'A day of the ordinary week falls on no day of the period.',
      STRETCH_ENDS_BEFORE_IT_STARTS: 'The end of a stretch comes before its start.',
      NOT_WITHIN_ONE_DAY: 'A stretch lies within one day; give each day by itself.',
      STRETCHES_OVERLAP: 'Two stretches overlap.',
      TOO_MANY_STRETCHES: 'A request has 60 dates at most; beyond, it is long-term or flexible care.',
      IN_THE_PAST: 'The time asked for has passed already.',
      CHILD_OF_ANOTHER_FAMILY: 'This child is not of this family.',
      CHILD_TOO_OLD: 'The child will be six years old on the first day.',
      UNKNOWN_MILESTONE: 'This milestone is not known here. If it was just planned, try again in a moment.',
      MILESTONE_OF_ANOTHER_FAMILY: 'This milestone is another family’s.',
      UNKNOWN_CENTRE: 'One of the chosen centres does not exist.',
      CENTRE_CHOSEN_TWICE: 'A centre is chosen twice.',
      TOO_MANY_CHOICES: 'The family ranks four municipal and four associative centres at most.',
    },
  };

const statuses: Catalogue<CareRequestStatus> = {
  fr: {
    SUBMITTED: 'en attente d’une place',
    OFFERED: 'place proposée',
    ACCEPTED: 'place acceptée',
    PLACED: 'satisfaite',
    ALTERNATIVE_PROPOSED: 'autre solution proposée',
    REFUSED: 'refusée',
    WITHDRAWN: 'retirée',
  },
  en: {
    SUBMITTED: 'waiting for a place',
    OFFERED: 'place offered',
    ACCEPTED: 'place accepted',
    PLACED: 'met with a place',
    ALTERNATIVE_PROPOSED: 'another solution proposed',
    REFUSED: 'refused',
    WITHDRAWN: 'withdrawn',
  },
};

/** What a refused step of a request names. */
export const detailsOfStep = (present: CareRequestStatus, asked: CareRequestStatus): RefusalDetails =>
  statesOfStep(statuses, present, asked);

type StepReason = RefuseCareRequestRefusalReason | ProposeAlternativeRefusalReason;

/** Why a step was not taken. */
export const stepMessages: Catalogue<StepReason> = {
  fr: {
    UNKNOWN_CARE_REQUEST: 'Cette demande n’existe pas.',
    STALE_VERSION: 'La demande a changé entre-temps. Relisez-la.',
    STEP_NOT_ALLOWED: 'La demande en est à « {present} » : elle ne peut pas passer à « {asked} ».',
    DECIDED_BY_A_COMMISSION: 'Une demande d’accueil régulier se décide en commission d’admission.',
    TEXT_MISSING: 'Décrivez la solution proposée à la famille.',
    REASON_MISSING: 'Indiquez le motif : la famille y a droit (CRPA L211-2).',
  },
  en: {
    UNKNOWN_CARE_REQUEST: 'There is no such request.',
    STALE_VERSION: 'The request has changed in the meantime. Read it again.',
    STEP_NOT_ALLOWED: 'The request stands at “{present}”: it cannot go on to “{asked}”.',
    DECIDED_BY_A_COMMISSION: 'A request for long-term care is decided in an admission commission.',
    TEXT_MISSING: 'Describe the solution proposed to the family.',
    REASON_MISSING: 'Say why: the family has a right to know (CRPA L211-2).',
  },
};
