import { enumOf } from '@relais/platform/graphql/enums.ts';

export const OwnArrangementKind = enumOf(
  'OwnArrangementKind',
  'Who looks after a child in an own arrangement.',
  {
    FAMILY: 'The family itself: the other parent, a grandparent…',
    CHILDMINDER: 'A registered childminder whom the family employs.',
    SCHOOL: 'School, in its terms; school holidays and public holidays do not count.',
    OTHER: 'Somebody else.',
  },
);
export type OwnArrangementKind = keyof typeof OwnArrangementKind;
