import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { openDatabase } from '@relais/platform/database/database.ts';
import { rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { type EmbeddedDatabases, startDatabases, withAgencies } from '../embedded-databases.ts';
import { migrateAgencies } from '../migrate-agencies.ts';
import { explained } from '../postgres/explained.ts';
import { addCentres, centresFor } from './add-centres.ts';
import { type BookedDays, careDeskOf, type DemoCentre } from './care-desk.ts';
import { demoFamilies } from './demo-city.ts';
import { type Agencies, writeFamilies } from './plant-demo-city.ts';
import { readCentres, readDistricts } from './read-centres.ts';

export type LargeCity = {
  readonly families: number;
  readonly seed: number;
  readonly today: Temporal.PlainDate;
  /** Of which bookings are on file: a year, half behind and half ahead, unless told. */
  readonly bookedDays?: BookedDays;
  readonly tell: (text: string) => void;
};

const YEAR: BookedDays = { first: -182, last: 182 };
/** Written at a time: what is held in memory does not grow with the city. */
const CHUNK = 1_000;
const CHUNKS_PER_ANALYSIS = 10;

/** A chunk of a large city is more than a caseworker's request may take. */
const PATIENCE = 600;

const migrateAll = async (databases: EmbeddedDatabases): Promise<DataSource> => {
  await migrateAgencies(databases);
  const { entities } = earlyChildhood;
  const url = databases.urls['early-childhood'];
  const database = await openDatabase({
    url,
    entities,
    applicationName: 'seed',
    isOwnWork: true,
    patience: PATIENCE,
  });
  await inTransaction(database.manager, plantNantes);
  return database;
};

const NumberRow = rowOf({
  highest: [`coalesce(max(substring(reference from '[0-9]+')::bigint), 0)::int`, z.int()],
});
const HIGHEST_NUMBER = `select ${NumberRow.columns} from families`;

const highestNumber = async (client: pg.ClientBase): Promise<number> =>
  (await rowsOf(client, NumberRow, HIGHEST_NUMBER))[0]?.highest ?? 0;

/** The centres of Nantes belong to the families that are there already; a city that is new has them, too. */
const centresOf = async (client: pg.ClientBase, city: LargeCity, first: number): Promise<DemoCentre[]> => {
  const own = first === 1 ? await readCentres(client) : [];
  const count = centresFor(city.families) - own.length;
  return [...own, ...(await addCentres(client, city.seed, { first, count }))];
};

const addFamilies = async (agencies: Agencies, city: LargeCity): Promise<void> => {
  const { seed, today, tell } = city;
  const client = agencies['early-childhood'];
  const districts = await readDistricts(client);
  const first = (await highestNumber(client)) + 1;
  const last = first + city.families - 1;
  const desk = careDeskOf(await centresOf(client, city, first), city.bookedDays ?? YEAR);
  for (let from = first; from <= last; from += CHUNK) {
    const to = Math.min(from + CHUNK - 1, last);
    const families = [...demoFamilies({ seed, today, districts, desk, from, to })];
    await writeFamilies(agencies, families, startOfDay(today));
    // Without statistics the covers of the next chunk are searched the slow way.
    if (((from - first) / CHUNK) % CHUNKS_PER_ANALYSIS === 0) await client.query('analyze');
    tell(`${to - first + 1} of ${city.families} families`);
  }
};

/** Adds many families, with centres enough for them, to the databases of a data folder. */
export const plantLargeCity = async (dataDir: string, city: LargeCity): Promise<void> => {
  const started = Date.now();
  const databases = await startDatabases(dataDir);
  await explained(databases, async () => {
    const earlyChildhoodDatabase = await migrateAll(databases);
    await withAgencies(databases.ownerUrls, async (clients) => {
      await addFamilies({ ...clients, covers: earlyChildhoodDatabase.manager }, city);
      city.tell('Gathering statistics');
      for (const client of Object.values(clients)) await client.query('vacuum analyze');
    });
    await earlyChildhoodDatabase.destroy();
    const seconds = Math.round((Date.now() - started) / 1000);
    city.tell(`${city.families} families added in ${seconds} s to ${databases.dataDir}`);
  });
  await databases.stop();
};
