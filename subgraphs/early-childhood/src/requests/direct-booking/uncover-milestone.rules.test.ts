import { describe, expect, it } from '@jest/globals';
import type { BookingStatus } from '../../care/bookings/booking-status.ts';
import { givenBackOf } from './uncover-milestone.rules.ts';

const now = new Date('2026-03-03T09:00:00+01:00');
const booking = (id: string, from: string, status: BookingStatus = 'CONFIRMED') => ({
  id,
  status,
  startsAt: new Date(`2026-03-03T${from}:00+01:00`),
});
const served = [
  booking('begun', '09:00'),
  booking('to-come', '09:30'),
  booking('held', '10:00', 'HELD'),
  booking('back', '11:00', 'CANCELLED'),
  booking('absent', '08:00', 'ABSENT'),
];
const back = (bookingIds: readonly string[] | null, reason = 'Entretien annulé.') => {
  const found = givenBackOf(served, { bookingIds, reason }, now);
  return 'refusal' in found ? found.refusal : found.map(({ id }) => id);
};

describe('what is given back of a milestone', () => {
  it('is all that has not begun', () => expect(back(null)).toEqual(['to-come', 'held']));

  it('is what is named', () => expect(back(['held'])).toEqual(['held']));

  it.each([
    ['REASON_MISSING', null, '  '],
    ['BOOKING_NOT_OF_MILESTONE', ['to-come', 'elsewhere'], undefined],
    ['ALREADY_CANCELLED', ['to-come', 'back'], undefined],
    ['ALREADY_STARTED', ['to-come', 'begun'], undefined],
    ['ALREADY_STARTED', ['absent'], undefined],
    ['NOTHING_TO_GIVE_BACK', [], undefined],
  ])('is nothing: %s', (refusal, named, reason) => expect(back(named, reason)).toBe(refusal));

  it('is nothing when all has begun', () =>
    expect(givenBackOf([booking('begun', '08:00')], { bookingIds: null, reason: 'Non.' }, now)).toEqual({
      refusal: 'NOTHING_TO_GIVE_BACK',
    }));
});
