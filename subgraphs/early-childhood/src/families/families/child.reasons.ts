import { type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';
import { phoneNotUnderstood } from './adult.reasons.ts';
import { bornInTheFuture, names } from './family.reasons.ts';

export const unknownChild = {
  UNKNOWN_CHILD: {
    fr: 'Cet enfant n’est pas connu du relais.',
    en: 'The service point does not know this child.',
  },
} satisfies Reasons;

/** Of a child who is seen, where nothing of its care is: said, for the same would be asked again and again. */
export const careObjected = {
  FAMILY_OBJECTS: {
    fr: 'La famille s’oppose à ce que l’accueil de ses enfants soit connu de votre organisme : rien n’a été noté. Adressez-la au guichet.',
    en: 'The family objects to sharing its childcare with your agency: nothing was written down. Send the family to the service point.',
  },
} satisfies Reasons;

export const ofAge = {
  NOT_A_CHILD: {
    fr: 'Cette personne est majeure.',
    en: 'This person is of age.',
    meaning: 'The child is 18 or older.',
  },
} satisfies Reasons;

/** What is written of a child besides its names and its day of birth. */
export const childFacts = {
  TOO_MUCH_TEXT: {
    fr: 'Une liste compte 30 entrées au plus, de 500 caractères au plus.',
    en: 'A list has 30 entries at most, of 500 characters at most.',
    meaning: 'Over 30 collectors or care alerts, or one of over 500 characters.',
  },
  VACCINATION_IN_THE_FUTURE: {
    fr: 'La date de vérification des vaccinations est dans le futur.',
    en: 'The day on which the vaccinations were checked lies in the future.',
  },
  BIRTH_OR_EXPECTED_DATE_NEEDED: {
    fr: 'Indiquez soit la date de naissance, soit la date prévue.',
    en: 'Give either the date of birth or the expected date.',
    meaning: 'Exactly one is needed: the day of birth of a child who is born, or the expected one.',
  },
  EXPECTED_DATE_NOT_PLAUSIBLE: {
    fr: 'Cette date prévue de naissance n’est pas vraisemblable.',
    en: 'This expected date of birth is not plausible.',
    meaning: 'The expected date is over 10 months ahead or over 2 months ago.',
  },
} satisfies Reasons;

/** Why what is said of a child cannot be written down. */
export const childReasons = reasons(names, bornInTheFuture, ofAge, childFacts, phoneNotUnderstood);

/** What to ask about a birth that was expected on another day. */
export const birthQuestions = {
  BIRTH_FAR_FROM_EXPECTED: {
    fr: 'Cette naissance est loin de la date prévue : l’année ou le mois est-il juste ? Vérifiez, puis confirmez.',
    en: 'This birth is far from the day it was expected: are year and month right? Check them, then confirm.',
    meaning: 'The day is over 20 weeks before the expected one, or over 5 weeks after it.',
    isQuestion: true,
  },
} satisfies Reasons;
