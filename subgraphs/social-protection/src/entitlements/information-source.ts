import { enumOf } from '@relais/platform/graphql/enums.ts';

export const InformationSource = enumOf(
  'InformationSource',
  'Where a fact about benefits or resources comes from.',
  {
    CAF: "Caisse d'allocations familiales.",
    MSA: 'Mutualité sociale agricole.',
    TYPED_IN: 'Typed in by a professional from what the family said or showed.',
  },
);
export type InformationSource = keyof typeof InformationSource;
