import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { closureProblem, isTooMuch } from './closure.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-02');
const asked = {
  centreIds: ['one'],
  allMunicipal: false,
  from: today,
  to: today,
  reason: 'Panne de chauffage',
};

describe('days on which a centre is to be closed', () => {
  it('may be today, and all municipal centres instead of some', () => {
    expect(closureProblem(asked, today)).toBeNull();
    expect(closureProblem({ ...asked, centreIds: [], allMunicipal: true }, today)).toBeNull();
  });

  it.each([
    ['REASON_MISSING', { reason: ' ' }],
    ['CENTRES_OR_ALL', { allMunicipal: true }],
    ['CENTRES_OR_ALL', { centreIds: [] }],
    ['PERIOD_ENDS_BEFORE_IT_STARTS', { from: day('2026-03-04'), to: day('2026-03-03') }],
    ['IN_THE_PAST', { from: day('2026-03-01') }],
  ])('are refused: %s', (problem, spoilt) => {
    expect(closureProblem({ ...asked, ...spoilt }, today)).toBe(problem);
  });

  it('are half a year of one centre, or a week of the city, at most', () => {
    expect(isTooMuch(1, { from: today, to: day('2026-09-01') })).toBe(false);
    expect(isTooMuch(1, { from: today, to: day('2026-09-02') })).toBe(true);
    expect(isTooMuch(24, { from: today, to: day('2026-03-08') })).toBe(false);
    expect(isTooMuch(24, { from: today, to: day('2026-03-09') })).toBe(true);
  });
});
