import { enumOf } from '@relais/platform/graphql/enums.ts';

export const State = enumOf(
  'EntitlementStatus',
  'State of an entitlement; RSA uses all seven (official file states 0 to 6), other schemes four.',
  {
    PENDING: 'Asked for, not decided yet (RSA file state 0).',
    REFUSED: 'Refused (RSA file state 1; RSA only).',
    OPEN: 'Open and payable, the only state that pays (RSA file state 2).',
    SUSPENDED:
      'Suspended; for RSA the right itself is questioned, its amount can be computed (file state 3).',
    PAYMENT_SUSPENDED: 'Open, payment suspended, amount cannot be computed (RSA file state 4; RSA only).',
    CLOSED: 'Closed (RSA file state 5).',
    CLOSED_EARLIER: 'Closed in an earlier month than that of the file (RSA file state 6; RSA only).',
  },
);
export type State = keyof typeof State;
