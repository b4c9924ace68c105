import { existsSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { withClient } from '@relais/platform/database/with-client.ts';
import { print as tell } from '@relais/platform/terminal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { plantLargeCity } from '../standalone/src/demo/plant-large-city.ts';
import { type EmbeddedDatabases, startDatabases } from '../standalone/src/embedded-databases.ts';
import { migrateAgencies } from '../standalone/src/migrate-agencies.ts';
import { findDataDir } from '../standalone/src/postgres/postgres-home.ts';

const FAMILIES = Number(process.env.FAMILIES ?? 100_000);
const FOLDER = process.env.RELAIS_DATA_DIR ?? path.join(tmpdir(), 'relais-bench-city');

export { tell, withClient };

/** A kept city has the tables and indexes of the day it was made; these are measured as they are now. */
const bringUpToDate = async (databases: EmbeddedDatabases): Promise<void> => {
  await migrateAgencies(databases);
  await withClient(databases.ownerUrls['early-childhood'], (owner) => owner.query('vacuum analyze bookings'));
};

/** The databases of the large city, which is made when the folder does not have one yet, and kept. */
const openCity = async (): Promise<EmbeddedDatabases> => {
  const { dataDir } = await findDataDir(FOLDER);
  if (!existsSync(path.join(dataDir, 'cluster'))) {
    tell(`Making a city of ${FAMILIES} families in ${dataDir}, once`);
    await plantLargeCity(FOLDER, { families: FAMILIES, seed: 1, today: dayOf(new Date()), tell });
  }
  const databases = await startDatabases(FOLDER);
  await bringUpToDate(databases);
  return databases;
};

/** Everything in a database is readable and planned for, also by its owner. */
export const databaseAsSuperuser = ({ superuserUrl }: EmbeddedDatabases, name: string): string => {
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
};

export const earlyChildhoodAsSuperuser = (databases: EmbeddedDatabases): string =>
  databaseAsSuperuser(databases, 'early_childhood');

const SIZE = `
  select (select count(*) from centres)::integer as centres, (select count(*) from families)::integer as families,
    count(*)::integer as bookings, min(starts_at)::date::text as first, max(starts_at)::date::text as last
  from bookings`;

const tellSize = (databases: EmbeddedDatabases): Promise<void> =>
  withClient(earlyChildhoodAsSuperuser(databases), async (client) => {
    const [city] = (await client.query(SIZE)).rows;
    tell(
      `${city.centres} centres, ${city.families} families, ${city.bookings} bookings from ${city.first} to ${city.last}`,
    );
  });

/** What measuring booked, this time or in a run that was broken off; the care steps tell. */
const TAKE_BACK = `
  with gone as (delete from care_steps where done_by = $1 returning subject_id)
  delete from bookings where id in (select subject_id from gone)`;

/** Who books here. */
export const MEASURER = 'bench';

const takeBack = (databases: EmbeddedDatabases): Promise<unknown> =>
  withClient(earlyChildhoodAsSuperuser(databases), (superuser) => superuser.query(TAKE_BACK, [MEASURER]));

/** Opens the city for as long as `work` takes, and leaves it as it was. */
export const inLargeCity = async (work: (databases: EmbeddedDatabases) => Promise<void>): Promise<void> => {
  const databases = await openCity();
  try {
    await takeBack(databases);
    await tellSize(databases);
    await work(databases);
    await takeBack(databases);
    tell(`load of the machine ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await databases.stop();
  }
};
