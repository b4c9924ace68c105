import type { Catalogue } from '@relais/platform/messages.ts';

export const freePlacesProblems: Catalogue<'NOT_WITHIN_A_DAY'> = {
  fr: { NOT_WITHIN_A_DAY: 'le créneau doit tenir en un seul jour ; demandez chaque jour à part.' },
  en: { NOT_WITHIN_A_DAY: 'the stretch must lie within one day; ask for each day by itself.' },
};
