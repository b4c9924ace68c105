import { expect, it } from '@jest/globals';
import {
  type Attention,
  byDay,
  happenedOf,
  isBeyondCare,
  toSettleOf,
  weeklyByKind,
  withoutRepeats,
} from './file.rules.ts';

const item = (subjectId: string, at: string, sentence = ''): Attention => ({
  id: subjectId + sentence,
  kind: 'K',
  sentence,
  subjectId,
  at,
});
const known = (...value: Attention[]) => ({ is: 'known' as const, value, isPartial: false });

it('says once what several agencies say of one thing, soonest first', () => {
  const parts = [
    known(item('b', '2026-12-08', 'one')),
    known(item('b', '2026-12-08', 'other'), item('a', '2026-12-01')),
  ];
  const { items, isAtLeast } = toSettleOf(parts);
  expect(items.map(({ subjectId, sentence }) => [subjectId, sentence])).toEqual([
    ['a', ''],
    ['b', 'one'],
  ]);
  expect(isAtLeast).toBe(false);
});

it('counts "at least" while an agency is away', () => {
  expect(toSettleOf([known(item('a', '2026-12-01')), { is: 'away' }])).toMatchObject({ isAtLeast: true });
  expect(toSettleOf([{ is: 'none' }, { is: 'not-shared', because: 'ROLE' }])).toEqual({
    items: [],
    isAtLeast: false,
  });
});

const told = (id: string, at: string, sentence = id) => ({ id, at, sentence });
const all = {
  care: [told('c', '2026-11-27T10:00:00Z')],
  jobSearch: [told('j', '2026-11-28T10:00:00Z')],
  benefits: [told('b', '2026-11-26T10:00:00Z')],
};
const dayOf = (at: string) => at.slice(0, 10);

it('tells what happened newest first, of all or of one', () => {
  expect(happenedOf(all, undefined).map(({ id, agency }) => [id, agency])).toEqual([
    ['j', 'jobSearch'],
    ['c', 'care'],
    ['b', 'benefits'],
  ]);
  expect(happenedOf(all, 'benefits').map(({ id }) => id)).toEqual(['b']);
});

it('tells a day under its date, and a repeated sentence once', () => {
  const twice = happenedOf(
    { ...all, care: [told('c', '2026-11-27T10:00:00Z', 'x'), told('d', '2026-11-27T11:00:00Z', 'x')] },
    'care',
  );
  expect(withoutRepeats(twice, dayOf)).toHaveLength(1);
  expect(byDay(twice, dayOf).map(({ day, entries }) => [day, entries.length])).toEqual([['2026-11-27', 2]]);
});

it('puts the weekly arrangements of a kind together, single days aside', () => {
  const school = { kind: 'SCHOOL', from: '08:30', to: '16:30' };
  const once = { kind: 'FAMILY', weekday: null, from: null, to: null };
  const arrangements = [{ ...school, weekday: 1 }, { ...school, weekday: 2 }, once];
  expect(weeklyByKind(arrangements, ['lun.', 'mar.'])).toEqual([
    { kind: 'SCHOOL', hours: ['lun. mar. 08:30 – 16:30'] },
  ]);
});

it('knows when a child is too old to be looked after', () => {
  expect([isBeyondCare(71), isBeyondCare(72)]).toEqual([false, true]);
});
