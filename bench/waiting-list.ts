import { coordinator } from '@relais/platform/testing/test-users.ts';
import type pg from 'pg';
import { operationText } from '../standalone/src/operations.ts';
import { earlyChildhoodAsSuperuser, inLargeCity, MEASURER, tell, withClient } from './city.ts';
import { callsOf, figures, milliseconds, statementsOf } from './figures.ts';
import { type Ask, throughTheGraph } from './whole-graph.ts';

/** As many as wait in a large city: one child in ten under three. */
const REQUESTS = 3_000;
const LISTS = 50;
const NEEDS = 50;

/** Weekly care until next summer, with two chosen centres; the city has no requests of its own. */
const PLANT = `
  insert into care_requests (id, child_id, family_id, kind, status, first_day, last_day, weekly_pattern, stretches,
    ranked_centre_ids, facilities, submitted_at, alternative_contact, version)
  select gen_random_uuid(), child.id, child.family_id, 'LONG_TERM', 'SUBMITTED', current_date + 14,
    current_date + 14 + 7 * (10 + (number % 30)::integer),
    (select jsonb_agg(jsonb_build_object('weekday', weekday, 'from', '08:30', 'to', '17:00'))
      from generate_series(1, 1 + (number % 5)::integer) weekday),
    '[]', array(select id from centres order by md5(id::text || number::text) limit 2), '{}',
    now() - make_interval(days => (number % 200)::integer), '${MEASURER}', 1
  from (
    select id, family_id, row_number() over (order by md5(id::text)) as number from children
    where birth_date between current_date - interval '30 months' and current_date - interval '3 months'
      and not exists (select from bookings where child_id = children.id)
    order by md5(id::text) limit $1
  ) child`;
const TAKE_BACK = `delete from care_requests where alternative_contact = '${MEASURER}'`;
const SOME = `select id from care_requests where alternative_contact = '${MEASURER}' order by md5(id::text) limit $1`;
const SOME_CENTRES = 'select id from centres order by md5(id::text) limit $1';

const asked = async (ask: Ask, query: string, variables: object): Promise<void> => {
  const { errors } = await ask(query, variables);
  if (errors) throw new Error(errors[0]?.message);
};

type Measured = { readonly name: string; readonly file: string; readonly variables: readonly object[] };

const measure = async (
  superuser: pg.Client,
  ask: Ask,
  { name, file, variables }: Measured,
): Promise<void> => {
  const operation = await operationText(file);
  await asked(ask, operation, variables[0] ?? {});
  const times: number[] = [];
  const statements = await statementsOf(superuser, async () => {
    for (const each of variables) times.push(await milliseconds(() => asked(ask, operation, each)));
  });
  const each = (sum: number): string => (sum / variables.length).toFixed(1);
  const spent = statements.reduce((sum, { ms }) => sum + ms, 0);
  tell(`${name}, ${variables.length} one after the other through the whole graph: ${figures(times)}`);
  tell(`  ${each(callsOf(statements))} statements, ${each(spent)} ms of the database each`);
};

await inLargeCity((databases) =>
  withClient(earlyChildhoodAsSuperuser(databases), async (superuser) => {
    await superuser.query(TAKE_BACK);
    await superuser.query(PLANT, [REQUESTS]);
    await superuser.query('analyze care_requests');
    const ids = async (text: string, count: number): Promise<string[]> =>
      (await superuser.query<{ id: string }>(text, [count])).rows.map(({ id }) => id);
    const ofCentres = (await ids(SOME_CENTRES, LISTS)).map((centreId) => ({
      first: 20,
      filter: { centreId },
    }));
    const ofRequests = (await ids(SOME, NEEDS)).map((id) => ({ id, first: 5 }));
    const ofCity = Array(LISTS).fill({ first: 20 });

    await throughTheGraph(databases, coordinator(MEASURER), async (ask) => {
      for (const measured of [
        { name: 'waiting list of the city', file: 'waiting-list', variables: ofCity },
        { name: 'waiting list of a centre', file: 'waiting-list', variables: ofCentres },
        { name: 'options of a weekly request', file: 'request-options', variables: ofRequests },
      ])
        await measure(superuser, ask, measured);
    });
    await superuser.query(TAKE_BACK);
  }),
);
