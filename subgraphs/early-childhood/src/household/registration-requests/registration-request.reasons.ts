import {
  idTaken,
  type Reasons,
  reasonMissing,
  reasons,
  unknownOrStale,
} from '@relais/platform/graphql/reasons.ts';
import { notServedYet, placeQuestions, unknownDistrict } from '../../centres/districts/district.reasons.ts';
import { contact } from '../../families/families/adult.reasons.ts';
import { childFacts, ofAge } from '../../families/families/child.reasons.ts';
import {
  bornInTheFuture,
  householdQuestions,
  unknownFamily,
} from '../../families/families/family.reasons.ts';
import { familyReasons } from '../registration/registration.reasons.ts';

export const requestRegistrationReasons = reasons(
  familyReasons,
  bornInTheFuture,
  contact,
  ofAge,
  childFacts,
  unknownDistrict,
  notServedYet,
  idTaken,
  {
    CONSENT_MISSING: {
      fr: 'Demandez d’abord à la famille si elle veut que le relais l’inscrive.',
      en: 'First ask the family whether it wants the service point to register it.',
    },
    CHILD_MISSING: {
      fr: 'Indiquez au moins un enfant, né ou attendu.',
      en: 'Name one child at least, born or expected.',
    },
    WANTED_CARE_MISSING: {
      fr: 'Indiquez en quelques mots l’accueil dont la famille a besoin.',
      en: 'Say in a few words what care the family needs.',
    },
  },
);

const standing = reasons(
  unknownOrStale('REGISTRATION_REQUEST', { fr: 'une demande d’inscription', en: 'request to register' }),
  {
    ALREADY_ANSWERED: {
      fr: 'Cette demande d’inscription n’attend plus.',
      en: 'This request to register waits no longer.',
    },
    LAPSED: {
      fr: 'Personne n’a répondu en 90 jours : ce que la famille avait dit est oublié. S’il le faut encore, la demande est à refaire.',
      en: 'Nobody answered for 90 days: what the family told is forgotten. If it is still needed, the request is to be made again.',
    },
  },
);

export const withdrawRegistrationReasons = standing;

export const refuseRegistrationReasons = reasons(standing, reasonMissing);

const completing = {
  FAMILY_OR_REGISTRATION_NEEDED: {
    fr: 'Indiquez soit le dossier qui existe, soit la famille à inscrire.',
    en: 'Give either the file that exists or the family to register.',
  },
  FILE_EXISTS: {
    fr: 'Un enfant de ce nom et de ce jour a déjà un dossier. Si c’est le même, rattachez-y la demande ; sinon, confirmez.',
    en: 'A child of this name and day has a file already. If it is the same, complete the request with that file; else confirm.',
    isQuestion: true,
  },
  SENDER_KEPT_FROM_FILE: {
    fr: 'Qui a envoyé la demande ne doit pas savoir que ce dossier existe : refusez la demande sans le dire, et notez dans le dossier ce qui doit y être.',
    en: 'Whoever sent the request must not know that this file exists: refuse the request without saying so, and note in the file what belongs there.',
  },
} satisfies Reasons;

export const completeRegistrationReasons = reasons(
  standing,
  completing,
  unknownFamily,
  familyReasons,
  bornInTheFuture,
  contact,
  ofAge,
  childFacts,
  householdQuestions,
  placeQuestions,
  unknownDistrict,
  idTaken,
);
