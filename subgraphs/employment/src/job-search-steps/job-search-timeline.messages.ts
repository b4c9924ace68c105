import type { Catalogue } from '@relais/platform/messages.ts';
import type { FileClosingReason } from '../job-seekers/job-seeker.ts';
import type { MilestoneKind, MissedReason } from '../milestones/milestone.ts';
import type { FollowUpOutcome, FollowUpPoint } from '../returns-to-work/follow-up.ts';
import type { ReturnKind } from '../returns-to-work/return-to-work.ts';
import type { JobSearchStepKind } from './job-search-step.ts';

/** What each step says; `{what}` and the like are words of the catalogue below, days and times. */
export const stepSentences: Catalogue<JobSearchStepKind | 'MISSED_FOR'> = {
  fr: {
    FILE_OPENED: 'Inscription comme demandeur d’emploi le {day}, catégorie {category}.',
    ADVISOR_CHANGED: 'Un autre conseiller suit la recherche d’emploi.',
    CATEGORY_CHANGED: 'Changement de catégorie : {category}.',
    CONTRACT_AGREED: 'Contrat d’engagement signé le {day} : {hours} heures par semaine.',
    HOURS_REDUCED: 'Faute de garde d’enfants, {hours} heures par semaine à compter du {day}.',
    FILES_MERGED: 'Second dossier de la même personne, ouvert le {day}, réuni avec celui-ci.',
    FILE_CLOSED: 'Fin de l’inscription le {day} : {why}.',
    MILESTONE_PLANNED: 'Étape prévue : {what}, le {when}.',
    MILESTONE_SERIES_PLANNED: 'Série prévue : {what}, {count} fois, du {when} au {lastDay}.',
    MILESTONE_MOVED: 'Étape déplacée : {what}, désormais le {when}.',
    MILESTONE_CONFIRMED: 'Étape confirmée : {what}, le {when}.',
    MILESTONE_ATTENDED: 'Présence : {what}, le {when}.',
    MILESTONE_MISSED: 'Absence : {what}, le {when}.',
    MISSED_FOR: 'Absence : {what}, le {when} ({why}).',
    MILESTONE_EXCUSED: 'Absence excusée : {what}, le {when}.',
    MILESTONE_CANCELLED: 'Étape annulée : {what}, le {when}.',
    RETURNED_TO_WORK: 'Retour à l’emploi ou en formation le {day} : {what}.',
    FOLLOWED_UP: 'Suivi après {what} : {why}.',
  },
  en: {
    FILE_OPENED: 'Registered as a job seeker on {day}, category {category}.',
    ADVISOR_CHANGED: 'Another advisor follows the job search.',
    CATEGORY_CHANGED: 'Category changed: {category}.',
    CONTRACT_AGREED: 'Engagement contract signed on {day}: {hours} hours a week.',
    HOURS_REDUCED: 'For lack of childcare, {hours} hours a week from {day}.',
    FILES_MERGED: 'Second file of the same person, opened on {day}, merged into this one.',
    FILE_CLOSED: 'Registration ends on {day}: {why}.',
    MILESTONE_PLANNED: 'Milestone planned: {what}, on {when}.',
    MILESTONE_SERIES_PLANNED: 'Series planned: {what}, {count} times, from {when} to {lastDay}.',
    MILESTONE_MOVED: 'Milestone moved: {what}, now on {when}.',
    MILESTONE_CONFIRMED: 'Milestone confirmed: {what}, on {when}.',
    MILESTONE_ATTENDED: 'Attended: {what}, on {when}.',
    MILESTONE_MISSED: 'Missed: {what}, on {when}.',
    MISSED_FOR: 'Missed: {what}, on {when} ({why}).',
    MILESTONE_EXCUSED: 'Excused: {what}, on {when}.',
    MILESTONE_CANCELLED: 'Milestone called off: {what}, on {when}.',
    RETURNED_TO_WORK: 'Return to work or training on {day}: {what}.',
    FOLLOWED_UP: 'Followed up after {what}: {why}.',
  },
};

type Word =
  | `milestone.${MilestoneKind}`
  | `missed.${MissedReason}`
  | `closing.${FileClosingReason}`
  | `return.${ReturnKind}`
  | `point.${FollowUpPoint}`
  | `outcome.${FollowUpOutcome}`;

export const words: Catalogue<Word> = {
  fr: {
    'milestone.INTERVIEW': 'entretien d’embauche',
    'milestone.TRAINING_SESSION': 'formation',
    'milestone.WORKSHOP': 'atelier',
    'milestone.IMMERSION': 'immersion',
    'milestone.ADVISOR_APPOINTMENT': 'rendez-vous avec le conseiller',
    'milestone.JOB_START': 'prise de poste',
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
    'milestone.INTERVIEW': 'job interview',
    'milestone.TRAINING_SESSION': 'training',
    'milestone.WORKSHOP': 'workshop',
    'milestone.IMMERSION': 'work immersion',
    'milestone.ADVISOR_APPOINTMENT': 'appointment with the advisor',
    'milestone.JOB_START': 'first day of a job',
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
