import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { print } from '@relais/platform/terminal.ts';
import { runningDatabaseUrls, withAgencies } from '../../src/embedded-databases.ts';
import { startRelais } from '../../src/start-relais.ts';

const MOST_APART_MS = 5_000;

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

/** Makes a demo city by the clock of this process, and looks whether it is what it should be. */
const problems: string[] = [];
const dataDir = await mkdtemp(path.join(tmpdir(), 'relais-day-'));
const relais = await startRelais({
  ...{ dataDir, port: 0, host: '127.0.0.1', seed: 1 },
  clock: () => new Date(),
  tell: () => undefined,
  fail: (error) => problems.push(String(error)),
});
await withAgencies(await runningDatabaseUrls(relais.dataDir), async (agencies) => {
  const care = agencies['early-childhood'];
  const { rows: clocks } = await care.query('select clock_timestamp() as now');
  const apart = Math.abs(clocks[0].now.getTime() - Date.now());
  if (apart > MOST_APART_MS) problems.push(`PostgreSQL has another clock: ${clocks[0].now.toISOString()}`);
  const { rows: placements } = await care.query(WRONGLY_BOOKED, [relais.madeOn.toString()]);
  if (placements[0].wrong > 0 || placements[0].agreed === 0)
    problems.push(`${placements[0].wrong} of ${placements[0].agreed} days of placements are booked wrongly`);
  await care.query(OVERFILLED);
  const { rows: covers } = await agencies.employment.query(COVERS, [new Date()]);
  const told = covers.map(({ status, count }) => `${count} ${status.toLowerCase()}`).join(', ');
  if (covers.length < 5) problems.push(`Not every cover is there: ${told}`);
  print(`  made on ${relais.madeOn}: ${placements[0].agreed} days of placements booked; to come ${told}`);
});
await relais.stop();
await rm(dataDir, { recursive: true, force: true });
for (const problem of problems) print(`  ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
