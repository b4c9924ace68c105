import { idTaken, type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';
import { placeQuestions, unknownDistrict } from '../../centres/districts/district.reasons.ts';
import { adultReasons, contact } from '../../families/families/adult.reasons.ts';
import { childFacts, childReasons, ofAge } from '../../families/families/child.reasons.ts';
import {
  bornInTheFuture,
  householdQuestions,
  names,
  placeReasons,
  unknownFamily,
} from '../../families/families/family.reasons.ts';

/** Why what is said of a family as a whole cannot be written down. */
export const familyReasons = reasons(names, placeReasons, {
  ADULT_MISSING: { fr: 'Une famille compte au moins un adulte.', en: 'A family has at least one adult.' },
});

export const registerReasons = reasons(
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

const joining = {
  JOINS_ON_A_COMING_DAY: {
    fr: 'Le jour d’arrivée est à venir : ajoutez la personne ce jour-là.',
    en: 'The first day is to come: add the person then.',
  },
} satisfies Reasons;

export const joiningReasons = reasons(unknownFamily, joining, idTaken);

export const addAdultReasons = reasons(adultReasons, joiningReasons, householdQuestions);

export const addChildReasons = reasons(childReasons, joiningReasons, householdQuestions);
