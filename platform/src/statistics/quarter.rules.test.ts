import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { lastQuarterBefore, quarterProblem } from './quarter.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

it.each([
  ['2026-07-01', '2026-09-30', '2026-10-01', null],
  ['2024-01-01', '2024-03-31', '2026-10-01', null],
  ['2026-07-01', '2026-09-30', '2026-09-30', 'NOT_OVER'],
  ['2027-01-01', '2027-03-31', '2026-10-01', 'NOT_OVER'],
  ['2026-07-01', '2026-09-29', '2026-10-01', 'NOT_A_QUARTER'],
  ['2026-07-02', '2026-09-30', '2026-10-01', 'NOT_A_QUARTER'],
  ['2026-08-01', '2026-10-31', '2026-12-01', 'NOT_A_QUARTER'],
  ['2026-01-01', '2026-06-30', '2026-10-01', 'NOT_A_QUARTER'],
  ['2026-07-01', '2026-07-01', '2026-10-01', 'NOT_A_QUARTER'],
  ['2026-09-30', '2026-07-01', '2026-10-01', 'ENDS_BEFORE_IT_STARTS'],
])('from %s to %s, asked on %s: %s', (from, to, today, problem) => {
  expect(quarterProblem({ from: day(from), to: day(to) }, day(today))).toBe(problem);
});

it.each([
  ['2026-11-25', '2026-07-01', '2026-09-30'],
  ['2026-10-01', '2026-07-01', '2026-09-30'],
  ['2026-02-28', '2025-10-01', '2025-12-31'],
])('on %s the last quarter is from %s to %s', (today, from, to) => {
  const quarter = lastQuarterBefore(day(today));
  expect([quarter.from.toString(), quarter.to.toString()]).toEqual([from, to]);
  expect(quarterProblem(quarter, day(today))).toBeNull();
});
