import type { Reasons } from '@relais/platform/graphql/reasons.ts';

/** What to ask about care of a child who lives by turns with two families. */
export const otherParentsDay = {
  OTHER_PARENTS_DAY: {
    fr: 'À ce moment, l’enfant est chez son autre parent, et c’est à lui que l’accueil est facturé sauf avis contraire. Confirmez si c’est bien cette famille.',
    en: 'The child is with its other parent then, who is billed unless told otherwise. Confirm if it is for this family all the same.',
    meaning: 'The child is known to be with its other family at some of these times.',
    isQuestion: true,
  },
} satisfies Reasons;
