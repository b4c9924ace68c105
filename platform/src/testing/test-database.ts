import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { fingerprintOf, type SqlFile } from '../database/sql-files.ts';
import { withClient } from '../database/with-client.ts';
import type { Subgraph } from '../subgraph.ts';

const OWNER = 'relais_test';
/** Owns nothing, as the role of a service. */
const SERVICE = 'relais_test_service';

const serverUrl = (): URL => {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: the tests start through jest.');
  return new URL(url);
};

const urlOf = (database: string, role: string): string => {
  const url = serverUrl();
  url.pathname = `/${database}`;
  url.username = role;
  url.password = role;
  return url.toString();
};

/** Runs `work` as the server's administrator. */
export const asAdministrator = <Result>(
  work: (client: pg.Client) => Promise<Result>,
  database = 'postgres',
): Promise<Result> => {
  const url = serverUrl();
  url.pathname = `/${database}`;
  return withClient(url.toString(), work);
};

const exists = async (client: pg.Client, query: string, name: string): Promise<boolean> =>
  (await client.query(query, [name])).rowCount === 1;

const makeRole = async (client: pg.Client, role: string): Promise<void> => {
  const isMade = await exists(client, 'select from pg_roles where rolname = $1', role);
  if (!isMade) await client.query(`create role ${role} login password '${role}'`);
};

/** A migrated database per subgraph and state of its migrations, made once and copied for each test file. */
const templateOf = async (client: pg.Client, subgraph: Pick<Subgraph, 'name' | 'migrations'>) => {
  const hash = fingerprintOf(subgraph.migrations).slice(0, 12);
  const template = `template_${subgraph.name.replaceAll('-', '_')}_${hash}`;
  await client.query('select pg_advisory_lock(4711)');
  for (const role of [OWNER, SERVICE]) await makeRole(client, role);
  await client.query('create extension if not exists pg_stat_statements');
  const isMade = await exists(client, 'select from pg_database where datname = $1', template);
  if (!isMade) {
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${draft}`);
    await client.query(`create database ${draft} owner ${OWNER}`);
    await migrate({
      ...subgraph,
      url: urlOf(draft, OWNER),
      applicationName: 'test',
      serviceRole: SERVICE,
    });
    await client.query(`alter database ${draft} rename to ${template}`);
  }
  await client.query('select pg_advisory_unlock(4711)');
  return template;
};

export type TestDatabase = {
  /** As the service signs in. */
  readonly url: string;
  /** As who owns its tables. */
  readonly ownerUrl: string;
  readonly name: string;
  drop(): Promise<void>;
};

/** Brings a database of a test to a later version, as its owner. */
export const migrateTestDatabase = (
  database: Pick<TestDatabase, 'ownerUrl'>,
  migrations: readonly SqlFile[],
): Promise<void> =>
  migrate({ url: database.ownerUrl, applicationName: 'test', migrations, serviceRole: SERVICE });

/** Does what a service may not: asks as the owner of the tables. */
export const asOwner = (
  { ownerUrl }: Pick<TestDatabase, 'ownerUrl'>,
  sql: string,
): Promise<pg.QueryResultRow[]> => withClient(ownerUrl, async (client) => (await client.query(sql)).rows);

/** Each count reads the texts of all that is remembered, which after a thousand databases takes seconds. */
const FORGET_STATEMENTS = 'select pg_stat_statements_reset(0, oid, 0) from pg_database where datname = $1';

/** A fresh, migrated, empty database of a subgraph. */
export const createTestDatabase = (subgraph: Pick<Subgraph, 'name' | 'migrations'>): Promise<TestDatabase> =>
  asAdministrator(async (client) => {
    const template = await templateOf(client, subgraph);
    const name = `test_${randomBytes(6).toString('hex')}`;
    await client.query('select pg_advisory_lock(4711)');
    await client.query(`create database ${name} template ${template} owner ${OWNER}`);
    await client.query(`revoke temporary on database ${name} from public`);
    await client.query('select pg_advisory_unlock(4711)');
    const drop = () =>
      asAdministrator(async (administrator) => {
        await administrator.query(FORGET_STATEMENTS, [name]);
        await administrator.query(`drop database if exists ${name} with (force)`);
      });
    return { url: urlOf(name, SERVICE), ownerUrl: urlOf(name, OWNER), name, drop };
  });

const ACCESS_LOG = 'insert into access_log';

const callsOf = (condition: string): string => `
  with statement as materialized (
    select query, calls from pg_stat_statements
    where dbid in (select oid from pg_database where datname = any($1))
  )
  select coalesce(sum(calls), 0)::int as calls from statement where ${condition}`;

/** What an agency does by itself, whoever asks meanwhile (`test-database.test.ts` runs it all). */
const BY_ITSELF = [
  'graphile_worker|pg_advisory_lock|pending_deliveries|delivery_positions',
  String.raw`^\s*select distinct family_id\M[^,]* from outbox`,
  String.raw`^\s*with due_job|^\s*select min\(run_at\)`,
  String.raw`^\s*delete from ended_sessions|from ended_sessions\s*$`,
];
/** Of a connection or a transaction, and not of a question. */
const AROUND = 'listen|set|begin|commit|select .?1$|select set_config';
const FIRST_MET = 'insert into professionals as known|insert into signed_in';

const ALL = callsOf(`statement.query !~* '${[...BY_ITSELF, FIRST_MET, ACCESS_LOG].join('|')}|^(${AROUND})'`);
const OF_ACCESS_LOG = callsOf(`statement.query ~* '${ACCESS_LOG}'`);

const countCalls = (sql: string, databases: readonly string[]): Promise<number> =>
  asAdministrator(async (client) => {
    const { rows } = await client.query(sql, [databases]);
    return rows[0].calls;
  });

/** How many statements PostgreSQL itself counted in these databases; what an agency does by itself, the noting of whom a process meets first, and the one that writes down who saw what, left out. */
export const statementsRun = (databases: readonly string[]): Promise<number> => countCalls(ALL, databases);

/** How many statements wrote down who saw what. */
export const accessLogWrites = (databases: readonly string[]): Promise<number> =>
  countCalls(OF_ACCESS_LOG, databases);
