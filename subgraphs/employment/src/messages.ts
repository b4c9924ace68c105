import { type RefusalDetails, statesOfStep } from '@relais/platform/graphql/refusal.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import type { FileProblem } from './job-seekers/job-seeker.rules.ts';
import type { MoveProblem, OutcomeProblem, StepProblem, TimeProblem } from './milestones/milestone.rules.ts';
import type { MilestoneStatus } from './milestones/milestone.ts';
import type { ReturnProblem } from './returns-to-work/return-to-work.rules.ts';

type FoundOrNot = 'UNKNOWN_ADULT' | 'UNKNOWN_JOB_SEEKER' | 'UNKNOWN_MILESTONE';
type Meanwhile = 'ALREADY_REGISTERED' | 'FILE_CLOSED' | 'STALE_VERSION' | 'CONFLICT';
export type Refusal =
  | FoundOrNot
  | Meanwhile
  | FileProblem
  | MoveProblem
  | StepProblem
  | OutcomeProblem
  | ReturnProblem;

/** What each reason means to a programmer; the enums of the schema take theirs from here. */
export const meanings = {
  UNKNOWN_ADULT: 'No adult of this id is known here yet; one registered a moment ago arrives within seconds.',
  UNKNOWN_JOB_SEEKER: 'You follow no job seeker of this id.',
  UNKNOWN_MILESTONE: 'No job seeker you follow has a milestone of this id.',
  ALREADY_REGISTERED: 'The adult has a file for these days already.',
  FILE_CLOSED: 'The job seeker is no longer registered.',
  STALE_VERSION: 'The record has changed since the version you saw: read it again.',
  CONFLICT: 'The id you chose is taken by a record with other content.',
  CATEGORY_OUT_OF_RANGE: 'Categories of job seekers go from 1 to 10.',
  MALFORMED_ROME_CODE: 'A ROME code is a letter from A to N and four digits.',
  REGISTERED_TOO_EARLY: 'The employment service exists since 13 July 1967 (ordonnance 67-578).',
  REGISTERED_IN_THE_FUTURE: 'A registration starts today or earlier.',
  ENDS_BEFORE_IT_STARTS: '`endsAt` must come after `startsAt`.',
  LONGER_THAN_14_HOURS: 'A milestone lasts 14 hours at most.',
  NOT_WITHIN_ONE_DAY:
    'A milestone lies within one day of the city; anything longer is a series of milestones.',
  TRAVEL_OUT_OF_RANGE: 'Travel takes 0 to 240 minutes each way.',
  STARTS_IN_THE_PAST: 'A milestone is scheduled before it starts.',
  ALREADY_STARTED: 'A milestone that has started keeps its time.',
  ALREADY_OVER: 'A milestone that is over keeps its place among the evidence: it has an outcome.',
  STEP_NOT_ALLOWED: 'The life cycle does not lead from the present status to this one.',
  NOT_STARTED_YET: 'The outcome is known only once the milestone has started.',
  MISSED_NEEDS_A_REASON: 'A missed milestone keeps its reason.',
  REASON_ONLY_WHEN_MISSED: 'Only a missed milestone has a reason for it.',
  UNSUITABLE_TEXT: 'A title or place is one line of 1 to 200 characters.',
  STARTS_BEFORE_REGISTRATION: 'A return to work starts on the day of registration or later.',
  RETURN_ENDS_BEFORE_IT_STARTS: '`endsOn` is `startsOn` or a later day.',
  CONTRACT_ONLY_FOR_A_JOB: 'Only a return to employment has a contract.',
  TRAINING_HOURS_OUT_OF_RANGE: 'All hours of a training go from 1 to 5000.',
  HOURS_OUT_OF_RANGE: 'Weekly hours go from 1 to 60 (code du travail L3121-20 and L3121-21).',
} satisfies Record<Refusal, string>;

