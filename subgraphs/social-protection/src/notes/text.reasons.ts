import type { Reasons } from '@relais/platform/graphql/reasons.ts';

/** Why what somebody wrote cannot be kept: a note, a title, a message, a reason. */
export const textReasons = {
  EMPTY_TEXT: { fr: 'Le texte est vide.', en: 'The text is empty.' },
  TEXT_TOO_LONG: {
    fr: 'Le texte dépasse 4 000 caractères.',
    en: 'The text is longer than 4,000 characters.',
  },
} satisfies Reasons;
