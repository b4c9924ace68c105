import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CareKind = enumOf('CareKind', 'The four kinds of early childcare.', {
  LONG_TERM: 'Regular care, known in advance and recurring (accueil régulier).',
  SHORT_TERM: 'Occasional care, known in advance (accueil occasionnel).',
  FLEXIBLE: 'A few hours or unusual hours (horaires atypiques).',
  EMERGENCY: 'Care that could not be foreseen (accueil d’urgence).',
});
export type CareKind = keyof typeof CareKind;
