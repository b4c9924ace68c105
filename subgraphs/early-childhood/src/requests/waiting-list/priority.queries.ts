import { oneOf } from '@relais/platform/database/columns.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { SETTINGS_ON, settingsOfRow } from '../../centres/city-settings/city-settings.queries.ts';
import type { Band, Settings } from '../../centres/city-settings/city-settings.rules.ts';
import { IncomeSupport } from '../known-income-support/known-income-support.ts';
import {
  contributionOf,
  countingIncomeSupports,
  type Priority,
  type PriorityFacts,
  weightOf,
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
  // Read with the facts, so that they cost no statement.
  settings: [SETTINGS_ON, settingsOfRow],
});

/** What a priority is judged by: the facts, and what the city decided for the day. */
export type JudgedBy = { readonly facts: PriorityFacts; readonly settings: Settings };

type Judged = {
  readonly fact: keyof PriorityFacts;
  readonly comparison: '<=' | '>=';
  readonly criterion: Priority;
  readonly bands: readonly Band[];
};

const inBands = (settings: Settings, { fact, comparison, criterion, bands }: Judged): string => {
  const cases = bands.map(
    ({ days, value }) =>
      `when "${fact}" ${comparison} ${days} then ${contributionOf(settings, criterion, value)}`,
  );
  return `(case ${cases.join(' ')} else 0 end)`;
};

const ifSo = (settings: Settings, condition: string, criterion: Priority): string =>
  `(case when ${condition} then ${weightOf(settings, criterion)} else 0 end)`;

/** The score of these facts, by the weights and bands that the rule explains: there is no second copy. */
export const priorityScore = (settings: Settings): string => {
  const { milestoneBands, firstDayBands, waitingBands } = settings;
  const soon = { comparison: '<=' } as const;
  return [
    inBands(settings, { ...soon, fact: 'daysToMilestone', criterion: 'MILESTONE', bands: milestoneBands }),
    ifSo(settings, oneOf('"incomeSupport"', countingIncomeSupports), 'INCOME_SUPPORT'),
    ifSo(settings, '"isLoneParent"', 'LONE_PARENT'),
    inBands(settings, { ...soon, fact: 'daysToFirstDay', criterion: 'FIRST_DAY', bands: firstDayBands }),
    inBands(settings, {
      ...{ fact: 'daysWaited', comparison: '>=', criterion: 'WAITING_TIME' },
      bands: waitingBands,
    }),
  ].join(' + ');
};

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
): Promise<(JudgedBy | null)[]> => {
  const rows = await rowsOf(db, FactsRow, FACTS_OF_REQUESTS, [...judgedOn(dayOf(now)), requestIds]);
  const byId = new Map(rows.map(({ id: requestId, settings, ...facts }) => [requestId, { facts, settings }]));
  return requestIds.map((requestId) => byId.get(requestId) ?? null);
};
