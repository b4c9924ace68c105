import { registerEnum } from '@relais/platform/graphql/enums.ts';

export const CentreKind = {
  MULTI_PURPOSE: 'MULTI_PURPOSE',
  CRECHE: 'CRECHE',
  MICRO_CRECHE: 'MICRO_CRECHE',
  FAMILY_CRECHE: 'FAMILY_CRECHE',
  PARENTAL_CRECHE: 'PARENTAL_CRECHE',
  KINDERGARTEN: 'KINDERGARTEN',
} as const;
export type CentreKind = keyof typeof CentreKind;

registerEnum(CentreKind, 'CentreKind', 'What sort of establishment a centre is.', {
  MULTI_PURPOSE: 'Regular, occasional and emergency care under one roof (multi-accueil).',
  CRECHE: 'Collective crèche.',
  MICRO_CRECHE: 'Micro-crèche, 12 places at most.',
  FAMILY_CRECHE: 'Childminders employed by one service (crèche familiale).',
  PARENTAL_CRECHE: 'Run by the parents (crèche parentale).',
  KINDERGARTEN: 'From 18 months on (jardin d’enfants).',
});

export const Operator = { MUNICIPAL: 'MUNICIPAL', ASSOCIATIVE: 'ASSOCIATIVE' } as const;
export type Operator = keyof typeof Operator;

registerEnum(Operator, 'Operator', 'Who runs a centre.', {
  MUNICIPAL: 'The city.',
  ASSOCIATIVE: 'A non-profit association.',
});

export const Facility = {
  ACCESSIBLE: 'ACCESSIBLE',
  GARDEN: 'GARDEN',
  MEALS: 'MEALS',
  ATYPICAL_HOURS: 'ATYPICAL_HOURS',
  EMERGENCY_PLACES: 'EMERGENCY_PLACES',
  BREASTFEEDING_ROOM: 'BREASTFEEDING_ROOM',
  SENSORY_ROOM: 'SENSORY_ROOM',
} as const;
export type Facility = keyof typeof Facility;

registerEnum(Facility, 'Facility', 'What a centre offers besides care.', {
  ACCESSIBLE: 'Accessible with a wheelchair.',
  GARDEN: 'Has a garden or a terrace.',
  MEALS: 'Serves meals.',
  ATYPICAL_HOURS: 'Opens early, late or on Saturday.',
  EMERGENCY_PLACES: 'Keeps places for emergencies.',
  BREASTFEEDING_ROOM: 'Has a room for breastfeeding.',
  SENSORY_ROOM: 'Has a sensory room (Snoezelen).',
});
