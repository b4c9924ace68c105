import { newId } from '@relais/platform/ids.ts';
import type { MembershipRequest } from './membership-request.ts';

/** A request in memory that waits since the morning of 2026-03-10. */
export const aMembershipRequest = (
  given: Partial<Omit<MembershipRequest, 'status'>> = {},
): Omit<MembershipRequest, 'status'> => ({
  id: newId(),
  familyId: newId(),
  requesterSub: 'nora',
  reason: 'The mother came to our office.',
  askedAt: new Date('2026-03-10T09:00:00Z'),
  answer: null,
  answeredAt: null,
  answeredBySub: null,
  declineReason: null,
  version: 1,
  ...given,
});
