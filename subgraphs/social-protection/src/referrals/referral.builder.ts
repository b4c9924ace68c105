import { newId } from '@relais/platform/ids.ts';
import type { Referral } from './referral.ts';

/** A referral to the service point in memory, sent at noon of 2026-03-10. */
export const aReferral = (given: Partial<Referral> = {}): Referral => ({
  id: newId(),
  familyId: newId(),
  senderSub: 'maud',
  target: 'SERVICE_POINT',
  addresseeSub: null,
  message: 'A place on Tuesdays',
  sentAt: new Date('2026-03-10T11:00:00Z'),
  seenAt: null,
  seenBySub: null,
  decision: null,
  decidedAt: null,
  decidedBySub: null,
  declineReason: null,
  withdrawnAt: null,
  version: 1,
  ...given,
});
