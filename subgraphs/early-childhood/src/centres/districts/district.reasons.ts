import { type Reasons, unknown } from '@relais/platform/graphql/reasons.ts';

export const unknownDistrict = unknown('DISTRICT', { fr: 'un quartier', en: 'district' });

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
