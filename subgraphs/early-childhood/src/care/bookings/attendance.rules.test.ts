import { describe, expect, it } from '@jest/globals';
import { attendanceCorrectionRefusal, attendanceRefusal, corrected } from './attendance.rules.ts';

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
  const held = {
    startsAt: new Date('2026-03-03T08:00:00Z'),
    endsAt: new Date('2026-03-03T11:00:00Z'),
    arrivedAt: new Date('2026-03-03T08:10:00Z'),
    leftAt: null,
  };
  const noted = { ...held, status: 'ATTENDED', version: 2 } as const;
  const correction = { outcome: 'ATTENDED', version: 2, reason: 'Erreur de saisie' } as const;
  const evening = new Date('2026-03-03T18:00:00Z');

  it.each([
    [null, {}, {}],
    [null, {}, { outcome: 'ABSENT', arrivedAt: null }],
    ['STALE_VERSION', { version: 3 }, {}],
    ['NOT_RECORDED', { status: 'CONFIRMED' }, {}],
    ['REASON_MISSING', {}, { reason: ' ' }],
    ['REASON_TOO_LONG', {}, { reason: 'x'.repeat(1001) }],
    ['TIMES_OF_AN_ABSENCE', {}, { outcome: 'ABSENT', leftAt: evening }],
    ['LEFT_BEFORE_ARRIVAL', {}, { leftAt: held.startsAt }],
    ['IN_THE_FUTURE', {}, { leftAt: new Date('2026-03-03T20:00:00Z') }],
  ] as const)('can be put right: %s', (refusal, booking, given) => {
    expect(attendanceCorrectionRefusal({ ...noted, ...booking }, { ...correction, ...given }, evening)).toBe(
      refusal,
    );
  });

  it('keeps the times that are not said, and forgets those of a child that did not come', () => {
    const { arrivedAt } = held;
    expect(corrected(noted, { outcome: 'ATTENDED', leftAt: evening })).toEqual({
      ...{ status: 'ATTENDED', arrivedAt, leftAt: evening },
    });
    expect(corrected({ ...noted, leftAt: evening }, { outcome: 'ATTENDED', arrivedAt: null })).toEqual({
      ...{ status: 'ATTENDED', arrivedAt: null, leftAt: evening },
    });
    expect(corrected(noted, { outcome: 'ABSENT' })).toEqual({
      ...{ status: 'ABSENT', arrivedAt: null, leftAt: null },
    });
  });
});
