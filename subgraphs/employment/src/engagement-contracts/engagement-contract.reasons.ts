import { idTaken, reasons } from '@relais/platform/graphql/reasons.ts';
import { fileReasons } from '../job-seekers/job-seeker.reasons.ts';
import { unknownMilestone } from '../milestones/milestone.reasons.ts';

export const agreeReasons = reasons(fileReasons, idTaken, {
  SIGNED_BEFORE_REGISTRATION: {
    fr: 'Le contrat ne peut pas être signé avant l’inscription.',
    en: 'The contract cannot be signed before the registration.',
  },
  SIGNED_IN_THE_FUTURE: {
    fr: 'Un contrat s’enregistre une fois signé.',
    en: 'A contract is recorded once it is signed.',
  },
  CONTRACT_HOURS_OUT_OF_RANGE: {
    fr: 'Le contrat prévoit de 15 à 35 heures d’activité par semaine.',
    en: 'The contract has 15 to 35 hours of activity a week.',
    meaning: 'Hours go from 15 a week (service-public F14926) to 35 (code du travail L3121-27).',
  },
  CONTRACT_NOT_NEWER: {
    fr: 'Un contrat de cette date, ou plus récent, est déjà au dossier.',
    en: 'A contract of this day, or a newer one, is on file already.',
  },
});

export const reduceReasons = reasons(fileReasons, unknownMilestone, idTaken, {
  NO_CONTRACT: {
    fr: 'Cette personne n’a pas encore de contrat d’engagement.',
    en: 'This person has no engagement contract yet.',
  },
  COVER_NOT_KNOWN_YET: {
    fr: 'La garde des enfants pour cette étape n’est pas encore connue ici. Réessayez dans un instant.',
    en: 'The childcare cover of this milestone is not known here yet. Try again in a moment.',
    meaning:
      'The childcare cover of the milestone as it is now is not known here: try again in a moment, or record why it was missed.',
  },
  CHILDCARE_NOT_LACKING: {
    fr: 'Cette étape ne montre pas de manque de garde.',
    en: 'This milestone does not show that childcare is lacking.',
    meaning: 'The milestone is no evidence: it is covered, needs no care, or was not missed for it.',
  },
  ONLY_FOR_LONE_PARENTS: {
    fr: 'La réduction est prévue pour un parent isolé sans solution de garde.',
    en: 'The reduction is for a lone parent without childcare.',
  },
  HOURS_NOT_REDUCED: {
    fr: 'Indiquez moins d’heures que le contrat n’en prévoit.',
    en: 'Give fewer hours than the contract says.',
    meaning: 'Reduced hours go from 0 to fewer than the contract says.',
  },
  REDUCTION_PERIOD_UNSUITABLE: {
    fr: 'La réduction commence après la signature et dure six mois au plus.',
    en: 'The reduction starts after the signature and lasts six months at most.',
    meaning: 'A reduction starts no earlier than the contract and lasts six months at most.',
  },
  REDUCED_ALREADY: {
    fr: 'Une réduction est déjà décidée pour une partie de ces jours.',
    en: 'A reduction is decided already for some of these days.',
  },
});
