import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  ageInMonths,
  clock,
  dayOf,
  daysBetween,
  duration,
  instantOf,
  isDay,
  midnightOf,
  minutesBetween,
  minutesOf,
  minutesOfClock,
  mondayOf,
  sayDay,
  sayNearDay,
  timeOf,
  weekdayOf,
  weekToLookAt,
} from './city-time.rules.ts';

it('reads an instant as the city does, in winter and in summer', () => {
  expect([dayOf('2026-11-29T23:30:00Z'), timeOf('2026-11-29T23:30:00Z')]).toEqual(['2026-11-30', '00:30']);
  expect([dayOf('2026-07-01T22:15:00Z'), timeOf('2026-07-01T22:15:00Z')]).toEqual(['2026-07-02', '00:15']);
  expect(minutesOf(new Date('2026-11-30T13:05:00Z'))).toBe(845);
});

describe('on the days on which the clock changes', () => {
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('midnight of %s is %s', (day, instant) => {
    expect(midnightOf(day)).toBe(instant);
    expect(dayOf(instant)).toBe(day);
  });

  it.each([
    ['2026-03-29', 90, '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', 240, '2026-03-29T02:00:00.000Z'],
    ['2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', 600, '2026-10-25T09:00:00.000Z'],
  ])('of %s, minute %d is %s', (day, minutes, instant) => {
    expect(instantOf(day, minutes)).toBe(instant);
  });

  it('a day after is the next day', () => {
    expect([addDays('2026-03-28', 1), addDays('2026-03-29', 1), addDays('2026-10-25', 1)]).toEqual([
      '2026-03-29',
      '2026-03-30',
      '2026-10-26',
    ]);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

it('reads an hour as a field gives it', () => {
  expect(['09:30', '00:00:00', '', '9:30'].map(minutesOfClock)).toEqual([570, 0, undefined, undefined]);
});

it('finds the Monday of a week, of a Sunday too', () => {
  expect(['2026-11-30', '2026-12-02', '2026-12-06'].map(mondayOf)).toEqual(Array(3).fill('2026-11-30'));
  expect([weekdayOf('2026-11-30'), weekdayOf('2026-12-06')]).toEqual([1, 7]);
});

it('looks on a Sunday at the week that comes', () => {
  expect(['2026-11-28', '2026-11-29', '2026-11-30'].map(weekToLookAt)).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-11-30',
  ]);
});

it('knows a day from what is none', () => {
  expect(['2026-02-28', '2026-02-30', '2026-13-01', 'x', 3, undefined].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

it('says spans of time shortly', () => {
  expect([45, 120, 115, 60].map(duration)).toEqual(['45 min', '2 h', '1 h 55', '1 h']);
  expect(clock(545)).toBe('09:05');
  expect(minutesBetween('2026-11-30T08:00:00Z', '2026-11-30T09:55:00Z')).toBe(115);
});

it('counts months that are whole', () => {
  expect(ageInMonths('2025-03-15', '2026-11-14')).toBe(19);
  expect(ageInMonths('2025-03-15', '2026-11-15')).toBe(20);
});

it('says days in both languages, near ones as people do', () => {
  expect([sayDay('2026-11-30', 'long', 'fr'), sayDay('2026-11-30', 'long', 'en')]).toEqual([
    'lundi 30 novembre',
    'Monday 30 November',
  ]);
  expect([sayDay('2026-12-01', 'long', 'fr'), sayDay('2026-12-01', 'long', 'en')]).toEqual([
    'mardi 1er décembre',
    'Tuesday 1 December',
  ]);
  expect([sayDay('2026-12-21', 'short', 'fr'), sayDay('2027-03-01', 'date', 'fr')]).toEqual([
    'lun. 21 déc.',
    '1er mars 2027',
  ]);
  const near = { today: 'aujourd’hui', tomorrow: 'demain', yesterday: 'hier' };
  const said = (day: string) => sayNearDay(day, '2026-11-29', near, 'fr');
  expect(['2026-11-29', '2026-11-30', '2026-11-28', '2026-12-08', '2028-01-01'].map(said)).toEqual([
    'aujourd’hui',
    'demain',
    'hier',
    'mar. 8 déc.',
    '1er janv. 2028',
  ]);
});
