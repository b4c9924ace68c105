import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { hasPlace, isOpenThrough } from './free-places.rules.ts';

const TUESDAY = Temporal.PlainDate.from('2026-03-03');
const open = (from: string, to: string) => ({
  weekday: 2,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});
const hours = [open('08:00', '12:00'), open('13:00', '18:00')];
const stretch = (from: string, to: string) => ({
  startsAt: new Date(`2026-03-03T${from}:00+01:00`),
  endsAt: new Date(`2026-03-03T${to}:00+01:00`),
});

describe('a centre', () => {
  it.each([
    ['08:00', '12:00', true],
    ['09:10', '09:20', true],
    ['11:00', '13:30', false],
    ['07:30', '09:00', false],
    ['13:00', '18:00', true],
    ['19:00', '20:00', false],
  ])('from %s to %s is open all through: %s', (from, to, isOpen) => {
    expect(isOpenThrough(TUESDAY, stretch(from, to), hours)).toBe(isOpen);
  });

  it('has a place for an emergency where it has none for others', () => {
    const full = { freePlaces: 0, freeEmergencyPlaces: 1 };
    expect([hasPlace(full, true), hasPlace(full, false)]).toEqual([true, false]);
  });
});
