import type { Database } from '@relais/platform/database/database.ts';
import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import type { ByAgency } from '../../../subgraphs/agencies.ts';
import { careDeskOf, daysWithHistory } from './care-desk.ts';
import { workOutCovers } from './cover-rows.ts';
import { demoFamilies } from './demo-city.ts';
import type { LivingFamily } from './demo-life.ts';
import { writeFollowers } from './follower-rows.ts';
import { ordinaryFamilies } from './ordinary-families.ts';
import { readCentres, readDistricts } from './read-centres.ts';
import { workAtTheDesk } from './work-at-the-desk.ts';
import { writeClosures } from './write-closures.ts';
import { writeEarlyChildhood } from './write-early-childhood.ts';
import { writeEmployment } from './write-employment.ts';
import { writeSocialProtection } from './write-social-protection.ts';

/** The three databases, each as its own role; early-childhood's also as the platform opens it. */
export type Agencies = ByAgency<pg.ClientBase> & { readonly covers: Database };

/** The agencies that the demo city fills, in that order, and the table that tells whether it has. */
const PLANTED = ['early-childhood', 'social-protection', 'employment'] as const;
const TABLES = {
  'early-childhood': 'families',
  'social-protection': 'known_families',
  employment: 'known_families',
} as const;

export type DemoPlan = { readonly seed: number; readonly today: Temporal.PlainDate };

/** Those of the practice; the city has others. */
export const DEMO_FAMILIES = 143;

/** Everything of an agency, or nothing. */
const atOnce = async (client: pg.ClientBase, work: () => Promise<void>): Promise<void> => {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

const isEmpty = async (client: pg.ClientBase, table: 'families' | 'known_families'): Promise<boolean> =>
  (await client.query(`select from ${table} limit 1`)).rowCount === 0;

/** Writes the families to the agencies named, early-childhood first since the others hear of it. */
export const writeFamilies = async (
  agencies: Agencies,
  families: readonly LivingFamily[],
  now: Date,
  names: readonly string[] = PLANTED,
): Promise<void> => {
  const { 'early-childhood': earlyChildhood, 'social-protection': socialProtection, employment } = agencies;
  if (names.includes('early-childhood')) {
    await atOnce(earlyChildhood, async () => {
      await writeEarlyChildhood(earlyChildhood, families);
      await writeFollowers(earlyChildhood, families, now);
    });
  }
  const searching = families.filter(({ milestones }) => milestones.length > 0).map(({ id }) => id);
  const covers = await workOutCovers(agencies.covers, searching);
  const upcoming = covers.filter((cover) => cover.starts_at > now);
  const others = [
    { name: 'social-protection', client: socialProtection, write: writeSocialProtection, told: upcoming },
    { name: 'employment', client: employment, write: writeEmployment, told: covers },
  ] as const;
  await Promise.all(
    others
      .filter(({ name }) => names.includes(name))
      .map(({ client, write, told }) =>
        atOnce(client, async () => {
          await write(client, families, told);
          await writeFollowers(client, families, now);
        }),
      ),
  );
};

const emptyOnes = async (agencies: ByAgency<pg.ClientBase>): Promise<readonly string[]> => {
  const empty = await Promise.all(PLANTED.map((name) => isEmpty(agencies[name], TABLES[name])));
  return PLANTED.filter((_, index) => empty[index]);
};

/** Whether no agency waits for the demo city. */
export const isPlanted = async (agencies: ByAgency<pg.ClientBase>): Promise<boolean> =>
  (await emptyOnes(agencies)).length === 0;

const closeOnHolidays = (client: pg.ClientBase, { seed, today }: DemoPlan): Promise<void> =>
  atOnce(client, async () => {
    await client.query('delete from closures');
    await writeClosures(client, await readCentres(client), seed, today);
  });

const plantFamilies = async (
  agencies: Agencies,
  plan: DemoPlan,
  now: Date,
  missing: readonly string[],
): Promise<void> => {
  const client = agencies['early-childhood'];
  if (missing.includes('early-childhood')) await closeOnHolidays(client, plan);
  const desk = careDeskOf(await readCentres(client), daysWithHistory(plan.today));
  const districts = await readDistricts(client);
  const practice = [
    ...demoFamilies({ ...plan, districts, desk, from: 1, to: DEMO_FAMILIES, hasHistory: true }),
  ];
  const neverFull = new Set(practice[0]?.bookings.map(({ centreId }) => centreId));
  const others = ordinaryFamilies({ ...plan, districts, desk, from: DEMO_FAMILIES + 1, neverFull });
  await writeFamilies(agencies, [...practice, ...others], now, missing);
};

/**
 * Fills the empty databases with the demo city. A start that was cut short is completed: the same plan makes the same
 * families, and an agency that has them is left alone.
 */
export const plantDemoCity = async (agencies: Agencies, plan: DemoPlan, now: Date): Promise<void> => {
  const missing = await emptyOnes(agencies);
  if (missing.length > 0) await plantFamilies(agencies, plan, now, missing);
  if (missing.includes('early-childhood')) await workAtTheDesk(agencies.covers, now);
};
