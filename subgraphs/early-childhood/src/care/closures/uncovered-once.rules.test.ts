import { expect, it } from '@jest/globals';
import { milestonesOnce } from './uncovered-once.rules.ts';

const uncovered = (id: string, day: number, status: 'PARTIAL' | 'UNKNOWN' | 'UNCOVERED') => ({
  milestone: { id },
  startsAt: new Date(Date.UTC(2026, 2, day)),
  status,
});

it('tells a milestone that two centres leave uncovered once, with the worst of both, first to last', () => {
  const given = [
    uncovered('late', 9, 'PARTIAL'),
    uncovered('twice', 3, 'UNCOVERED'),
    uncovered('beta', 3, 'UNKNOWN'),
    uncovered('twice', 3, 'PARTIAL'),
    uncovered('alpha', 3, 'PARTIAL'),
  ];

  const told = milestonesOnce(given).map(({ milestone, status }) => [milestone.id, status]);

  expect(told).toEqual([
    ['alpha', 'PARTIAL'],
    ['beta', 'UNKNOWN'],
    ['twice', 'UNCOVERED'],
    ['late', 'PARTIAL'],
  ]);
});
