import { describe, expect, it } from '@jest/globals';
import { attendanceCorrectionRefusal, attendanceRefusal } from './attendance.rules.ts';

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

describe('attendance that was noted', () => {
  it.each([
    [null, { status: 'ABSENT', version: 2 }, 'Erreur de saisie'],
    ['STALE_VERSION', { status: 'ABSENT', version: 3 }, 'Erreur de saisie'],
    ['NOT_RECORDED', { status: 'CONFIRMED', version: 2 }, 'Erreur de saisie'],
    ['REASON_MISSING', { status: 'ATTENDED', version: 2 }, ' '],
    ['REASON_TOO_LONG', { status: 'ATTENDED', version: 2 }, 'x'.repeat(1001)],
  ] as const)('can be put right: %s', (refusal, booking, reason) => {
    expect(attendanceCorrectionRefusal(booking, { version: 2, reason })).toBe(refusal);
  });
});
