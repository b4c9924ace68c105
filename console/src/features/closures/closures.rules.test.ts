import { expect, it } from '@jest/globals';
import {
  closable,
  type Draft,
  inputOf,
  isGone,
  lackOf,
  linesOf,
  NOWHERE,
  optionKey,
  optionOf,
  stayKey,
  together,
  uncoveredOf,
} from './closures.rules.ts';

const draft = (more: Partial<Draft> = {}): Draft => ({
  centreId: 'c',
  from: '2026-12-01',
  to: '2026-12-02',
  opensAt: '',
  closesAt: '',
  reason: ' Chaudière ',
  ...more,
});

it('says what is missing before it asks', () => {
  expect([
    lackOf(draft()),
    lackOf(draft({ centreId: '' })),
    lackOf(draft({ from: '' })),
    lackOf(draft({ to: 'x' })),
    lackOf(draft({ to: '2026-11-30' })),
    lackOf(draft({ reason: ' ' })),
  ]).toEqual([undefined, 'CENTRE', 'DAYS', 'DAYS', 'DAYS', 'REASON']);
});

it('tells that no milestone loses its care from not knowing', () => {
  expect([uncoveredOf(null), uncoveredOf([]), uncoveredOf([{}])]).toEqual(['unknown', 'none', 'some']);
});

it('closes for whole days, or for a part of them', () => {
  const sent = { id: 'i', preview: true, confirmed: false };
  expect(inputOf(draft(), sent)).toEqual({
    ...sent,
    centreIds: ['c'],
    from: '2026-12-01',
    to: '2026-12-02',
    reason: 'Chaudière',
    opensAt: null,
    closesAt: null,
  });
  expect(inputOf(draft({ opensAt: '10:00', closesAt: '16:00' }), sent)).toMatchObject({
    opensAt: '10:00',
    closesAt: '16:00',
  });
});

const closure = (id: string, startsOn: string, reason = 'Férié') => ({
  id,
  startsOn,
  endsOn: startsOn,
  opensAt: null,
  closesAt: null,
  reason,
});

it('tells closures of the same days together, soonest first', () => {
  const centres = [
    { id: 'a', name: 'A', closures: [closure('a2', '2026-12-25'), closure('a1', '2026-12-01', 'Eau')] },
    { id: 'b', name: 'B', closures: [closure('b2', '2026-12-25')] },
  ];
  expect(together(centres, '').map(({ first, centres: some }) => [first.startsOn, some.length])).toEqual([
    ['2026-12-01', 1],
    ['2026-12-25', 2],
  ]);
  expect(together(centres, 'b').map(({ centres: some }) => some)).toEqual([[{ closureId: 'b2', name: 'B' }]]);
});

it('books the first place of each stay, another one, or none', () => {
  const option = (id: string) => ({
    kind: 'FLEXIBLE' as const,
    startsAt: 's',
    endsAt: 'e',
    section: { id },
  });
  const stay = (id: string, ...options: string[]) => ({
    startsAt: 't',
    booking: { id },
    options: options.map(option),
  });
  const stays = [stay('x', 'one', 'two'), stay('y', 'one'), stay('z'), { ...stay('w'), options: null }];
  const chosen = new Map([
    ['x t', 'two s'],
    ['y t', NOWHERE],
  ]);
  expect(stays.map(stayKey)).toEqual(['x t', 'y t', 'z t', 'w t']);
  expect(optionOf(stay('x', 'one'), new Map())?.section.id).toBe('one');
  expect(optionKey(option('two'))).toBe('two s');
  const gone = stay('x', 'one');
  expect([isGone(gone, chosen), optionOf(gone, chosen)]).toEqual([true, undefined]);
  expect(stays.map((each) => isGone(each, chosen))).toEqual([false, false, false, false]);
  expect(linesOf(stays, chosen, (key) => `id of ${key}`)).toEqual([
    { id: 'id of x t two s', bookingId: 'x', sectionId: 'two', kind: 'FLEXIBLE', startsAt: 's', endsAt: 'e' },
  ]);
});

it('lets the staff of a centre close their own, and a coordinator any', () => {
  const centres = [{ id: 'one' }, { id: 'other' }];
  expect(closable(centres, undefined)).toBe(centres);
  expect(closable(centres, [{ id: 'other' }])).toEqual([{ id: 'other' }]);
});
