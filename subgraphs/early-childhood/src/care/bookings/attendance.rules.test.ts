import { describe, expect, it } from '@jest/globals';
import { attendanceRefusal } from './attendance.rules.ts';

const booking = { status: 'CONFIRMED', startsAt: new Date('2026-03-03T08:00:00Z'), version: 2 } as const;
const attendance = { outcome: 'ATTENDED', version: 2 } as const;
const now = new Date('2026-03-03T08:00:00Z');

describe('attendance', () => {
  it.each(['ATTENDED', 'ABSENT'] as const)('may be noted as %s from the start on', (outcome) => {
    expect(attendanceRefusal(booking, { ...attendance, outcome }, now)).toBeNull();
  });

  it('is not known before care starts', () => {
    const before = new Date('2026-03-03T07:59:59Z');

    expect(attendanceRefusal(booking, attendance, before)).toBe('NOT_STARTED_YET');
  });

  it.each([
    ['HELD', 'NOT_CONFIRMED'],
    ['CANCELLED', 'NOT_CONFIRMED'],
    ['ATTENDED', 'ALREADY_ATTENDED'],
    ['ABSENT', 'ALREADY_ATTENDED'],
  ] as const)('of a booking that is %s is refused as %s', (status, reason) => {
    expect(attendanceRefusal({ ...booking, status }, attendance, now)).toBe(reason);
  });

  it('is refused to whoever saw another version', () => {
    expect(attendanceRefusal(booking, { ...attendance, version: 1 }, now)).toBe('STALE_VERSION');
  });
});
