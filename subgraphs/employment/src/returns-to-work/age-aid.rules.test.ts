import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type AgeFacts, ageEstimate } from './age-aid.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-10');
const job = {
  kind: 'EMPLOYMENT',
  startsOn: day('2026-03-02'),
  endsOn: null,
  contract: 'PERMANENT',
  weeklyHours: 28,
  trainingHours: null,
} as const;
const mother: AgeFacts = {
  isLoneParent: true,
  childrenUnder12: 1,
  dailyAllowanceCents: 0,
  hasReturnedWithin12Months: false,
};
const stateIn = (estimate: ReturnType<typeof ageEstimate>, name: string) =>
  estimate?.conditions.find((condition) => condition.name === name)?.state;

describe('the childcare aid', () => {
  it('is likely when everything is known and met', () => {
    const estimate = ageEstimate(job, mother, today);
    expect(estimate).toMatchObject({ outcome: 'LIKELY', lowestCents: 41_600, highestCents: 41_600 });
    expect(estimate?.askBy.toString()).toBe('2026-06-02');
  });

  /** Each line of age-agepi-amounts.csv for the mainland since 2022-12-01. */
  it.each([
    [14.9, 1, 17_680],
    [14.9, 2, 20_280],
    [14.9, 3, 22_880],
    [15, 1, 41_600],
    [15, 2, 47_840],
    [15, 3, 54_080],
    [15, 5, 54_080],
  ])('for %d hours and %d children is %d cents', (weeklyHours, childrenUnder12, cents) => {
    const estimate = ageEstimate({ ...job, weeklyHours }, { ...mother, childrenUnder12 }, today);
    expect([estimate?.lowestCents, estimate?.highestCents]).toEqual([cents, cents]);
  });

  it.each([
    ['LONE_PARENT', { isLoneParent: null }],
    ['LOW_ALLOWANCE', { dailyAllowanceCents: null }],
    ['ONCE_IN_12_MONTHS', { hasReturnedWithin12Months: true }],
  ])('is open while %s is missing', (name, facts) => {
    const estimate = ageEstimate(job, { ...mother, ...facts }, today);
    expect(estimate).toMatchObject({ outcome: 'OPEN', lowestCents: 41_600 });
    expect(stateIn(estimate, name)).toBe('UNKNOWN');
  });

  it('lies between the least and the most while children and hours are missing', () => {
    const estimate = ageEstimate({ ...job, weeklyHours: null }, { ...mother, childrenUnder12: null }, today);
    expect(estimate).toMatchObject({ outcome: 'OPEN', lowestCents: 17_680, highestCents: 54_080 });
    expect(stateIn(estimate, 'HOURS_KNOWN')).toBe('UNKNOWN');
    expect(stateIn(estimate, 'CHILD_UNDER_12')).toBe('UNKNOWN');
  });

  it.each([
    ['LONE_PARENT', { isLoneParent: false }],
    ['CHILD_UNDER_12', { childrenUnder12: 0 }],
    ['LOW_ALLOWANCE', { dailyAllowanceCents: 4178 }],
  ])('is not due when %s is not met', (name, facts) => {
    const estimate = ageEstimate(job, { ...mother, ...facts }, today);
    expect(estimate).toMatchObject({ outcome: 'NOT_DUE', lowestCents: 0, highestCents: 0 });
    expect(stateIn(estimate, name)).toBe('NOT_MET');
  });

  it.each([
    [{ endsOn: day('2026-03-29') }, 'MET'],
    [{ endsOn: day('2026-03-28') }, 'NOT_MET'],
    [{ contract: 'TEMPORARY' as const }, 'UNKNOWN'],
    [{ kind: 'TRAINING' as const, trainingHours: 40 }, 'MET'],
    [{ kind: 'TRAINING' as const, trainingHours: 39.5 }, 'NOT_MET'],
    [{ kind: 'TRAINING' as const }, 'UNKNOWN'],
    [{ kind: 'EDUCATION' as const }, 'UNKNOWN'],
    [{ kind: 'OTHER' as const }, 'UNKNOWN'],
  ])('for %j is long enough: %s', (given, expected) => {
    expect(stateIn(ageEstimate({ ...job, ...given }, mother, today), 'LONG_ENOUGH')).toBe(expected);
  });

  it.each([
    ['2026-06-02', 'MET'],
    ['2026-06-03', 'NOT_MET'],
  ])('asked for on %s is in time: %s', (on, expected) => {
    expect(stateIn(ageEstimate(job, mother, day(on)), 'IN_TIME')).toBe(expected);
  });

  it('allows an allowance of 41.77 euros', () => {
    const estimate = ageEstimate(job, { ...mother, dailyAllowanceCents: 4177 }, today);
    expect(estimate?.outcome).toBe('LIKELY');
  });

  it('is not estimated for a return before it existed', () => {
    expect(ageEstimate({ ...job, startsOn: day('2024-04-30') }, mother, today)).toBeNull();
    expect(ageEstimate({ ...job, startsOn: day('2024-05-01') }, mother, today)).not.toBeNull();
  });
});
