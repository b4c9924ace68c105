import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CentreFact = enumOf(
  'CentreFact',
  'What a list must say of a centre before anybody can book a place in it.',
  {
    KIND: 'What sort of establishment it is.',
    OPERATOR: 'Who runs it.',
    ADDRESS: 'Street, postal code and city.',
    POSITION: 'Where it stands on the map.',
    PLACES: 'Its authorised places.',
    OPENING_HOURS: 'When it is open.',
    CARE_KINDS: 'The kinds of care it offers.',
    SECTIONS: 'Its age groups.',
  },
);
export type CentreFact = keyof typeof CentreFact;
