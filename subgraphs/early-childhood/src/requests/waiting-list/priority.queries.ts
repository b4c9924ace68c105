import { oneOf } from '@relais/platform/database/columns.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { IncomeSupport } from '../known-income-support/known-income-support.ts';
import {
  type Band,
  contributionOf,
  countingIncomeSupports,
  firstDayBands,
  milestoneBands,
  type Priority,
  type PriorityFacts,
  priorityWeights,
  waitingBands,
} from './priority.rules.ts';

const incomeSupportOnDay = (column: 'status' | 'starts_on'): string => `(
  select ${column} from known_income_support
  where family_id = request.family_id and starts_on <= $1::date and coalesce(ends_on, 'infinity') >= $1::date
  limit 1)`;

const judgedFacts = {
  daysToMilestone: [
    `(select min((starts_at at time zone 'Europe/Paris')::date) - $1::date from known_milestones
      where family_id = request.family_id and status in ('PLANNED', 'CONFIRMED')
        and ends_at >= $2 and starts_at >= $2)`,
    z.int().nullable(),
  ],
  incomeSupport: [`coalesce(${incomeSupportOnDay('status')}, 'UNKNOWN')`, z.enum(IncomeSupport)],
  isLoneParent: [`family.household_kind = 'LONE_PARENT'`, z.boolean()],
  daysToFirstDay: ['request.first_day - $1::date', z.int()],
  daysWaited: [`$1::date - (request.submitted_at at time zone 'Europe/Paris')::date`, z.int()],
} as const;

/**
 * What priority is judged by on a day: `$1` is that day, `$2` its midnight; tables `request` and `family`. An `exists`
 * instead of `limit 1` would read the whole table once, which few requests do not repay.
 */
export const PRIORITY_FACTS = rowOf(judgedFacts).columns;

/** What the family objects to sharing with us is unknown here, so it gives no points: the score needs no other rule. */
const isShared = (category: 'JOB_SEARCH' | 'BENEFITS'): string => `not exists (
  select from objections
  where objections.family_id = request.family_id and category = '${category}' and agency = 'CARE')`;

const FactsRow = rowOf({
  id: ['request.id', id],
  ...judgedFacts,
  incomeSupportSince: [incomeSupportOnDay('starts_on'), z.iso.date().nullable()],
  isJobSearchShared: [isShared('JOB_SEARCH'), z.boolean()],
  areBenefitsShared: [isShared('BENEFITS'), z.boolean()],
});

const inBands = (
  fact: keyof PriorityFacts,
  comparison: '<=' | '>=',
  criterion: Priority,
  bands: readonly Band[],
) => {
  const cases = bands.map(
    ({ days, value }) => `when "${fact}" ${comparison} ${days} then ${contributionOf(criterion, value)}`,
  );
  return `(case ${cases.join(' ')} else 0 end)`;
};

const ifSo = (condition: string, criterion: Priority): string =>
  `(case when ${condition} then ${priorityWeights[criterion]} else 0 end)`;

/** The score of these facts, by the weights and bands that the rule explains: there is no second copy. */
export const PRIORITY_SCORE = [
  inBands('daysToMilestone', '<=', 'MILESTONE', milestoneBands),
  ifSo(oneOf('"incomeSupport"', countingIncomeSupports), 'INCOME_SUPPORT'),
  ifSo('"isLoneParent"', 'LONE_PARENT'),
  inBands('daysToFirstDay', '<=', 'FIRST_DAY', firstDayBands),
  inBands('daysWaited', '>=', 'WAITING_TIME', waitingBands),
].join(' + ');

/** The first two parameters of every statement that judges priority. */
export const judgedOn = (today: Temporal.PlainDate): readonly [string, Date] => [
  today.toString(),
  startOfDay(today),
];

const FACTS_OF_REQUESTS = `
  select ${FactsRow.columns}
  from care_requests request join families family on family.id = request.family_id
  where request.id = any($3)`;

/** The facts of each request, in order; `null` where there is none of its id. */
export const priorityFactsOf = async (
  db: Database,
  requestIds: readonly string[],
  now: Date,
): Promise<(PriorityFacts | null)[]> => {
  const rows = await rowsOf(db, FactsRow, FACTS_OF_REQUESTS, [...judgedOn(dayOf(now)), requestIds]);
  const byId = new Map(rows.map(({ id: requestId, ...facts }) => [requestId, facts]));
  return requestIds.map((requestId) => byId.get(requestId) ?? null);
};
