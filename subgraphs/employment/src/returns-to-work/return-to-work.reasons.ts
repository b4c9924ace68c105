import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { staleFile, unknownJobSeeker } from '../job-seekers/job-seeker.reasons.ts';
import { unsuitableText } from '../text.reasons.ts';

export const unknownReturn = {
  UNKNOWN_RETURN: {
    fr: 'Aucun demandeur d’emploi que vous suivez n’a ce retour à l’emploi.',
    en: 'No job seeker you follow has this return to work.',
  },
} satisfies Reasons;

/** Why a return cannot have been so, whether it is recorded or put right. */
export const returnTimesReasons = reasons(unsuitableText, {
  STARTS_BEFORE_REGISTRATION: {
    fr: 'La reprise ne peut pas précéder l’inscription.',
    en: 'The return to work cannot start before the registration.',
  },
  RETURN_ENDS_BEFORE_IT_STARTS: {
    fr: 'Le retour à l’emploi doit se terminer après son début.',
    en: 'The return to work must end after it starts.',
    meaning: '`endsOn` is `startsOn` or a later day.',
  },
  CONTRACT_ONLY_FOR_A_JOB: {
    fr: 'Seul un emploi a un contrat de travail.',
    en: 'Only a job has a contract.',
  },
  TRAINING_HOURS_OUT_OF_RANGE: {
    fr: 'Une formation compte de 1 à 5 000 heures au total.',
    en: 'A training has 1 to 5,000 hours in all.',
  },
  HOURS_OUT_OF_RANGE: {
    fr: 'La durée hebdomadaire va de 1 à 60 heures.',
    en: 'Weekly hours go from 1 to 60.',
    meaning: 'Weekly hours go from 1 to 60 (code du travail L3121-20 and L3121-21).',
  },
} satisfies Reasons);

export const returnReasons = reasons(unknownJobSeeker, staleFile, idTaken, returnTimesReasons);

export const correctReturnReasons = reasons(
  unknownReturn,
  stale({ fr: 'un retour à l’emploi', en: 'return to work' }),
  returnTimesReasons,
  correctionReasons,
);
