import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CentreKind = enumOf('CentreKind', 'What sort of establishment a centre is.', {
  MULTI_PURPOSE: 'Regular, occasional and emergency care under one roof (multi-accueil).',
  CRECHE: 'Collective crèche.',
  MICRO_CRECHE: 'Micro-crèche, 12 places at most.',
  FAMILY_CRECHE: 'Childminders employed by one service (crèche familiale).',
  PARENTAL_CRECHE: 'Run by the parents (crèche parentale).',
  KINDERGARTEN: 'From 18 months on (jardin d’enfants).',
});
export type CentreKind = keyof typeof CentreKind;

export const Operator = enumOf('Operator', 'Who runs a centre.', {
  MUNICIPAL: 'The city.',
  ASSOCIATIVE: 'A non-profit association.',
});
export type Operator = keyof typeof Operator;

export const Facility = enumOf('Facility', 'What a centre offers besides care.', {
  ACCESSIBLE: 'Accessible with a wheelchair.',
  GARDEN: 'Has a garden or a terrace.',
  MEALS: 'Serves meals.',
  ATYPICAL_HOURS: 'Opens early, late or on Saturday.',
  EMERGENCY_PLACES: 'Keeps places for emergencies.',
  BREASTFEEDING_ROOM: 'Has a room for breastfeeding.',
  SENSORY_ROOM: 'Has a sensory room (Snoezelen).',
});
export type Facility = keyof typeof Facility;
