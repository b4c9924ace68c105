import { enumOf } from '@relais/platform/graphql/enums.ts';

export const AddressProtectionBasis = enumOf(
  'AddressProtectionBasis',
  'On what the protection of an address rests.',
  {
    COURT_ORDER: 'A judge has allowed it to be kept secret (ordonnance de protection, code civil 515-11).',
    COMPLAINT: 'A complaint was filed.',
    SAID_BY_FAMILY: 'What the family said: nothing has to be proved first.',
  },
);
export type AddressProtectionBasis = keyof typeof AddressProtectionBasis;
