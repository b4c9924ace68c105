import { type Reasons, stale } from '@relais/platform/graphql/reasons.ts';

export const unknownFamily = {
  UNKNOWN_FAMILY: {
    fr: 'Cette famille n’est pas connue du relais.',
    en: 'The service point does not know this family.',
  },
} satisfies Reasons;

/** A family, an adult or a child changed since it was read: to whoever works with it, all are of its file. */
export const staleFile = stale({ fr: 'un dossier', en: 'file' });

export const names = {
  NAME_MISSING: { fr: 'Un nom ou un prénom manque.', en: 'A first or last name is missing.' },
  NAME_TOO_LONG: {
    fr: 'Un nom compte 150 caractères au plus : vérifiez ce qui a été collé.',
    en: 'A name has 150 characters at most: check what was pasted.',
  },
} satisfies Reasons;

export const bornInTheFuture = {
  BIRTH_DATE_IN_THE_FUTURE: {
    fr: 'La date de naissance est dans le futur.',
    en: 'The date of birth lies in the future.',
  },
} satisfies Reasons;

/** Whoever may not read an address learns it from no change either. */
export const protectedHome = {
  ADDRESS_PROTECTED: {
    fr: 'L’adresse et le téléphone de cette famille sont protégés : seule son équipe de suivi les lit et les change. Adressez-vous à elle.',
    en: 'Address and telephone of this family are protected: only its support team reads and changes them. Turn to them.',
  },
} satisfies Reasons;

/** Why nobody can live there. */
export const placeReasons = {
  ADDRESS_NOT_UNDERSTOOD: {
    fr: 'L’adresse demande une rue, un code postal de cinq chiffres et une ville.',
    en: 'An address needs a street, a postal code of five digits and a city.',
  },
  POSITION_NOT_ON_THE_MAP: {
    fr: 'Cette position n’existe pas sur la carte.',
    en: 'There is no such position on the map.',
    meaning: 'Latitude or longitude is out of range.',
  },
} satisfies Reasons;

/** What to ask about adults with these children. */
export const householdQuestions = {
  ADULT_AGE_UNLIKELY: {
    fr: 'Un adulte aurait moins de 12 ans ou plus de 100 ans. Vérifiez sa date de naissance, puis confirmez.',
    en: 'An adult would be under 12 or over 100 years old. Check the date of birth, then confirm.',
    isQuestion: true,
  },
  ADULT_NOT_OLDER_THAN_CHILD: {
    fr: 'Un adulte a moins de 12 ans de plus qu’un enfant. Vérifiez les dates de naissance, puis confirmez.',
    en: 'An adult is less than 12 years older than a child. Check the dates of birth, then confirm.',
    isQuestion: true,
  },
} satisfies Reasons;
