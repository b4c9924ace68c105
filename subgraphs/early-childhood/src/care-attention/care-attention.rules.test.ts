import { describe, expect, it } from '@jest/globals';
import { careMatters, ofAdvisor } from './care-attention.rules.ts';

const at = new Date('2026-03-03T09:00:00Z');
const lacking = (advisorId: string | null) =>
  ({ familyId: 'f', milestoneId: 'm', advisorId, startsAt: at, status: 'UNCOVERED' }) as const;
const stray = (isCalledOff: boolean, advisorId = 'lea') => ({
  familyId: 'f',
  bookingId: 'b',
  advisorId,
  startsAt: at,
  isCalledOff,
});
const request = {
  familyId: 'f',
  requestId: 'r',
  submittedAt: at,
  offerId: null,
  expiresAt: null,
  isAskedTwice: false,
};
const suspended = { familyId: 'f', since: '2026-03-01' };

describe('what needs attention in care', () => {
  it('is a milestone, a booking or income support, each by what it is about', () => {
    const facts = {
      lacking: [lacking('lea')],
      stray: [stray(true), stray(false)],
      waiting: [request, { ...request, offerId: 'o', expiresAt: at }, { ...request, isAskedTwice: true }],
      suspended: [suspended],
    };
    expect(careMatters(facts)).toEqual([
      { kind: 'MILESTONE_UNCOVERED', subjectId: 'm', at },
      { kind: 'BOOKING_OF_CANCELLED_MILESTONE', subjectId: 'b', at },
      { kind: 'BOOKING_OUTSIDE_MILESTONE', subjectId: 'b', at },
      { kind: 'REQUEST_WAITING', subjectId: 'r', at },
      { kind: 'OFFER_OPEN', subjectId: 'o', at },
      { kind: 'REQUEST_WAITING', subjectId: 'r', at },
      { kind: 'REQUEST_MADE_TWICE', subjectId: 'r', at },
      { kind: 'INCOME_SUPPORT_SUSPENDED', subjectId: 'f', at: new Date('2026-02-28T23:00:00Z') },
    ]);
  });

  it('is to an advisor what concerns his own milestones', () => {
    const all = { lacking: [lacking('lea'), lacking(null)], stray: [stray(true, 'tom')] };
    expect(ofAdvisor(all, 'lea')).toEqual({
      lacking: [lacking('lea')],
      stray: [],
      waiting: [],
      suspended: [],
    });
  });
});
