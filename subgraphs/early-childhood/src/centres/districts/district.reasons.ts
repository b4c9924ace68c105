import { type Reasons, reasons, stale, unknown } from '@relais/platform/graphql/reasons.ts';

export const unknownDistrict = unknown('DISTRICT', { fr: 'un quartier', en: 'district' });

export const serviceReasons = reasons(unknownDistrict, stale({ fr: 'un quartier', en: 'district' }), {
  TURN_TO_MISSING: {
    fr: 'Indiquez à qui les familles s’adressent d’ici là.',
    en: 'Say to whom the families turn until then.',
  },
} satisfies Reasons);

/** Of a family whose district the practice has not come to. */
export const notServedYet = {
  NOT_SERVED_YET: {
    fr: 'Les familles de ce quartier sont accueillies à partir du {day}. D’ici là, orientez-les vers : {turnTo}.',
    en: 'Families of this district are served from {day} on. Until then, send them to: {turnTo}.',
    meaning:
      'The family lives in a district whose families are served from a later day on; the sentence says from which, and to whom they turn until then. Never said where the address is protected.',
  },
} satisfies Reasons;

/** What to ask about where a home is said to stand. */
export const placeQuestions = {
  POSITION_FAR_AWAY: {
    fr: 'Cette position est à plus de 50 km de la ville : latitude et longitude sont-elles inversées ? Vérifiez, puis confirmez.',
    en: 'This position is over 50 km from the city: are latitude and longitude exchanged? Check it, then confirm.',
    meaning: 'The position is over 50 km from every district of the city.',
    isQuestion: true,
  },
  POSITION_IN_ANOTHER_DISTRICT: {
    fr: 'Cette position se trouve dans un autre quartier que celui indiqué. Vérifiez, puis confirmez.',
    en: 'This position lies in another district than the one given. Check it, then confirm.',
    isQuestion: true,
  },
} satisfies Reasons;
