import { describe, expect, it } from '@jest/globals';
import {
  type Draft,
  inputOf,
  isWeekly,
  lackOf,
  movedUp,
  newDraft,
  newStretch,
  toChoose,
} from './request.rules.ts';

const begun = newDraft('2026-11-30', () => 'k');
const draft = (more: Partial<Draft> = {}): Draft => ({ ...begun, ...more });
const sent = { id: 'i', childId: 'c', confirmed: false };

it('begins with an ordinary week from next week on, and one date tomorrow', () => {
  expect(begun).toMatchObject({ kind: 'LONG_TERM', firstDay: '2026-12-07', lastDay: '2027-09-26' });
  expect(begun.week.map(({ isOn }) => isOn)).toEqual([true, true, true, true, true, false]);
  expect(begun.stretches).toEqual([{ key: 'k', day: '2026-12-01', from: '09:00', to: '12:00' }]);
  expect(
    (['LONG_TERM', 'FLEXIBLE', 'SHORT_TERM', 'EMERGENCY'] as const).map((kind) => isWeekly({ kind })),
  ).toEqual([true, true, false, false]);
});

describe('before it is sent', () => {
  const off = begun.week.map((day) => ({ ...day, isOn: false }));
  const dated = (...stretches: Draft['stretches']): Partial<Draft> => ({ kind: 'SHORT_TERM', stretches });
  const tomorrow = newStretch('2026-12-01', 'k');
  it.each<[string, Partial<Draft>, string | undefined]>([
    ['nothing of a week', {}, undefined],
    ['a first day', { firstDay: '' }, 'PERIOD'],
    ['a last day', { lastDay: 'x' }, 'PERIOD'],
    ['days in their order', { lastDay: '2026-12-01' }, 'PERIOD'],
    ['a day of the week', { week: off }, 'WEEK'],
    ['hours in their order', { week: [{ isOn: true, from: '12:00', to: '12:00' }] }, 'HOURS'],
    ['an hour', { week: [{ isOn: true, from: '', to: '12:00' }] }, 'HOURS'],
    ['nothing of dates', dated(tomorrow), undefined],
    ['a date', dated(), 'STRETCHES'],
    ['each date', dated({ ...tomorrow, day: '' }), 'STRETCHES'],
    ['the hours of a date', dated({ ...tomorrow, to: '' }), 'HOURS'],
  ])('it lacks %s', (_what, more, lack) => {
    expect(lackOf(draft(more))).toBe(lack);
  });
});

it('asks by week, or by date, as the kind of care wants it', () => {
  const week = [
    { isOn: false, from: '08:00', to: '12:00' },
    { isOn: true, from: '08:00', to: '12:30' },
  ];
  expect(inputOf(draft({ week, centreIds: ['a', 'b'] }), sent)).toEqual({
    ...sent,
    kind: 'LONG_TERM',
    rankedCentreIds: ['a', 'b'],
    weekly: {
      firstDay: '2026-12-07',
      lastDay: '2027-09-26',
      pattern: [{ weekday: 2, from: '08:00', to: '12:30' }],
    },
    stretches: [],
    emergencyReason: null,
  });
  expect(inputOf(draft({ kind: 'EMERGENCY' }), sent)).toMatchObject({
    weekly: null,
    stretches: [{ startsAt: '2026-12-01T08:00:00.000Z', endsAt: '2026-12-01T11:00:00.000Z' }],
    emergencyReason: 'ILLNESS',
  });
  const untold = { ...newStretch('2026-12-01', 'k'), from: '', to: '' };
  expect(inputOf(draft({ kind: 'SHORT_TERM', stretches: [untold] }), sent)).toMatchObject({
    stretches: [{ startsAt: '2026-11-30T23:00:00.000Z', endsAt: '2026-11-30T23:00:00.000Z' }],
    emergencyReason: null,
  });
});

it('puts a choice before the one above it', () => {
  expect([movedUp(['a', 'b', 'c'], 'c'), movedUp(['a', 'b'], 'a'), movedUp(['a'], 'x')]).toEqual([
    ['a', 'c', 'b'],
    ['a', 'b'],
    ['a'],
  ]);
});

it('offers what can be chosen, of the district first', () => {
  const centre = (id: string, district: string, careKinds = ['LONG_TERM']) => ({
    id,
    name: id,
    careKinds,
    district: { id: district, name: district },
  });
  const centres = [
    centre('z', 'north'),
    centre('y', 'east'),
    centre('x', 'north'),
    centre('chosen', 'north'),
    centre('other', 'north', ['FLEXIBLE']),
    centre('w', 'south'),
  ];
  const wished = { kind: 'LONG_TERM' as const, centreIds: ['chosen'] };
  expect(toChoose(centres, wished, 'south').map(({ id }) => id)).toEqual(['w', 'y', 'x', 'z']);
  expect(toChoose(centres, wished, undefined).map(({ id }) => id)).toEqual(['y', 'x', 'z', 'w']);
});
