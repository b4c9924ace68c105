import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { aReferral } from '../referrals/referral.builder.ts';
import type { Task } from '../tasks/task.ts';
import { alertsOf, type FamilyFacts, positionOf, type RankedFamily, ranked } from './my-families.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const NOW = new Date('2026-03-10T09:00:00Z');
const task = (dueOn: string): Task => ({
  id: 't',
  familyId: 'f',
  title: 'Call',
  dueOn: day(dueOn),
  assigneeSub: 'a',
  addedBySub: 'a',
  addedAt: NOW,
  doneAt: null,
  doneBySub: null,
  version: 1,
});
const alerts = (given: Partial<FamilyFacts>) => {
  const quiet = { benefits: null, uncovered: [], offers: [], referrals: [], tasks: [], lastActivity: NOW };
  const found = alertsOf({ familyId: 'f', ...quiet, ...given }, NOW, day('2026-03-10'));
  return found.map(({ kind, subjectId, at }) => `${kind} ${subjectId} ${at.toISOString()}`);
};
const family = (
  familyId: string,
  ...kinds: [RankedFamily['alerts'][number]['kind'], string][]
): RankedFamily => ({
  familyId,
  alerts: kinds.map(([kind, at]) => ({ kind, subjectId: familyId, at: new Date(at) })),
});

describe('a family needs attention', () => {
  it('when its RSA is suspended, since the day it is', () => {
    const since = day('2026-03-01');
    expect(alerts({ benefits: { incomeSupport: 'SUSPENDED', since } })).toEqual([
      'INCOME_SUPPORT_SUSPENDED f 2026-02-28T23:00:00.000Z',
    ]);
    expect(alerts({ benefits: { incomeSupport: 'RECEIVING', since } })).toEqual([]);
  });

  it('when a milestone of the next seven days is not covered: the next one', () => {
    const starts = ['2026-03-17T09:00:00Z', '2026-03-12T09:00:00Z', '2026-03-10T08:59:00Z'];
    const milestone = (at: string) => ({ milestoneId: `m${at.slice(8, 10)}`, startsAt: new Date(at) });
    const uncovered = starts.map(milestone);
    expect(alerts({ uncovered })).toEqual(['MILESTONE_UNCOVERED m12 2026-03-12T09:00:00.000Z']);
    expect(alerts({ uncovered: [milestone('2026-03-17T09:01:00Z')] })).toEqual([]);
  });

  it('when an offer of a place expires within two days: the next one', () => {
    const offers = ['2026-03-12T09:00:00Z', '2026-03-11T17:00:00Z', '2026-03-10T08:59:00Z'];
    const offer = (at: string) => ({ offerId: `o${at.slice(8, 10)}`, expiresAt: new Date(at) });
    expect(alerts({ offers: offers.map(offer) })).toEqual(['OFFER_EXPIRING o11 2026-03-11T17:00:00.000Z']);
    expect(alerts({ offers: [offer('2026-03-12T09:01:00Z')] })).toEqual([]);
  });

  it('when a referral waits, a task is overdue or nothing happened for 60 days', () => {
    const sentAt = new Date('2026-02-20T09:00:00Z');
    expect(
      alerts({
        referrals: [aReferral({ id: 'r', sentAt }), aReferral()],
        tasks: [task('2026-03-09'), task('2026-03-10')],
        lastActivity: new Date('2026-01-09T09:00:00Z'),
      }),
    ).toEqual([
      'REFERRAL_WAITING r 2026-02-20T09:00:00.000Z',
      'TASK_OVERDUE t 2026-03-08T23:00:00.000Z',
      'NOTHING_HAPPENED f 2026-01-09T09:00:00.000Z',
    ]);
    expect(alerts({ lastActivity: new Date('2026-01-09T09:01:00Z') })).toEqual([]);
  });
});

describe('the order of families', () => {
  const suspended = family(
    '5',
    ['INCOME_SUPPORT_SUSPENDED', '2026-03-01'],
    ['NOTHING_HAPPENED', '2026-01-01'],
  );
  const longSuspended = family('6', ['INCOME_SUPPORT_SUSPENDED', '2026-01-01']);
  const uncovered = family('1', ['MILESTONE_UNCOVERED', '2026-03-11']);
  const calm = family('2');
  const alsoCalm = family('3');
  const order = [longSuspended, suspended, uncovered, calm, alsoCalm];

  it('is by the most urgent reason, then since when, then by id', () => {
    expect(ranked([alsoCalm, uncovered, suspended, calm, longSuspended], null)).toEqual(order);
    expect(ranked([calm, calm], null)).toEqual([calm, calm]);
  });

  it('goes on behind each position', () => {
    for (const [index, each] of order.entries()) {
      expect(ranked(order, positionOf(each))).toEqual(order.slice(index + 1));
    }
  });
});
