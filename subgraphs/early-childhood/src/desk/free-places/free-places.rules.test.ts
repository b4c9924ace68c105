import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { hasPlace, isOpenThrough, overDays, stretchesOf } from './free-places.rules.ts';

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

describe('a stretch', () => {
  const at = (text: string) => new Date(text);
  const told = (from: string, to: string) => {
    const stretches = stretchesOf(at(from), at(to));
    return 'problem' in stretches
      ? stretches.problem
      : stretches.map(({ day, startsAt, endsAt }) =>
          [day.toString(), startsAt.toISOString(), endsAt.toISOString()].join(' '),
        );
  };

  it('of several days is the same hours of the clock of each', () => {
    expect(told('2026-03-03T09:10:00+01:00', '2026-03-03T12:00:00+01:00')).toEqual([
      '2026-03-03 2026-03-03T08:10:00.000Z 2026-03-03T11:00:00.000Z',
    ]);
    expect(told('2026-03-28T09:00:00+01:00', '2026-03-29T12:00:00+02:00')).toEqual([
      '2026-03-28 2026-03-28T08:00:00.000Z 2026-03-28T11:00:00.000Z',
      '2026-03-29 2026-03-29T07:00:00.000Z 2026-03-29T10:00:00.000Z',
    ]);
    expect(told('2026-03-03T22:00:00+01:00', '2026-03-05T00:00:00+01:00')).toEqual([
      '2026-03-03 2026-03-03T21:00:00.000Z 2026-03-03T23:00:00.000Z',
      '2026-03-04 2026-03-04T21:00:00.000Z 2026-03-04T23:00:00.000Z',
    ]);
  });

  it('is of fourteen days at most', () =>
    expect(told('2026-03-03T09:00:00+01:00', '2026-03-16T12:00:00+01:00')).toHaveLength(14));

  it.each([
    ['2026-03-03T09:00:00+01:00', '2026-03-17T12:00:00+01:00', 'TOO_MANY_DAYS'],
    ['2026-03-03T09:00:00+01:00', '2026-03-04T09:00:00+01:00', 'HOURS_END_BEFORE_THEY_START'],
  ])('from %s to %s is none: %s', (from, to, problem) => expect(told(from, to)).toBe(problem));

  it('has as many places as on the fullest day on which it is open', () => {
    const day = (isOpen: boolean, freePlaces: number) => ({ isOpen, freePlaces, freeEmergencyPlaces: 1 });
    const days = [day(true, 3), day(false, 0), day(true, 0)];
    expect(overDays(days, false)).toEqual({ freePlaces: 0, freeEmergencyPlaces: 1, daysWithPlaces: 1 });
    expect(overDays(days, true).daysWithPlaces).toBe(2);
    expect(overDays([day(false, 0)], true)).toEqual({
      ...{ freePlaces: 0, freeEmergencyPlaces: 0, daysWithPlaces: 0 },
    });
  });
});
