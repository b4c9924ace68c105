import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unknownFamily = {
  UNKNOWN_FAMILY: {
    fr: 'Cette famille n’est pas encore connue ici. Si elle vient d’être enregistrée, réessayez dans un instant.',
    en: 'This family is not known here yet. If it was just registered, try again in a moment.',
  },
} satisfies Reasons;

export const unknownAdult = {
  UNKNOWN_ADULT: {
    fr: 'Cet adulte n’est pas encore connu ici. S’il vient d’être enregistré, réessayez dans un instant.',
    en: 'This adult is not known here yet. If just registered, try again in a moment.',
  },
} satisfies Reasons;
