import type { Reasons } from '@relais/platform/graphql/reasons.ts';

/** Care that is named an emergency further ahead than the city voted. */
export const foreseen = {
  FORESEEN: {
    fr: 'Cet accueil commence dans {hours} heures ou plus : la ville le compte comme occasionnel. Si c’est bien une urgence, confirmez.',
    en: 'This care begins in {hours} hours or more: the city counts it as short-term. If it is an emergency all the same, confirm.',
    meaning:
      'Named an emergency, and begins later than the notice of the city (`CitySettings.emergencyNoticeHours`): it could be foreseen.',
    isQuestion: true,
  },
} satisfies Reasons;
