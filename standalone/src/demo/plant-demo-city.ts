import type { SubgraphName } from '@relais/platform/graphql/subgraph.ts';
import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import type { DemoCentre } from './care-desk.ts';
import { demoFamilies } from './demo-city.ts';
import type { DemoFamily } from './demo-family.ts';
import { readCentres, readDistricts } from './read-centres.ts';
import { writeClosures } from './write-closures.ts';
import { writeEarlyChildhood } from './write-early-childhood.ts';
import { writeEmployment } from './write-employment.ts';
import { writeSocialProtection } from './write-social-protection.ts';

export type Agencies = Readonly<Record<SubgraphName, pg.ClientBase>>;

export type DemoPlan = { readonly seed: number; readonly today: Temporal.PlainDate };

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

export const writeFamilies = async (agencies: Agencies, families: readonly DemoFamily[]): Promise<void> => {
  await atOnce(agencies['early-childhood'], () => writeEarlyChildhood(agencies['early-childhood'], families));
  await atOnce(agencies['social-protection'], () =>
    writeSocialProtection(agencies['social-protection'], families),
  );
  await atOnce(agencies.employment, () => writeEmployment(agencies.employment, families));
};

const closeOnHolidays = async (client: pg.ClientBase, { seed, today }: DemoPlan): Promise<DemoCentre[]> => {
  await atOnce(client, async () => writeClosures(client, await readCentres(client), seed, today));
  return readCentres(client);
};

/** Fills the empty databases with the demo city; `false` when families are on file already. */
export const plantDemoCity = async (agencies: Agencies, plan: DemoPlan): Promise<boolean> => {
  const client = agencies['early-childhood'];
  if (!(await isEmpty(client, 'families'))) return false;
  const centres = await closeOnHolidays(client, plan);
  const districts = await readDistricts(client);
  const families = [...demoFamilies({ ...plan, districts, centres, from: 1, to: DEMO_FAMILIES })];
  await writeFamilies(agencies, families);
  return true;
};
