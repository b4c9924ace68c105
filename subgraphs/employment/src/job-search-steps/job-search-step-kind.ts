import { enumOfSteps, type StepKind } from '@relais/platform/graphql/step-kinds.ts';

/** What can be done in a job search. In the sentences, `{what}` and `{why}` are words, the others days, times and numbers. */
export const stepKinds = {
  FILE_OPENED: {
    meaning: 'The file was opened.',
    fr: 'Inscription comme demandeur d’emploi le {day}, catégorie {category}.',
    en: 'Registered as a job seeker on {day}, category {category}.',
  },
  ADVISOR_CHANGED: {
    meaning: 'Another advisor follows the job seeker.',
    fr: 'Un autre conseiller suit la recherche d’emploi.',
    en: 'Another advisor follows the job search.',
  },
  PUT_TO_THE_DESK: {
    meaning: 'The advisor follows the job seeker no longer; the file waits at the desk for another.',
    fr: 'Le dossier attend un nouveau conseiller.',
    en: 'The file waits for another advisor.',
  },
  CATEGORY_CHANGED: {
    meaning: 'The category changed.',
    fr: 'Changement de catégorie : {category}.',
    en: 'Category changed: {category}.',
  },
  CONTRACT_AGREED: {
    meaning: 'An engagement contract was signed.',
    fr: 'Contrat d’engagement signé le {day} : {hours} heures par semaine.',
    en: 'Engagement contract signed on {day}: {hours} hours a week.',
  },
  HOURS_REDUCED: {
    meaning: 'The hours of the contract were reduced for lack of childcare.',
    fr: 'Faute de garde d’enfants, {hours} heures par semaine à compter du {day}.',
    en: 'For lack of childcare, {hours} hours a week from {day}.',
  },
  FILES_MERGED: {
    meaning: 'Another file of the same person was taken over: the adult had been registered twice.',
    fr: 'Second dossier de la même personne, ouvert le {day}, réuni avec celui-ci.',
    en: 'Second file of the same person, opened on {day}, merged into this one.',
  },
  FILES_PARTED: {
    meaning: 'Two files of families that had been merged by mistake are two again.',
    fr: 'Deux dossiers de familles, réunis par erreur, sont de nouveau séparés : vérifiez ce qui a été prévu entre-temps.[ Ce qui n’a pas pu être remis comme avant : {left}.]',
    en: 'Two family files, merged by mistake, are two again: check what was planned in between.[ What could not be put back as it was: {left}.]',
  },
  FILE_CLOSED: {
    meaning: 'The registration ended, or its end was dated.',
    fr: 'Fin de l’inscription le {day} : {why}.',
    en: 'Registration ends on {day}: {why}.',
  },
  MILESTONE_PLANNED: {
    meaning: 'A milestone was scheduled.',
    fr: 'Étape prévue : {what}, le {when}.',
    en: 'Milestone planned: {what}, on {when}.',
  },
  MILESTONE_SERIES_PLANNED: {
    meaning: 'A series of milestones was scheduled.',
    fr: 'Série prévue : {what}, {count} fois, du {when} au {lastDay}.',
    en: 'Series planned: {what}, {count} times, from {when} to {lastDay}.',
  },
  MILESTONE_SERIES_MOVED: {
    meaning: 'Milestones of a series were moved to other times.',
    fr: 'Série déplacée : {what}, {count} fois, désormais du {when} au {lastDay}.',
    en: 'Series moved: {what}, {count} times, now from {when} to {lastDay}.',
  },
  MILESTONE_SERIES_CANCELLED: {
    meaning: 'Milestones of a series were called off.',
    fr: 'Série annulée : {what}, {count} fois, du {when} au {lastDay}.',
    en: 'Series called off: {what}, {count} times, from {when} to {lastDay}.',
  },
  MILESTONE_SERIES_HELD: {
    meaning: 'It was recorded how milestones of a series ended.',
    fr: 'Issue enregistrée pour {count} étapes d’une série : {what}, du {when} au {lastDay}.',
    en: 'Outcome recorded of {count} milestones of a series: {what}, from {when} to {lastDay}.',
  },
  MILESTONE_MOVED: {
    meaning: 'A milestone was moved to another time.',
    fr: 'Étape déplacée : {what}, désormais le {when}.',
    en: 'Milestone moved: {what}, now on {when}.',
  },
  MILESTONE_CONFIRMED: {
    meaning: 'A milestone was confirmed.',
    fr: 'Étape confirmée : {what}, le {when}.',
    en: 'Milestone confirmed: {what}, on {when}.',
  },
  MILESTONE_ATTENDED: {
    meaning: 'The job seeker came to a milestone.',
    fr: 'Présence : {what}, le {when}.',
    en: 'Attended: {what}, on {when}.',
  },
  MILESTONE_MISSED: {
    meaning: 'The job seeker missed a milestone.',
    fr: 'Absence : {what}, le {when}.',
    en: 'Missed: {what}, on {when}.',
  },
  MILESTONE_EXCUSED: {
    meaning: 'The job seeker was excused from a milestone.',
    fr: 'Absence excusée : {what}, le {when}.',
    en: 'Excused: {what}, on {when}.',
  },
  MILESTONE_CANCELLED: {
    meaning: 'A milestone was called off.',
    fr: 'Étape annulée : {what}, le {when}.',
    en: 'Milestone called off: {what}, on {when}.',
  },
  MILESTONE_OUTCOME_CORRECTED: {
    meaning: 'How a milestone ended was put right.',
    fr: 'Issue corrigée : {what}, le {when} ; désormais {why}.',
    en: 'Outcome corrected: {what}, on {when}; now {why}.',
  },
  RETURNED_TO_WORK: {
    meaning: 'A return to employment, training or education was recorded.',
    fr: 'Retour à l’emploi ou en formation le {day} : {what}.',
    en: 'Return to work or training on {day}: {what}.',
  },
  FOLLOWED_UP: {
    meaning: 'A return was followed up after one, three or six months.',
    fr: 'Suivi après {what} : {why}.',
    en: 'Followed up after {what}: {why}.',
  },
  RETURN_CORRECTED: {
    meaning: 'What was recorded of a return to employment, training or education was put right.',
    fr: 'Retour à l’emploi ou en formation corrigé : le {day}, {what}.',
    en: 'Return to work or training put right: {day}, {what}.',
  },
  FOLLOW_UP_CORRECTED: {
    meaning: 'What was recorded of a follow-up was put right.',
    fr: 'Suivi après {what} corrigé : {why}.',
    en: 'Follow-up after {what} put right: {why}.',
  },
} satisfies Record<string, StepKind>;

export const JobSearchStepKind = enumOfSteps(
  'JobSearchStepKind',
  'What was done in a job search.',
  stepKinds,
);
export type JobSearchStepKind = keyof typeof stepKinds;
