import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CareOfferOrder = enumOf('CareOfferOrder', 'How offers are sorted.', {
  EXPIRES_FIRST: 'Those that expire first.',
  NEWEST_FIRST: 'Those that were made last.',
});
export type CareOfferOrder = keyof typeof CareOfferOrder;
