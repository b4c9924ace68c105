import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { asAdministrator, asOwner } from '@relais/platform/testing/test-database.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { buildSchema } from 'graphql';
import { type AgencyName, agencyNames } from '../../subgraphs/agencies.ts';
import { operationText } from './operations.ts';
import { allowedRoles } from './permissions.expected.ts';
import { plantBusyFamilies } from './testing/busy-families.ts';
import { minimalOperations } from './testing/minimal-operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const CANARY = 'CANARY';
const API = new URL('../../schema/api.graphql', import.meta.url);

const TEXT_COLUMNS = `
  select columns.table_name as "table", column_name as "column"
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where columns.table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'character varying')
    and is_generated = 'NEVER'`;
const TABLES_OF_RECORDS = `
  select table_name as "table" from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE'
    and table_name !~ 'outbox|subscribers|deliver|scheduled_jobs|schema_files|received|positions'`;

let graph: TestWholeGraph;
const lines: string[] = [];
const dbOf = (name: AgencyName) => graph.agencies[name].db;
const owning = (name: AgencyName, sql: string) => asOwner({ ownerUrl: graph.databases.ownerUrls[name] }, sql);

beforeAll(async () => {
  const logTo = { write: (line: string) => void lines.push(line) };
  graph = await testWholeGraph({ patience: 20, logLevel: 'trace', logTo });
  await plantBusyFamilies(graph.databases.ownerUrls, dbOf('early-childhood').manager, 2, new Date());
}, 120_000);
afterAll(() => graph.close());

/** Writes the word into every text of every row, wherever no rule of the database allows only certain words. */
const plantCanaries = (name: AgencyName): Promise<number> =>
  asAdministrator(async (client) => {
    await client.query('set session_replication_role = replica');
    let planted = 0;
    for (const { table, column } of (await client.query(TEXT_COLUMNS)).rows) {
      const update = `update "${table}" set "${column}" = '${CANARY}-' || md5(ctid::text)`;
      const changed = await client.query(update).then(
        ({ rowCount }) => rowCount ?? 0,
        () => 0,
      );
      if (changed > 0) planted += 1;
    }
    return planted;
  }, graph.databases.names[name]);

const register = async () => {
  const input = {
    id: newId(),
    family: {
      householdKind: 'LONE_PARENT',
      address: { street: `${CANARY} 3`, postalCode: '44300', city: CANARY },
    },
    adults: [{ firstName: CANARY, lastName: CANARY }],
    children: [{ firstName: CANARY, lastName: CANARY, birthDate: '2024-06-01' }],
  };
  return graph.ask(await operationText('register-family'), { input }, coordinator());
};

/** Ends when the log says it, for it may be told after the answer. */
const untilLogged = async (text: string): Promise<void> => {
  while (!lines.some((line) => line.includes(text))) await new Promise((resolve) => setTimeout(resolve, 50));
};

/** While a table refuses every row that is new, or changed. */
const refusing = async (name: AgencyName, table: string, work: () => Promise<void>) => {
  await owning(name, `alter table ${table} add constraint nothing_more_in_${table} check (false) not valid`);
  await work();
  await owning(name, `alter table ${table} drop constraint nothing_more_in_${table}`);
};

/** The same for no fault of the row, which would be put aside. */
const failing = async <Result>(name: AgencyName, table: string, work: () => Promise<Result>) => {
  await owning(
    name,
    `create function not_today() returns trigger language plpgsql as $$
       begin raise exception 'not today' using constraint = 'nothing_more_in_${table}'; end $$;
     create trigger not_today before insert on ${table} for each row execute function not_today()`,
  );
  const result = await work();
  await owning(name, 'drop function not_today cascade');
  return result;
};

describe('whatever goes wrong, no log line holds what is on file', () => {
  afterAll(() => {
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
  });

  it('a constraint of the database refuses a mutation', () =>
    refusing('early-childhood', 'children', async () => {
      const { errors } = await register();
      expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
      await untilLogged('nothing_more_in_children');
      expect(lines.join('')).toContain('"code":"23514"');
    }));

  it('another agency cannot take an event', async () => {
    // It is answered when the others have taken it, or after long.
    const { registering } = await failing('employment', 'known_families', async () => {
      const answer = register();
      await untilLogged('event not taken');
      await untilLogged('nothing_more_in_known_families');
      return { registering: answer };
    });
    const { data, errors } = await registering;
    expect(errors).toEqual([]);
    expect(lines.join('')).not.toContain(data.registerFamily.family.reference);
  });

  it('a job fails', async () => {
    await dbOf('early-childhood').query(
      `insert into scheduled_jobs (name, key, payload, run_at) values ('expire-offer', $1, $2, '2000-01-01')`,
      [newId(), { offerId: CANARY }],
    );
    await graph.agencies['early-childhood'].runDueJobs();
    await untilLogged('job failed');
    expect(lines.join('')).toContain('"code":"22P02"');
  });

  it('every statement fails, of every query and mutation, with texts of people all over the databases', async () => {
    for (const name of agencyNames) expect(await plantCanaries(name)).toBeGreaterThan(5);
    for (const name of agencyNames) {
      const tables: { table: string }[] = await dbOf(name).query(TABLES_OF_RECORDS);
      for (const { table } of tables) await owning(name, `alter table "${table}" rename to "gone_${table}"`);
    }
    const operations = minimalOperations(buildSchema(await readFile(API, 'utf8')));
    const before = lines.length;
    for (const { name, document } of operations) {
      const [role = 'CASEWORKER'] = allowedRoles[name] ?? [];
      await graph.ask(document.replaceAll('"x"', `"${CANARY}"`), {}, { role });
    }
    const failed = lines.slice(before).filter((line) => line.includes('"code":"42P01"'));
    expect(failed.length).toBeGreaterThan(operations.length / 2);
  }, 60_000);
});