export const sentences: Catalogue<Refusal> = {
  fr: {
    UNKNOWN_ADULT:
      'Cette personne n’est pas encore connue ici. Si elle vient d’être inscrite, réessayez dans un instant.',
    UNKNOWN_JOB_SEEKER: 'Vous ne suivez aucun demandeur d’emploi correspondant.',
    UNKNOWN_MILESTONE: 'Aucun demandeur d’emploi que vous suivez n’a cette étape.',
    ALREADY_REGISTERED: 'Cette personne a déjà un dossier de demandeur d’emploi à cette date.',
    FILE_CLOSED: 'Ce dossier de demandeur d’emploi est clos.',
    STALE_VERSION: 'La fiche a été modifiée entre-temps. Relisez-la avant de la changer.',
    CONFLICT: 'Cet identifiant désigne déjà une fiche dont le contenu est différent.',
    CATEGORY_OUT_OF_RANGE: 'La catégorie d’un demandeur d’emploi va de 1 à 10.',
    MALFORMED_ROME_CODE: 'Un code ROME se compose d’une lettre de A à N et de quatre chiffres.',
    REGISTERED_TOO_EARLY: 'Le service public de l’emploi n’existe que depuis le 13 juillet 1967.',
    REGISTERED_IN_THE_FUTURE: 'La date d’inscription ne peut pas être future.',
    ENDS_BEFORE_IT_STARTS: 'L’étape doit se terminer après son début.',
    LONGER_THAN_14_HOURS: 'Une étape dure 14 heures au plus.',
    NOT_WITHIN_ONE_DAY: 'Une étape tient dans une seule journée ; au-delà, créez une étape par jour.',
    TRAVEL_OUT_OF_RANGE: 'Le trajet dure de 0 à 240 minutes dans chaque sens.',
    STARTS_IN_THE_PAST: 'Une étape ne peut pas être prévue dans le passé.',
    ALREADY_STARTED: 'Cette étape a commencé : son horaire ne change plus.',
    ALREADY_OVER:
      'Cette étape est passée : elle ne s’annule ni ne se confirme plus. Notez plutôt son issue : venue, absence ou absence excusée.',
    STEP_NOT_ALLOWED: 'Cette étape est « {present} » : elle ne peut plus devenir « {asked} ».',
    NOT_STARTED_YET: 'L’issue ne s’enregistre qu’une fois l’étape commencée.',
    MISSED_NEEDS_A_REASON: 'Indiquez pourquoi l’étape a été manquée.',
    REASON_ONLY_WHEN_MISSED: 'Seule une étape manquée porte un motif d’absence.',
    UNSUITABLE_TEXT: 'L’intitulé et le lieu tiennent sur une ligne de 1 à 200 caractères.',
    STARTS_BEFORE_REGISTRATION: 'La reprise ne peut pas précéder l’inscription.',
    RETURN_ENDS_BEFORE_IT_STARTS: 'Le retour à l’emploi doit se terminer après son début.',
    CONTRACT_ONLY_FOR_A_JOB: 'Seul un emploi a un contrat de travail.',
    TRAINING_HOURS_OUT_OF_RANGE: 'Une formation compte de 1 à 5 000 heures au total.',
    HOURS_OUT_OF_RANGE: 'La durée hebdomadaire va de 1 à 60 heures.',
  },
  en: {
    UNKNOWN_ADULT:
      'This person is not known here yet. If they have just been registered, try again in a moment.',
    UNKNOWN_JOB_SEEKER: 'You follow no such job seeker.',
    UNKNOWN_MILESTONE: 'No job seeker you follow has this milestone.',
    ALREADY_REGISTERED: 'This person already has a job-seeker file on that day.',
    FILE_CLOSED: 'This job-seeker file is closed.',
    STALE_VERSION: 'The record has been changed meanwhile. Read it again before you change it.',
    CONFLICT: 'This id already belongs to a record with other content.',
    CATEGORY_OUT_OF_RANGE: 'The category of a job seeker goes from 1 to 10.',
    MALFORMED_ROME_CODE: 'A ROME code is one letter from A to N and four digits.',
    REGISTERED_TOO_EARLY: 'The employment service exists only since 13 July 1967.',
    REGISTERED_IN_THE_FUTURE: 'The day of registration cannot lie in the future.',
    ENDS_BEFORE_IT_STARTS: 'The milestone must end after it starts.',
    LONGER_THAN_14_HOURS: 'A milestone lasts 14 hours at most.',
    NOT_WITHIN_ONE_DAY: 'A milestone lies within one day; for longer ones, create one milestone a day.',
    TRAVEL_OUT_OF_RANGE: 'Travel takes 0 to 240 minutes each way.',
    STARTS_IN_THE_PAST: 'A milestone cannot be scheduled in the past.',
    ALREADY_STARTED: 'This milestone has started: its time does not change any more.',
    ALREADY_OVER:
      'This milestone is over: it can be neither called off nor confirmed any more. Record its outcome instead: attended, missed or excused.',
    STEP_NOT_ALLOWED: 'This milestone is “{present}”: it cannot become “{asked}” any more.',
    NOT_STARTED_YET: 'The outcome is recorded once the milestone has started.',
    MISSED_NEEDS_A_REASON: 'Say why the milestone was missed.',
    REASON_ONLY_WHEN_MISSED: 'Only a missed milestone has a reason for absence.',
    UNSUITABLE_TEXT: 'Title and place are one line of 1 to 200 characters.',
    STARTS_BEFORE_REGISTRATION: 'The return to work cannot start before the registration.',
    RETURN_ENDS_BEFORE_IT_STARTS: 'The return to work must end after it starts.',
    CONTRACT_ONLY_FOR_A_JOB: 'Only a job has a contract.',
    TRAINING_HOURS_OUT_OF_RANGE: 'A training has 1 to 5,000 hours in all.',
    HOURS_OUT_OF_RANGE: 'Weekly hours go from 1 to 60.',
  },
};

