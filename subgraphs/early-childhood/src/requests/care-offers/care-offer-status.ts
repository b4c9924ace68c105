import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CareOfferStatus = enumOf('CareOfferStatus', 'Where an offer of a place stands in its life.', {
  OPEN: 'The place is held until the family answers or the offer expires.',
  ACCEPTED: 'The family takes the place; it is booked.',
  DECLINED: 'The family does not take the place; it was given back.',
  EXPIRED: 'The family did not answer in time; the place was given back.',
  WITHDRAWN: 'The service point took the offer back, or the family its request; the place was given back.',
});
export type CareOfferStatus = keyof typeof CareOfferStatus;
