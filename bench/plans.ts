import { readFile } from 'node:fs/promises';
import { newId } from '@relais/platform/ids.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { dayOf, instantAt } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { earlyChildhoodAsSuperuser, inLargeCity, MEASURER, tell, withClient } from './city.ts';
import { type Ask, throughTheGraph } from './whole-graph.ts';

/** PostgreSQL itself tells how it ran each statement, those inside triggers too. */
const AUTO_EXPLAIN = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
  'auto_explain.log_analyze=on',
  'auto_explain.log_buffers=on',
  'auto_explain.log_nested_statements=on',
  'client_min_messages=log',
];

const WARM_UPS = 7;

const explaining = (url: string): string => {
  const told = new URL(url);
  told.searchParams.set('options', AUTO_EXPLAIN.map((setting) => `-c ${setting}`).join(' '));
  return told.href;
};

/** Every client of the pool tells its plans to `hear`. */
const listen = (database: DataSource, hear: (plan: string) => void): void => {
  const { master }: { master: pg.Pool } = database.driver as never;
  const listened = new WeakSet<pg.PoolClient>();
  master.on('acquire', (client) => {
    if (!listened.has(client))
      client.on('notice', ({ message }) => message?.includes('plan:') && hear(message));
    listened.add(client);
  });
};

/** A child with a milestone to come, and a section of its age. */
const SOMEBODY = `
  select child.id as "childId", section.id as "sectionId", section.centre_id as "centreId"
  from children child, lateral (
    select * from sections where min_age_months <= 24 and max_age_months >= 72 order by random() limit 1) section
  where birth_date between current_date - interval '60 months' and current_date - interval '30 months'
    and exists (select from known_milestones where family_id = child.family_id and ends_at > now())
    and not exists (select from bookings where child_id = child.id)
  order by random() limit 1`;

type Somebody = { readonly childId: string; readonly sectionId: string; readonly centreId: string };

const mutation = (name: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { booking { id version } refusal { reason } } }`;
};

/** What a coordinator does most, from the search for a place to its cancellation. */
const work = async (ask: Ask, { childId, sectionId, centreId }: Somebody): Promise<void> => {
  const today = dayOf(new Date());
  const day = today.add({ days: 15 - today.dayOfWeek });
  const at = (time: string) => instantAt(day, time);
  const operation = (file: string) =>
    readFile(new URL(`../schema/operations/${file}`, import.meta.url), 'utf8');
  const care = { childId, kind: 'SHORT_TERM' };
  const id = newId();
  const does = async (query: string, variables: object) => {
    const { data, errors } = await ask(query, variables);
    const problem =
      errors?.[0]?.message ?? Object.values<{ refusal?: { reason: string } }>(data)[0]?.refusal?.reason;
    if (problem) throw new Error(problem);
  };
  await does(await operation('care-options.graphql'), {
    need: { ...care, startsAt: at('09:00'), endsAt: at('12:00') },
  });
  await does(await operation('centre-day.graphql'), { id: centreId, date: day.toString() });
  await does(mutation('bookCare'), {
    input: { id, sectionId, ...care, startsAt: at('10:00'), endsAt: at('11:00') },
  });
  const moved = { bookingId: id, version: 1, startsAt: at('10:30'), endsAt: at('11:30') };
  await does(mutation('moveBooking'), { input: moved });
  await does(mutation('cancelBooking'), { input: { bookingId: id, version: 2, reason: 'Mesure' } });
};

await inLargeCity(async (databases) => {
  const url = earlyChildhoodAsSuperuser(databases);
  const urls = { ...databases.urls, 'early-childhood': explaining(url) };
  await withClient(url, (superuser) =>
    throughTheGraph({ urls }, coordinator(MEASURER), async (ask, earlyChildhood) => {
      const [somebody]: Somebody[] = (await superuser.query<Somebody>(SOMEBODY)).rows;
      if (!somebody) throw new Error('Nobody to book for.');
      // Plans as they are once statements are prepared.
      for (let count = 0; count < WARM_UPS; count += 1) await work(ask, somebody);
      listen(earlyChildhood, (plan) => tell(`\n${plan}`));
      await work(ask, somebody);
    }),
  );
});
