import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unsuitableText = {
  UNSUITABLE_TEXT: {
    fr: 'L’intitulé et le lieu tiennent sur une ligne de 1 à 200 caractères.',
    en: 'Title and place are one line of 1 to 200 characters.',
  },
} satisfies Reasons;
