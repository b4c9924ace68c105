import { describe, expect, it } from '@jest/globals';
import { usualSettings } from '../../centres/city-settings/city-settings.rules.ts';
import {
  type Priority,
  type PriorityFacts,
  priorityReasons,
  priorityScore,
  weightOf,
} from './priority.rules.ts';

const factsWith = (facts: Partial<PriorityFacts> = {}): PriorityFacts => ({
  daysToMilestone: null,
  incomeSupport: 'UNKNOWN',
  incomeSupportSince: null,
  isJobSearchShared: true,
  areBenefitsShared: true,
  isLoneParent: false,
  daysToFirstDay: 90,
  daysWaited: 0,
  ...facts,
});
const reasonOf = (criterion: Priority, facts: Partial<PriorityFacts>) =>
  priorityReasons(factsWith(facts), usualSettings).find((reason) => reason.criterion === criterion);

describe('the priority of a request', () => {
  it('can reach 100', () => {
    const most = {
      incomeSupport: 'RECEIVING',
      isLoneParent: true,
      daysToMilestone: 0,
      daysToFirstDay: -1,
    } as const;
    expect(priorityScore(priorityReasons(factsWith({ ...most, daysWaited: 400 }), usualSettings))).toBe(100);
    expect(priorityScore(priorityReasons(factsWith(), usualSettings))).toBe(0);
  });

  it.each([
    ['MILESTONE', { daysToMilestone: null }, 0, 'MILESTONE_NONE'],
    ['MILESTONE', { daysToMilestone: 15 }, 0, 'MILESTONE_LATER'],
    ['MILESTONE', { daysToMilestone: 14 }, 12, 'MILESTONE_SOON'],
    ['MILESTONE', { daysToMilestone: 7 }, 21, 'MILESTONE_SOON'],
    ['MILESTONE', { daysToMilestone: 2 }, 30, 'MILESTONE_SOON'],
    ['MILESTONE', { isJobSearchShared: false }, 0, 'MILESTONE_NOT_SHARED'],
    ['INCOME_SUPPORT', { areBenefitsShared: false }, 0, 'INCOME_SUPPORT_NOT_SHARED'],
    ['INCOME_SUPPORT', { incomeSupport: 'RECEIVING' }, 25, 'INCOME_SUPPORT'],
    ['INCOME_SUPPORT', { incomeSupport: 'SUSPENDED' }, 25, 'INCOME_SUPPORT_SUSPENDED'],
    ['INCOME_SUPPORT', { incomeSupport: 'PENDING' }, 0, 'INCOME_SUPPORT_PENDING'],
    ['INCOME_SUPPORT', { incomeSupport: 'NONE' }, 0, 'INCOME_SUPPORT_NOT_RECEIVED'],
    ['INCOME_SUPPORT', { incomeSupport: 'UNKNOWN' }, 0, 'INCOME_SUPPORT_NONE'],
    ['LONE_PARENT', { isLoneParent: true }, 15, 'LONE_PARENT'],
    ['LONE_PARENT', { isLoneParent: false }, 0, 'LONE_PARENT_NOT'],
    ['FIRST_DAY', { daysToFirstDay: 31 }, 0, 'FIRST_DAY_LATER'],
    ['FIRST_DAY', { daysToFirstDay: 30 }, 6, 'FIRST_DAY_SOON'],
    ['FIRST_DAY', { daysToFirstDay: 7 }, 15, 'FIRST_DAY_SOON'],
    ['FIRST_DAY', { daysToFirstDay: -3 }, 15, 'FIRST_DAY_PASSED'],
    ['WAITING_TIME', { daysWaited: 29 }, 0, 'WAITED'],
    ['WAITING_TIME', { daysWaited: 30 }, 3, 'WAITED'],
    ['WAITING_TIME', { daysWaited: 119 }, 9, 'WAITED'],
    ['WAITING_TIME', { daysWaited: 180 }, 15, 'WAITED'],
  ] as const)('%s with %j contributes %d', (criterion, facts, contribution, key) => {
    expect(reasonOf(criterion, facts)).toMatchObject({
      weight: weightOf(usualSettings, criterion),
      contribution,
      told: { key },
    });
  });

  it('is judged by the weights and bands that the city decided', () => {
    const voted = {
      ...usualSettings,
      weights: { ...usualSettings.weights, milestone: 40, loneParent: 5 },
      milestoneBands: [{ days: 3, value: 0.9 }],
    };
    const reasons = priorityReasons(factsWith({ daysToMilestone: 3, isLoneParent: true }), voted);
    expect(reasons.map(({ weight, contribution }) => [weight, contribution])).toEqual([
      [40, 36],
      [25, 0],
      [5, 5],
      [15, 0],
      [15, 0],
    ]);
  });
});