const {
  ENDS_BEFORE_IT_STARTS,
  LONGER_THAN_14_HOURS,
  NOT_WITHIN_ONE_DAY,
  TRAVEL_OUT_OF_RANGE,
  STARTS_IN_THE_PAST,
} = meanings;

/** The reasons that every mutation which sets times may give. */
export const timeMeanings: Record<TimeProblem, string> = {
  ENDS_BEFORE_IT_STARTS,
  LONGER_THAN_14_HOURS,
  NOT_WITHIN_ONE_DAY,
  TRAVEL_OUT_OF_RANGE,
  STARTS_IN_THE_PAST,
};

const { UNKNOWN_MILESTONE, STALE_VERSION, STEP_NOT_ALLOWED } = meanings;

/** The reasons that every mutation of a milestone may give. */
export const changeMeanings = { UNKNOWN_MILESTONE, STALE_VERSION, STEP_NOT_ALLOWED };

/** A milestone that is moved keeps its status. */
export type MilestoneStep = MilestoneStatus | 'MOVED';

const milestoneSteps: Catalogue<MilestoneStep> = {
  fr: {
    PLANNED: 'prévue',
    CONFIRMED: 'confirmée',
    ATTENDED: 'honorée',
    MISSED: 'manquée',
    EXCUSED: 'excusée',
    CANCELLED: 'annulée',
    MOVED: 'déplacée',
  },
  en: {
    PLANNED: 'planned',
    CONFIRMED: 'confirmed',
    ATTENDED: 'attended',
    MISSED: 'missed',
    EXCUSED: 'excused',
    CANCELLED: 'called off',
    MOVED: 'moved',
  },
};

/** What a refused step of a milestone names. */
export const detailsOfStep = (present: MilestoneStatus, asked: MilestoneStep): RefusalDetails =>
  statesOfStep(milestoneSteps, present, asked);

/** An answer whose refusal, if any, carries its sentence. */
export const explained = <Answer extends object, Reason extends string, Explained>(
  answer: Answer | { refusal: Reason; details?: RefusalDetails | undefined },
  refusal: { of(reason: Reason, details?: RefusalDetails | undefined): Explained },
): Answer | { refusal: Explained } =>
  'refusal' in answer ? { refusal: refusal.of(answer.refusal, answer.details) } : answer;

/** What is wrong with a question, where no refusal can say it. */
export const questionMessages: Catalogue<'TOO_FAR_AHEAD' | 'BELOW_ZERO'> = {
  fr: {
    TOO_FAR_AHEAD: '{most} jours à l’avance au plus.',
    BELOW_ZERO: '0 ou davantage est attendu.',
  },
  en: {
    TOO_FAR_AHEAD: 'at most {most} days ahead.',
    BELOW_ZERO: '0 or more is expected.',
  },
};
