import { describe, expect, it } from '@jest/globals';
import { moveRefusal } from './move-booking.rules.ts';

const booking = { status: 'CONFIRMED', startsAt: new Date('2026-03-03T08:00:00Z'), version: 2 } as const;
const seen = { version: 2 };
const now = new Date('2026-03-03T07:59:59Z');

describe('a booking', () => {
  it('may be moved while it is confirmed and ahead', () => {
    expect(moveRefusal(booking, seen, now)).toBeNull();
  });

  it.each([
    ['HELD', 'NOT_CONFIRMED'],
    ['CANCELLED', 'ALREADY_CANCELLED'],
    ['ATTENDED', 'ALREADY_ATTENDED'],
    ['ABSENT', 'ALREADY_ATTENDED'],
  ] as const)('that is %s stays where it is: %s', (status, reason) => {
    expect(moveRefusal({ ...booking, status }, seen, now)).toBe(reason);
  });

  it('stays once care has started', () => {
    expect(moveRefusal(booking, seen, booking.startsAt)).toBe('ALREADY_STARTED');
  });

  it('stays for whoever saw another version', () => {
    expect(moveRefusal(booking, { version: 1 }, now)).toBe('STALE_VERSION');
  });
});
