import { type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';
import { adultReasons, unknownAdult } from '../../families/families/adult.reasons.ts';
import { birthQuestions, childReasons, ofAge, unknownChild } from '../../families/families/child.reasons.ts';
import {
  bornInTheFuture,
  householdQuestions,
  names,
  protectedHome,
  staleFile,
  unknownFamily,
} from '../../families/families/family.reasons.ts';

export const changeHouseholdReasons = reasons(unknownFamily, staleFile, names);

export const correctAdultReasons = reasons(
  unknownAdult,
  staleFile,
  protectedHome,
  adultReasons,
  householdQuestions,
);

/** What to ask about care that was agreed by another day of birth. */
const careQuestions = {
  CARE_NO_LONGER_FITS: {
    fr: 'Avec cette date, l’enfant n’a plus l’âge de la section pour un accueil déjà réservé. Vérifiez, puis confirmez et revoyez ses accueils.',
    en: 'By this day the child is not of the age of the section for care that is booked. Check it, then confirm and look at its care.',
    isQuestion: true,
  },
} satisfies Reasons;

/** Whoever may not read what must be known of a child would write over it unseen. */
const careNotShared = {
  FAMILY_OBJECTS: {
    fr: 'La famille s’oppose à ce que l’accueil de ses enfants soit connu de votre organisme : consignes, personnes autorisées et vaccinations se notent au guichet.',
    en: 'The family objects to sharing its childcare with your agency: care alerts, who may collect the child and vaccinations are written down by the service point.',
  },
} satisfies Reasons;

export const correctChildReasons = reasons(
  unknownChild,
  staleFile,
  childReasons,
  careNotShared,
  householdQuestions,
  careQuestions,
);

export const recordBirthReasons = reasons(
  unknownChild,
  staleFile,
  names,
  protectedHome,
  bornInTheFuture,
  ofAge,
  householdQuestions,
  birthQuestions,
  careQuestions,
  {
    BORN_ALREADY: {
      fr: 'La naissance de cet enfant est déjà notée.',
      en: 'The birth of this child is written down already.',
    },
  },
);

export const departureReasons = {
  LEAVES_ON_A_COMING_DAY: {
    fr: 'Le jour de départ est à venir : notez-le ce jour-là.',
    en: 'The day of leaving is to come: write it down then.',
  },
  LEAVES_BEFORE_JOINING: {
    fr: 'Le jour de départ précède l’arrivée dans la famille.',
    en: 'The day of leaving comes before the day of joining the family.',
  },
} satisfies Reasons;

export const adultDepartureReasons = reasons(unknownAdult, staleFile, departureReasons, {
  LAST_ADULT: {
    fr: 'Une famille garde au moins un adulte : ajoutez d’abord celui qui reste.',
    en: 'A family keeps at least one adult: add the one who stays first.',
  },
});

export const childDepartureReasons = reasons(unknownChild, staleFile, departureReasons, {
  SHARED_RESIDENCE: {
    fr: 'L’enfant vit aussi avec une autre famille : voyez d’abord sa résidence alternée.',
    en: 'The child lives with another family too: see to its shared residence first.',
  },
  CARE_TO_COME: {
    fr: 'Des accueils sont encore prévus pour cet enfant, ou une demande est ouverte : annulez-les ou terminez-les d’abord.',
    en: 'Care is still to come for this child, or a request is open: cancel or end it first.',
  },
});
