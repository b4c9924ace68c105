import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from '@relais/platform/terminal.ts';
import { z } from 'zod';
import { PLAN_FILE } from '../../src/demo-plan.ts';
import { runningDatabases, withAgencies } from '../../src/embedded-databases.ts';
import { inTestFolder } from '../../src/testing/test-folder.ts';
import { startAskStop } from '../try-readme.ts';

const MOST_APART_MS = 5_000;
const FEWEST_OF_A_COVER = 10;

/** Days to come on which a placement means care and has no booking, or has one and means none. */
const WRONGLY_BOOKED = `
  with agreed as (
    select placements.id, day::date as day
    from placements join sections on sections.id = section_id
      cross join lateral generate_series(greatest(starts_on, $1::date + 1), ends_on, interval '1 day') day
    where exists (select from jsonb_array_elements(weekly_pattern) line
        where (line ->> 'weekday')::int = extract(isodow from day))
      and not exists (select from closures
        where closures.centre_id = sections.centre_id and day between closures.starts_on and closures.ends_on)
      and not exists (select from placement_pauses pause
        where pause.placement_id = placements.id and day between pause.starts_on and pause.ends_on)
  ), booked as (
    select placement_id as id, (starts_at at time zone 'Europe/Paris')::date as day from bookings
    where placement_id is not null and status = 'CONFIRMED'
      and (starts_at at time zone 'Europe/Paris')::date > $1::date
  )
  select (select count(*)::int from agreed) as agreed, count(*)::int as wrong
  from agreed full join booked using (id, day) where agreed.id is null or booked.id is null`;

const OVERFILLED = `select refuse_overfilling(array(select id from bookings where status <> 'CANCELLED'))`;
const COVERS = `
  select status, count(*)::int as count from known_covers where starts_at > $1 group by status order by status`;

const problems: string[] = [];

const madeOnIn = async (dataDir: string): Promise<string> =>
  z.object({ madeOn: z.string() }).parse(JSON.parse(await readFile(path.join(dataDir, PLAN_FILE), 'utf8')))
    .madeOn;

/** Looks whether a demo city that runs is what it should be. */
const look = async (dataDir: string): Promise<void> =>
  withAgencies((await runningDatabases(dataDir)).ownerUrls, async (agencies) => {
    const care = agencies['early-childhood'];
    const { rows: clocks } = await care.query('select clock_timestamp() as now');
    const apart = Math.abs(clocks[0].now.getTime() - Date.now());
    if (apart > MOST_APART_MS) problems.push(`PostgreSQL has another clock: ${clocks[0].now.toISOString()}`);
    const madeOn = await madeOnIn(dataDir);
    const { rows: placements } = await care.query(WRONGLY_BOOKED, [madeOn]);
    if (placements[0].wrong > 0 || placements[0].agreed === 0)
      problems.push(
        `${placements[0].wrong} of ${placements[0].agreed} days of placements are booked wrongly`,
      );
    await care.query(OVERFILLED);
    const { rows: covers } = await agencies.employment.query(COVERS, [new Date()]);
    const told = covers.map(({ status, count }) => `${count} ${status.toLowerCase()}`).join(', ');
    if (covers.length < 5 || covers.some(({ count }) => count < FEWEST_OF_A_COVER))
      problems.push(`Not enough of every cover: ${told}`);
    print(`  made on ${madeOn}: ${placements[0].agreed} days of placements booked; to come ${told}`);
  });

/** `npm start` by the clock of this process, the README's question, and Ctrl-C. */
const machineWith = (dataDir: string) => ({
  name: 'this one',
  folder: fileURLToPath(new URL('../../..', import.meta.url)),
  // What `npm ci` prepared is of another day.
  environment: { ...process.env, RELAIS_DATA_DIR: dataDir, RELAIS_PREPARED: '' },
  user: {},
});
await inTestFolder((folder) => startAskStop(machineWith(folder), look)).catch((error: unknown) =>
  problems.push(String(error)),
);
for (const problem of problems) print(`  ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
