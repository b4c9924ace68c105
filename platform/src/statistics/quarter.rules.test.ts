import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  closedFrom,
  isClosed,
  lastClosedQuarter,
  lastQuarterBefore,
  nextClosingDay,
  quarterProblem,
} from './quarter.rules.ts';

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

it('is provisional until 30 days after its end, then closed', () => {
  const quarter = { from: day('2026-01-01'), to: day('2026-03-31') };
  expect(closedFrom(quarter).toString()).toBe('2026-05-01');
  expect([isClosed(quarter, day('2026-04-30')), isClosed(quarter, day('2026-05-01'))]).toEqual([false, true]);
});

it.each([
  ['2026-04-30', '2025-10-01', '2026-05-01'],
  ['2026-05-01', '2026-01-01', '2026-07-31'],
  ['2026-07-31', '2026-04-01', '2026-10-31'],
  ['2026-12-31', '2026-07-01', '2027-01-31'],
])('on %s the last quarter closed is that from %s, and the next is closed on %s', (today, from, next) => {
  expect(lastClosedQuarter(day(today)).from.toString()).toBe(from);
  expect(nextClosingDay(day(today)).toString()).toBe(next);
});
