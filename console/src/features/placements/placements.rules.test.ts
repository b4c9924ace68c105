import { describe, expect, it } from '@jest/globals';
import {
  type Act,
  actsOf,
  broughtBy,
  centresToChoose,
  type Draft,
  dayToLookAt,
  hasReason,
  inputsOf,
  lackOf,
  newDraft,
} from './placements.rules.ts';

const placement = {
  id: 'p',
  version: 3,
  startsOn: '2026-09-01',
  endsOn: '2027-07-31',
  weeklyPattern: [{ weekday: 2, from: '08:30:00', to: '12:30:00' }],
};
const MONDAY = '2026-11-30';
const draft = (act: Act, more: Partial<Draft> = {}): Draft => ({
  ...newDraft(act, placement, MONDAY),
  reason: 'Vacances.',
  ...more,
});

it('offers what can be done where a placement stands, and nothing once it is over', () => {
  const of = (status: 'ACTIVE' | 'ENDED' | 'PLANNED' | 'SUSPENDED') => actsOf({ ...placement, status });
  expect(of('ACTIVE')).toContain('SUSPEND');
  expect(of('SUSPENDED')).toEqual(['RESUME', 'CHANGE', 'RENEW', 'END']);
  expect([of('PLANNED').includes('RESUME'), of('ENDED')]).toEqual([false, []]);
  const twice = [...placement.weeklyPattern, { weekday: 2, from: '14:00', to: '17:00' }];
  expect(actsOf({ status: 'SUSPENDED', weeklyPattern: twice })).not.toContain('CHANGE');
  expect([hasReason('END'), hasReason('RENEW')]).toEqual([true, false]);
});

it('begins with the day on which it may: today, the next Monday for other hours, half a year more for a renewal', () => {
  expect(newDraft('ABSENCE', placement, MONDAY)).toMatchObject({ from: MONDAY, to: MONDAY, reason: '' });
  expect(newDraft('SUSPEND', placement, MONDAY)).toMatchObject({ from: MONDAY, to: '' });
  expect([
    newDraft('CHANGE', placement, MONDAY).from,
    newDraft('CHANGE', placement, '2026-12-06').from,
  ]).toEqual(['2026-12-07', '2026-12-07']);
  expect(newDraft('RENEW', placement, MONDAY).from).toBe('2028-01-27');
  expect(newDraft('END', { ...placement, startsOn: '2027-01-04' }, MONDAY).from).toBe('2027-01-04');
});

describe('before it is sent', () => {
  it.each<[string, Draft, string | undefined]>([
    ['nothing', draft('ABSENCE'), undefined],
    ['a day', draft('END', { from: '' }), 'DAY'],
    ['a last day', draft('ABSENCE', { to: '' }), 'DAYS'],
    ['days in their order', draft('SUSPEND', { to: '2026-11-29' }), 'DAYS'],
    ['nothing without a last day of a suspension', draft('SUSPEND'), undefined],
    ['a day of the week', draft('CHANGE', { week: [] }), 'WEEK'],
    ['hours', draft('CHANGE', { week: [{ isOn: true, from: '09:00', to: '' }] }), 'HOURS'],
    ['a section of the other centre', draft('CHANGE', { centreId: 'c' }), 'SECTION'],
    ['no section more', draft('CHANGE', { centreId: 'c', sectionId: 's' }), undefined],
    ['a reason', draft('CHANGE', { reason: ' ' }), 'REASON'],
    ['no reason to run again', draft('RESUME', { reason: '' }), undefined],
  ])('it lacks %s', (_what, of, lack) => {
    expect(lackOf(of)).toBe(lack);
  });
});

it('sends what was looked at, and the version that was read', () => {
  const sent = { placementId: 'p', version: 3, preview: true };
  const { from, reason } = draft('SUSPEND');
  expect(inputsOf(draft('SUSPEND'), placement, true)).toEqual({
    ABSENCE: { ...sent, from, to: '', reason },
    CHANGE: {
      ...sent,
      from,
      weeklyPattern: [{ weekday: 2, from: '08:30', to: '12:30' }],
      sectionId: null,
      reason,
    },
    SUSPEND: { ...sent, from, to: null, reason },
    RESUME: { ...sent, from },
    RENEW: { ...sent, lastDay: from },
    END: { ...sent, lastDay: from, reason },
  });
  expect(inputsOf(draft('SUSPEND', { to: '2026-12-11' }), placement, false).SUSPEND).toMatchObject({
    to: '2026-12-11',
    preview: false,
  });
  expect(inputsOf(draft('CHANGE', { sectionId: 's' }), placement, true).CHANGE.sectionId).toBe('s');
});

it('offers the centres that have sections, and the own one where no list names it', () => {
  const centre = (id: string, ...sections: string[]) => ({
    id,
    sections: sections.map((each) => ({ id: each, name: each })),
  });
  const ids = (own: string) =>
    centresToChoose([centre('c', 'c1'), centre('d')], centre(own, 's')).map(({ id }) => id);
  expect([ids('c'), ids('gone')]).toEqual([['c'], ['gone', 'c']]);
});

it('lists who comes by a placement once, by name, and leaves out what is booked by the day', () => {
  const section = { id: 's', name: 'Les petits' };
  const stay = (id: string | undefined, lastName: string | null, firstName: string | null) => ({
    firstName,
    lastName,
    section,
    booking: {
      startsAt: 'a',
      endsAt: 'b',
      placement: id === undefined ? null : { id, endsOn: '2027-01-01' },
    },
  });
  const children = [
    stay('b', 'Éon', 'Liv'),
    stay('a', 'Diallo', 'Noam'),
    stay('b', 'Éon', 'Liv'),
    stay(undefined, 'Zidani', 'Romy'),
    stay('c', null, null),
  ];
  expect(broughtBy(children).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

it('looks at the next open day from a weekend', () => {
  expect([dayToLookAt(MONDAY), dayToLookAt('2026-12-05'), dayToLookAt('2026-12-06')]).toEqual([
    MONDAY,
    '2026-12-07',
    '2026-12-07',
  ]);
});
