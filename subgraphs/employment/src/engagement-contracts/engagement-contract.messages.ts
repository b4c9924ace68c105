import type { Catalogue } from '@relais/platform/messages.ts';
import { meanings, type Refusal, sentences } from '../messages.ts';
import type { ContractProblem, EvidenceProblem, ReductionProblem } from './engagement-contract.rules.ts';

type Problem = ContractProblem | EvidenceProblem | ReductionProblem | 'NO_CONTRACT' | 'REDUCED_ALREADY';

/** What each reason means to a programmer. */
export const contractMeanings = {
  ...meanings,
  SIGNED_BEFORE_REGISTRATION: 'A contract is signed on the day of registration or later.',
  SIGNED_IN_THE_FUTURE: 'A contract is recorded once it is signed.',
  CONTRACT_HOURS_OUT_OF_RANGE:
    'Hours go from 15 a week (service-public F14926) to 35 (code du travail L3121-27).',
  CONTRACT_NOT_NEWER: 'A contract of this day or a later one is on file.',
  NO_CONTRACT: 'The job seeker has no engagement contract.',
  COVER_NOT_KNOWN_YET:
    'The childcare cover of the milestone as it is now is not known here: try again in a moment, or record why it was missed.',
  CHILDCARE_NOT_LACKING:
    'The milestone is no evidence: it is covered, needs no care, or was not missed for it.',
  ONLY_FOR_LONE_PARENTS: 'Hours are reduced for lone parents without childcare.',
  HOURS_NOT_REDUCED: 'Reduced hours go from 0 to fewer than the contract says.',
  REDUCTION_PERIOD_UNSUITABLE:
    'A reduction starts no earlier than the contract and lasts six months at most.',
  REDUCED_ALREADY: 'Another reduction of the contract holds on some of these days.',
} satisfies Record<Refusal | Problem, string>;

export const contractSentences: Catalogue<Refusal | Problem> = {
  fr: {
    ...sentences.fr,
    SIGNED_BEFORE_REGISTRATION: 'Le contrat ne peut pas être signé avant l’inscription.',
    SIGNED_IN_THE_FUTURE: 'Un contrat s’enregistre une fois signé.',
    CONTRACT_HOURS_OUT_OF_RANGE: 'Le contrat prévoit de 15 à 35 heures d’activité par semaine.',
    CONTRACT_NOT_NEWER: 'Un contrat de cette date, ou plus récent, est déjà au dossier.',
    NO_CONTRACT: 'Cette personne n’a pas encore de contrat d’engagement.',
    COVER_NOT_KNOWN_YET:
      'La garde des enfants pour cette étape n’est pas encore connue ici. Réessayez dans un instant.',
    CHILDCARE_NOT_LACKING: 'Cette étape ne montre pas de manque de garde.',
    ONLY_FOR_LONE_PARENTS: 'La réduction est prévue pour un parent isolé sans solution de garde.',
    HOURS_NOT_REDUCED: 'Indiquez moins d’heures que le contrat n’en prévoit.',
    REDUCTION_PERIOD_UNSUITABLE: 'La réduction commence après la signature et dure six mois au plus.',
    REDUCED_ALREADY: 'Une réduction est déjà décidée pour une partie de ces jours.',
  },
  en: {
    ...sentences.en,
    SIGNED_BEFORE_REGISTRATION: 'The contract cannot be signed before the registration.',
    SIGNED_IN_THE_FUTURE: 'A contract is recorded once it is signed.',
    CONTRACT_HOURS_OUT_OF_RANGE: 'The contract has 15 to 35 hours of activity a week.',
    CONTRACT_NOT_NEWER: 'A contract of this day, or a newer one, is on file already.',
    NO_CONTRACT: 'This person has no engagement contract yet.',
    COVER_NOT_KNOWN_YET:
      'The childcare cover of this milestone is not known here yet. Try again in a moment.',
    CHILDCARE_NOT_LACKING: 'This milestone does not show that childcare is lacking.',
    ONLY_FOR_LONE_PARENTS: 'The reduction is for a lone parent without childcare.',
    HOURS_NOT_REDUCED: 'Give fewer hours than the contract says.',
    REDUCTION_PERIOD_UNSUITABLE: 'The reduction starts after the signature and lasts six months at most.',
    REDUCED_ALREADY: 'A reduction is decided already for some of these days.',
  },
};
