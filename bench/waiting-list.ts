import { coordinator } from '@relais/platform/testing/test-users.ts';
import type pg from 'pg';
import { operationText } from '../standalone/src/operations.ts';
import { earlyChildhoodAsSuperuser, inLargeCity, MEASURER, tell, withClient } from './city.ts';
import { callsOf, figures, milliseconds, statementsOf } from './figures.ts';
import { type Ask, throughTheGraph } from './whole-graph.ts';

const LISTS = 50;
const NEEDS = 50;

const SOME = `select id from care_requests
  where kind in ('LONG_TERM', 'FLEXIBLE') and status = 'SUBMITTED' and last_day > current_date
  order by md5(id::text) limit $1`;
const OPEN = `select count(*)::integer as count from care_requests
  where status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED') and last_day >= current_date`;
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
    tell(`${(await superuser.query(OPEN)).rows[0].count} open requests`);
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
  }),
);
