import { type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';
import { bornInTheFuture, names } from './family.reasons.ts';

export const unknownAdult = {
  UNKNOWN_ADULT: {
    fr: 'Cet adulte n’est pas connu du relais.',
    en: 'The service point does not know this adult.',
  },
} satisfies Reasons;

export const phoneNotUnderstood = {
  PHONE_NOT_UNDERSTOOD: {
    fr: 'Ce numéro de téléphone n’est pas compris.',
    en: 'This telephone number is not understood.',
    meaning: 'The telephone number is neither French nor international.',
  },
} satisfies Reasons;

/** How an adult is reached. */
export const contact = {
  ...phoneNotUnderstood,
  LANGUAGE_NOT_UNDERSTOOD: {
    fr: 'Cette langue n’est pas comprise ; écrivez par exemple « fr » ou « ar ».',
    en: 'This language is not understood; write “fr” or “ar”, for example.',
    meaning: 'The language is not a BCP 47 tag.',
  },
} satisfies Reasons;

/** Why what is said of an adult cannot be written down. */
export const adultReasons = reasons(names, bornInTheFuture, contact);
