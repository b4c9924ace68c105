import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unknownChild = {
  UNKNOWN_CHILD: {
    fr: 'Cet enfant n’est pas connu du relais.',
    en: 'The service point does not know this child.',
  },
} satisfies Reasons;
