import { type Reasons, reasonMissing, reasons } from '../graphql/reasons.ts';

/** What every correction may be refused for. */
export const correctionReasons = reasons(reasonMissing, {
  REASON_TOO_LONG: {
    fr: 'Le motif dépasse 1 000 caractères : dites l’essentiel.',
    en: 'The reason is longer than 1,000 characters: say what matters.',
  },
} satisfies Reasons);
