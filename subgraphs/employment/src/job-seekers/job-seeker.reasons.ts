import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { readingReasons, unknownAdult } from '../known-families/known-adult.reasons.ts';

export const unknownJobSeeker = {
  UNKNOWN_JOB_SEEKER: {
    fr: 'Vous ne suivez aucun demandeur d’emploi correspondant.',
    en: 'You follow no such job seeker.',
  },
} satisfies Reasons;

export const fileClosed = {
  FILE_CLOSED: {
    fr: 'Ce dossier de demandeur d’emploi est clos.',
    en: 'This job-seeker file is closed.',
  },
} satisfies Reasons;

export const staleFile = stale({ fr: 'un dossier', en: 'job-seeker file' });

const categoryOutOfRange = {
  CATEGORY_OUT_OF_RANGE: {
    fr: 'La catégorie d’un demandeur d’emploi va de 1 à 10.',
    en: 'The category of a job seeker goes from 1 to 10.',
  },
} satisfies Reasons;

export const openReasons = reasons(unknownAdult, readingReasons, idTaken, categoryOutOfRange, {
  ALREADY_REGISTERED: {
    fr: 'Cette personne a déjà un dossier de demandeur d’emploi à cette date.',
    en: 'This person already has a job-seeker file on that day.',
  },
  MALFORMED_ROME_CODE: {
    fr: 'Un code ROME se compose d’une lettre de A à N et de quatre chiffres.',
    en: 'A ROME code is one letter from A to N and four digits.',
  },
  REGISTERED_TOO_EARLY: {
    fr: 'Le service public de l’emploi n’existe que depuis le 13 juillet 1967.',
    en: 'The employment service exists only since 13 July 1967.',
    meaning: 'The employment service exists since 13 July 1967 (ordonnance 67-578).',
  },
  REGISTERED_IN_THE_FUTURE: {
    fr: 'La date d’inscription ne peut pas être future.',
    en: 'The day of registration cannot lie in the future.',
  },
});

/** What every change of a file may be refused for. */
export const fileReasons = reasons(unknownJobSeeker, staleFile, fileClosed);

export const takeReasons = reasons(staleFile, {
  NOT_AT_THE_DESK: {
    fr: 'Ce dossier n’attend plus à l’accueil de votre organisme. Un collègue l’a peut-être pris : rechargez la liste.',
    en: 'This file does not wait at the desk of your agency. A colleague may have taken it: load the list again.',
  },
});

export const closeReasons = reasons(fileReasons, {
  CLOSES_BEFORE_REGISTRATION: {
    fr: 'Le dossier ne peut pas être clos avant l’inscription.',
    en: 'The file cannot be closed before the registration.',
  },
  CLOSES_TOO_FAR_AHEAD: {
    fr: 'La clôture se date au plus 92 jours à l’avance.',
    en: 'The end of a file is dated 92 days ahead at most.',
  },
});

export const changeAdvisorReasons = reasons(fileReasons, colleagueReasons, {
  SAME_ADVISOR: {
    fr: 'Ce conseiller suit déjà cette personne.',
    en: 'This advisor follows the job seeker already.',
  },
  UNSUITABLE_ADVISOR: {
    fr: 'Cette personne n’est pas conseillère emploi. Choisissez un conseiller dans l’annuaire.',
    en: 'This person is not an employment advisor. Choose an advisor from the directory.',
  },
});

export const changeCategoryReasons = reasons(fileReasons, categoryOutOfRange, {
  SAME_CATEGORY: {
    fr: 'Cette personne est déjà dans cette catégorie.',
    en: 'The job seeker is in this category already.',
    meaning: 'The job seeker is in these categories already.',
  },
});
