import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { changesIn, differenceBetween, reasonRefusal } from './correction.rules.ts';

it('a correction says why, in so many words', () => {
  expect(reasonRefusal('  ')).toBe('REASON_MISSING');
  expect(reasonRefusal('x'.repeat(1_001))).toBe('REASON_TOO_LONG');
  expect(reasonRefusal('x'.repeat(1_000))).toBeNull();
});

it('only what differs is told, as texts, by their fields', () => {
  const day = Temporal.PlainDate.from('2026-03-02');
  const before = {
    same: day,
    dueOn: day,
    at: new Date('2026-03-02T09:00:00Z'),
    hours: 12.5,
    names: ['Ada', 'Tom'],
  };
  const after = {
    ...{ same: Temporal.PlainDate.from('2026-03-02'), dueOn: null, at: new Date('2026-03-02T10:00:00Z') },
    ...{ hours: 35, names: ['Ada'], facts: { one: 1 }, isOver: false },
  };
  const difference = differenceBetween(before, after);
  expect(changesIn(difference.before, difference.after)).toEqual([
    { field: 'at', before: '2026-03-02T09:00:00.000Z', after: '2026-03-02T10:00:00.000Z' },
    { field: 'dueOn', before: '2026-03-02', after: null },
    { field: 'facts', before: null, after: '{"one":1}' },
    { field: 'hours', before: '12.5', after: '35' },
    { field: 'isOver', before: null, after: 'false' },
    { field: 'names', before: 'Ada, Tom', after: 'Ada' },
  ]);
});
