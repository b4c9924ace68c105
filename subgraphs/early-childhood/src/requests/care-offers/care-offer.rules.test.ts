import { describe, expect, it } from '@jest/globals';
import { hasExpired, nextOfferStatuses, offerMayBecome, offerStepRefusal } from './care-offer.rules.ts';
import { CareOfferStatus } from './care-offer-status.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const later = new Date(NOW.getTime() + 1);
const statuses = Object.values(CareOfferStatus);

describe('the life of an offer', () => {
  it('has these steps and no other', () => {
    const steps = statuses.flatMap((from) =>
      statuses.filter((to) => offerMayBecome(from, to)).map((to) => `${from} → ${to}`),
    );

    expect(steps).toEqual([
      'OPEN → ACCEPTED',
      'OPEN → DECLINED',
      'OPEN → EXPIRED',
      'OPEN → WITHDRAWN',
      'ACCEPTED → WITHDRAWN',
    ]);
    expect(Object.keys(nextOfferStatuses)).toEqual(statuses);
  });

  it.each([
    ['OPEN', null],
    ['ACCEPTED', 'ALREADY_ACCEPTED'],
    ['DECLINED', 'ALREADY_DECLINED'],
    ['EXPIRED', 'OFFER_EXPIRED'],
    ['WITHDRAWN', 'ALREADY_WITHDRAWN'],
  ] as const)('answers an offer that is %s with %s', (status, refusal) => {
    expect(offerStepRefusal({ status, expiresAt: later, version: 1 }, 1, NOW)).toBe(refusal);
  });

  it('is over at its moment, whatever version was read and whatever was noted', () => {
    expect(offerStepRefusal({ status: 'OPEN', expiresAt: NOW, version: 1 }, 1, NOW)).toBe('OFFER_EXPIRED');
    expect(offerStepRefusal({ status: 'EXPIRED', expiresAt: NOW, version: 2 }, 1, NOW)).toBe('OFFER_EXPIRED');
    expect(hasExpired({ status: 'ACCEPTED', expiresAt: NOW }, NOW)).toBe(false);
  });

  it('tells who acts on an older version that somebody else was there before', () => {
    for (const status of ['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const)
      expect(offerStepRefusal({ status, expiresAt: later, version: 2 }, 1, NOW)).toBe('STALE_VERSION');
  });
});
