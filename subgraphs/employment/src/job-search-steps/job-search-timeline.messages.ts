import type { Catalogue, Language } from '@relais/platform/messages.ts';
import type { FileClosingReason } from '../job-seekers/job-seeker.ts';
import type { MilestoneKind, MissedReason } from '../milestones/milestone.ts';
import type { MilestoneStatus } from '../milestones/milestone-status.ts';
import type { FollowUpOutcome, FollowUpPoint } from '../returns-to-work/follow-up.ts';
import type { ReturnKind } from '../returns-to-work/return-to-work.ts';
import type { JobSearchStepKind } from './job-search-step-kind.ts';

/** A milestone missed, to who may know why. */
export const missedFor = {
  fr: 'Absence : {what}, le {when} ({why}).',
  en: 'Missed: {what}, on {when} ({why}).',
};

/** A milestone, to who may know its times and nothing else of it. */
export const timesOnly: Readonly<Partial<Record<JobSearchStepKind, Readonly<Record<Language, string>>>>> = {
  MILESTONE_PLANNED: { fr: 'Étape prévue le {when}.', en: 'Milestone planned on {when}.' },
  MILESTONE_SERIES_PLANNED: {
    fr: 'Série d’étapes prévue : {count} fois, du {when} au {lastDay}.',
    en: 'Series of milestones planned: {count} times, from {when} to {lastDay}.',
  },
  MILESTONE_SERIES_MOVED: {
    fr: 'Série d’étapes déplacée : {count} fois, désormais du {when} au {lastDay}.',
    en: 'Series of milestones moved: {count} times, now from {when} to {lastDay}.',
  },
  MILESTONE_SERIES_CANCELLED: {
    fr: 'Série d’étapes annulée : {count} fois, du {when} au {lastDay}.',
    en: 'Series of milestones called off: {count} times, from {when} to {lastDay}.',
  },
  MILESTONE_MOVED: { fr: 'Étape déplacée, désormais le {when}.', en: 'Milestone moved, now on {when}.' },
  MILESTONE_CANCELLED: { fr: 'Étape du {when} annulée.', en: 'Milestone of {when} called off.' },
};

type Word =
  | `milestone.${MilestoneKind}`
  | `missed.${MissedReason}`
  | `ended.${MilestoneStatus}`
  | `closing.${FileClosingReason}`
  | `return.${ReturnKind}`
  | `point.${FollowUpPoint}`
  | `outcome.${FollowUpOutcome}`
  | `left.${'FILES' | 'MILESTONES' | 'CONTRACTS' | 'RETURNS' | 'OTHER'}`;

export const words: Catalogue<Word> = {
  fr: {
    'left.FILES': 'inscriptions',
    'left.MILESTONES': 'étapes',
    'left.CONTRACTS': 'contrats d’engagement',
    'left.RETURNS': 'retours à l’emploi',
    'left.OTHER': 'autres éléments',
    'milestone.INTERVIEW': 'entretien d’embauche',
    'milestone.TRAINING_SESSION': 'formation',
    'milestone.WORKSHOP': 'atelier',
    'milestone.IMMERSION': 'immersion',
    'milestone.ADVISOR_APPOINTMENT': 'rendez-vous avec le conseiller',
    'milestone.JOB_START': 'prise de poste',
    'ended.PLANNED': 'prévue',
    'ended.CONFIRMED': 'confirmée',
    'ended.ATTENDED': 'présence',
    'ended.MISSED': 'absence',
    'ended.EXCUSED': 'absence excusée',
    'ended.CANCELLED': 'annulée',
    'missed.CHILDCARE': 'garde d’enfants',
    'missed.HEALTH': 'santé',
    'missed.TRANSPORT': 'transport',
    'missed.OTHER': 'autre motif',
    'closing.EMPLOYMENT_FOUND': 'emploi trouvé',
    'closing.TRAINING_STARTED': 'entrée en formation',
    'closing.SEARCH_STOPPED': 'arrêt de la recherche',
    'closing.NOT_RENEWED': 'défaut d’actualisation',
    'closing.STRUCK_OFF': 'radiation',
    'closing.OTHER': 'autre motif',
    'return.EMPLOYMENT': 'emploi',
    'return.TRAINING': 'formation',
    'return.EDUCATION': 'études',
    'return.OTHER': 'autre sortie',
    'point.ONE_MONTH': 'un mois',
    'point.THREE_MONTHS': 'trois mois',
    'point.SIX_MONTHS': 'six mois',
    'outcome.GOES_ON': 'se poursuit',
    'outcome.CHANGED': 'un autre emploi ou une autre formation a suivi',
    'outcome.ENDED_AS_PLANNED': 'terminé comme prévu',
    'outcome.SEARCHING_AGAIN': 'de nouveau en recherche',
    'outcome.NOT_REACHED': 'personne non jointe',
  },
  en: {
    'left.FILES': 'registrations',
    'left.MILESTONES': 'milestones',
    'left.CONTRACTS': 'engagement contracts',
    'left.RETURNS': 'returns to work',
    'left.OTHER': 'other records',
    'milestone.INTERVIEW': 'job interview',
    'milestone.TRAINING_SESSION': 'training',
    'milestone.WORKSHOP': 'workshop',
    'milestone.IMMERSION': 'work immersion',
    'milestone.ADVISOR_APPOINTMENT': 'appointment with the advisor',
    'milestone.JOB_START': 'first day of a job',
    'ended.PLANNED': 'planned',
    'ended.CONFIRMED': 'confirmed',
    'ended.ATTENDED': 'attended',
    'ended.MISSED': 'missed',
    'ended.EXCUSED': 'excused',
    'ended.CANCELLED': 'called off',
    'missed.CHILDCARE': 'childcare',
    'missed.HEALTH': 'health',
    'missed.TRANSPORT': 'transport',
    'missed.OTHER': 'another reason',
    'closing.EMPLOYMENT_FOUND': 'a job was found',
    'closing.TRAINING_STARTED': 'a training starts',
    'closing.SEARCH_STOPPED': 'the search stops',
    'closing.NOT_RENEWED': 'not renewed',
    'closing.STRUCK_OFF': 'struck off',
    'closing.OTHER': 'another reason',
    'return.EMPLOYMENT': 'job',
    'return.TRAINING': 'training',
    'return.EDUCATION': 'studies',
    'return.OTHER': 'another exit',
    'point.ONE_MONTH': 'one month',
    'point.THREE_MONTHS': 'three months',
    'point.SIX_MONTHS': 'six months',
    'outcome.GOES_ON': 'it goes on',
    'outcome.CHANGED': 'another job or training has followed',
    'outcome.ENDED_AS_PLANNED': 'ended as planned',
    'outcome.SEARCHING_AGAIN': 'searching again',
    'outcome.NOT_REACHED': 'not reached',
  },
};
