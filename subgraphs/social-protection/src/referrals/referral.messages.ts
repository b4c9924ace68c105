import { type RefusalDetails, statesOfStep } from '@relais/platform/graphql/refusal.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import type { ReferralStatus } from './referral-status.ts';

const statuses: Catalogue<ReferralStatus> = {
  fr: {
    SENT: 'envoyée',
    SEEN: 'vue',
    ACCEPTED: 'acceptée',
    DECLINED: 'déclinée',
    WITHDRAWN: 'retirée',
    EXPIRED: 'expirée sans réponse',
  },
  en: {
    SENT: 'sent',
    SEEN: 'seen',
    ACCEPTED: 'accepted',
    DECLINED: 'declined',
    WITHDRAWN: 'taken back',
    EXPIRED: 'expired',
  },
};

/** What a refused step of a referral names. */
export const detailsOfStep = (present: ReferralStatus, asked: ReferralStatus): RefusalDetails =>
  statesOfStep(statuses, present, asked);
