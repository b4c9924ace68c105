import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@relais/platform/database/database.ts';
import { startPostgres } from '@relais/platform/database/embedded-postgres.ts';
import { migrate } from '@relais/platform/database/migrate.ts';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { CareNeed } from '../subgraphs/early-childhood/src/care-options/care-need.ts';
import { findCareOptions } from '../subgraphs/early-childhood/src/care-options/find-care-options.ts';
import { subgraph } from '../subgraphs/early-childhood/src/subgraph.ts';
import { type City, plantCity } from './plant-city.ts';

const PATIENCE = 600;
const NEEDS = 200;
const CITY: City = {
  centres: Number(process.env.CENTRES ?? 112),
  families: Number(process.env.FAMILIES ?? 100_000),
  placesPerCentre: 40,
  days: Number(process.env.DAYS ?? 182),
};

const tell = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const percentile = (times: readonly number[], share: number): string =>
  (times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1);

const figures = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, most ${percentile(times, 1)} ms`;

const openCity = async (url: string): Promise<DataSource> => {
  const { entities, migrations } = subgraph;
  await migrate({ url, entities, migrations, applicationName: 'bench' });
  return openDatabase({ url, entities, migrations, applicationName: 'bench', patience: PATIENCE });
};

const needFor = (childId: string, index: number): CareNeed => {
  const day = Temporal.Now.plainDateISO().add({ days: 1 + (index % Math.min(40, CITY.days - 7)) });
  const at = (time: string) => new Date(`${day}T${time}:00Z`);
  return {
    childId,
    familyId: null,
    kind: index % 2 === 0 ? 'EMERGENCY' : 'SHORT_TERM',
    startsAt: at('08:00'),
    endsAt: at(index % 3 === 0 ? '15:00' : '10:30'),
    facilities: [],
    rankedCentreIds: [],
  };
};

const someChildren = (database: DataSource, count: number): Promise<{ id: string }[]> =>
  database.query('select id from children order by random() limit $1', [count]);

/** Wall time of each call, and what of it was spent waiting for the database. */
const measureOptions = async (database: DataSource): Promise<void> => {
  const { manager } = database;
  const ask = manager.query.bind(manager);
  let waited = 0;
  manager.query = async (...asked: Parameters<typeof ask>) => {
    const started = performance.now();
    const answer = await ask(...asked);
    waited += performance.now() - started;
    return answer;
  };
  const [whole, inDatabase, found]: number[][] = [[], [], []];
  for (const [index, { id }] of (await someChildren(database, NEEDS)).entries()) {
    waited = 0;
    const started = performance.now();
    const [options] = await findCareOptions(manager, [needFor(id, index)], new Date());
    whole.push(performance.now() - started);
    inDatabase.push(waited);
    found.push(options?.options.length ?? 0);
  }
  manager.query = ask;
  tell(`options of a need, ${NEEDS} needs one after the other: ${figures(whole)}`);
  tell(`  of which in the database: ${figures(inDatabase)}`);
  tell(`  needs with an option: ${found.filter((count) => count > 0).length}`);
};

const dataDir = mkdtempSync(path.join(tmpdir(), 'relais-bench-'));
const postgres = await startPostgres({ dataDir, ephemeral: true });
const database = await openCity(postgres.url);
try {
  tell(`planting ${CITY.centres} centres and ${CITY.families} families`);
  await plantCity(database, CITY);
  const [{ count }] = await database.query('select count(*)::int as count from bookings');
  tell(`${count} bookings; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  await measureOptions(database);
} finally {
  await database.destroy();
  await postgres.stop();
}
