import { readFile } from 'node:fs/promises';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { openDatabase } from '@relais/platform/database/database.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import type { LivingFamily } from '../../standalone/src/demo/demo-life.ts';
import { withAgencies } from '../../standalone/src/embedded-databases.ts';
import { operationText } from '../../standalone/src/operations.ts';
import { plantBusyFamilies } from '../../standalone/src/testing/busy-families.ts';
import type { ByAgency } from '../../subgraphs/agencies.ts';
import type { Question } from './question.ts';

const TEXT = new URL('./week-of-milestones.graphql', import.meta.url);
/** Of twenty milestones to come each: a full page for everybody, and more. */
const FAMILIES_EACH = 3;
/** Of none of these is a family that the demo city has. */
const FIRST = 5_001;
const PATIENCE = 60;
const DAYS = 60;

type Databases = { readonly urls: ByAgency<string>; readonly ownerUrls: ByAgency<string> };

const plant = async ({ urls, ownerUrls }: Databases, count: number, now: Date): Promise<LivingFamily[]> => {
  const database = await openDatabase({
    url: urls['early-childhood'],
    entities: earlyChildhood.entities,
    applicationName: 'bench',
    isOwnWork: true,
    patience: PATIENCE,
  });
  try {
    return await plantBusyFamilies(ownerUrls, database.manager, count, now, {
      first: FIRST,
      // The centres of the demo city are full.
      isBooked: false,
    });
  } finally {
    await database.destroy();
  }
};

const handTo = (clients: ByAgency<pg.Client>, sub: string, { id, jobSeekers }: LivingFamily) =>
  Promise.all([
    clients.employment.query('update job_seekers set advisor_id = $1 where family_id = $2', [sub, id]),
    ...Object.values(clients).flatMap((client) =>
      jobSeekers.map(({ adultId }) => givenFollowers(client, id, [{ sub, relation: 'ADVISOR', adultId }])),
    ),
  ]);

/** Gives each of these advisors job seekers with fifty milestones to come, in families of their own. */
export const plantCaseloads = async (
  databases: Databases,
  subs: readonly string[],
  now: Date,
): Promise<void> => {
  const families = await plant(databases, subs.length * FAMILIES_EACH, now);
  await withAgencies(databases.ownerUrls, async (clients) => {
    for (const [index, family] of families.entries())
      await handTo(clients, subs[index % subs.length] ?? '', family);
    for (const client of Object.values(clients)) await client.query('analyze');
  });
};

const period = (now: Date, index: number) => ({
  // Another beginning for each, so that no two questions are the same.
  from: new Date(startOfDay(dayOf(now)).getTime() - index * 60_000).toISOString(),
  to: startOfDay(dayOf(now).add({ days: DAYS })).toISOString(),
});

const weeks = (workload: string, text: string, tokens: readonly string[], now: Date): readonly Question[] =>
  tokens.map((token, index) => ({ workload, text, variables: period(now, index), token }));

/** The milestones of each advisor's weeks with their covers. */
export const weeksOfMilestones = async (tokens: readonly string[], now: Date): Promise<readonly Question[]> =>
  weeks('week-of-milestones', await readFile(TEXT, 'utf8'), tokens, now);

/** The same with what could be booked for each gap: the documented operation. */
export const weeksWithOptions = async (tokens: readonly string[], now: Date): Promise<readonly Question[]> =>
  weeks('advisor-week', await operationText('advisor-week'), tokens, now);
