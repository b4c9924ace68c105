import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unknownAdult = {
  UNKNOWN_ADULT: {
    fr: 'Cette personne n’est pas encore connue ici. Si elle vient d’être inscrite, réessayez dans un instant.',
    en: 'This person is not known here yet. If they have just been registered, try again in a moment.',
  },
} satisfies Reasons;
