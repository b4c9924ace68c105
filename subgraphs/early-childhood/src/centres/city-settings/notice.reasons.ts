import type { Reasons } from '@relais/platform/graphql/reasons.ts';

/** Care that is named an emergency further ahead than the city voted. */
export const foreseen = {
  FORESEEN: {
    fr: 'Cet accueil commence dans plus de {hours} heures : la ville le compte comme occasionnel, et garde ses places d’urgence. Si c’est bien une urgence, confirmez.',
    en: 'This care begins in more than {hours} hours: the city counts it as short-term, and keeps its places for emergencies. If it is an emergency all the same, confirm.',
    meaning:
      'Named an emergency, and begins later than the notice of the city (`CitySettings.emergencyNoticeHours`): it could be foreseen.',
    isQuestion: true,
  },
} satisfies Reasons;
