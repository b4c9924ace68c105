import { describe, expect, it } from '@jest/globals';
import { attendanceRefusal } from './attendance.rules.ts';
import { cancelRefusal, mayBecome } from './booking.rules.ts';
import { BookingStatus } from './booking-status.ts';
import { moveRefusal } from './move-booking.rules.ts';

const statuses = Object.values(BookingStatus);
const startsAt = new Date('2026-03-03T08:00:00Z');
const times = { startsAt, endsAt: new Date('2026-03-03T11:00:00Z'), version: 2 };
const before = new Date('2026-03-03T07:00:00Z');

describe('the life of a booking', () => {
  it('has these steps and no other', () => {
    const steps = statuses.flatMap((from) =>
      statuses.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
    );

    expect(steps).toEqual([
      'HELD → CONFIRMED',
      'HELD → CANCELLED',
      'CONFIRMED → ATTENDED',
      'CONFIRMED → ABSENT',
      'CONFIRMED → CANCELLED',
    ]);
  });

  it.each([
    ['HELD', null, 'NOT_CONFIRMED', 'NOT_CONFIRMED'],
    ['CONFIRMED', null, null, null],
    ['ATTENDED', 'ALREADY_ATTENDED', 'ALREADY_ATTENDED', 'ALREADY_ATTENDED'],
    ['ABSENT', 'ALREADY_ATTENDED', 'ALREADY_ATTENDED', 'ALREADY_ATTENDED'],
    ['CANCELLED', 'ALREADY_CANCELLED', 'ALREADY_CANCELLED', 'NOT_CONFIRMED'],
  ] as const)('when %s: to cancel %s, to move %s, to note who came %s', (status, cancel, move, attend) => {
    const booking = { ...times, status };

    expect(cancelRefusal(booking, { version: 2, reason: 'Enfant malade' }, before)).toBe(cancel);
    expect(moveRefusal(booking, { version: 2 }, before)).toBe(move);
    for (const outcome of ['ATTENDED', 'ABSENT'] as const)
      expect(attendanceRefusal(booking, { version: 2, outcome }, startsAt)).toBe(attend);
  });
});
