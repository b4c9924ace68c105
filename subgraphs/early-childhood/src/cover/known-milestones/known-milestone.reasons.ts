import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unknownMilestone = {
  UNKNOWN_MILESTONE: {
    fr: 'Cette étape n’est pas connue ici. Si elle vient d’être fixée, réessayez dans un instant.',
    en: 'This milestone is not known here. If it was just planned, try again in a moment.',
  },
} satisfies Reasons;
