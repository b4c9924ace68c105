import { enumOf } from '@relais/platform/graphql/enums.ts';

export const ReferralStatus = enumOf('ReferralStatus', 'Where a referral stands in its life.', {
  SENT: 'Sent, not opened by anybody it is for.',
  SEEN: 'Opened, not decided.',
  ACCEPTED: 'Accepted: whoever did takes care of it, and is of the support team.',
  DECLINED: 'Declined, with a reason.',
  WITHDRAWN: 'Taken back by whoever sent it, before it was decided.',
  EXPIRED: 'Not decided within 30 days.',
});
export type ReferralStatus = keyof typeof ReferralStatus;
