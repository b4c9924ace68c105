import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startPostgres } from '@relais/platform/database/embedded-postgres.ts';
import { portOf } from '@relais/platform/database/postgres-cluster.ts';
import { findPostgresHome, PostgresStartError } from '@relais/platform/database/postgres-home.ts';
import type { SubgraphName } from '@relais/platform/graphql/subgraph.ts';
import pg from 'pg';
import { keptFile } from './data-folder.ts';

export const subgraphNames = [
  'early-childhood',
  'social-protection',
  'employment',
] as const satisfies readonly SubgraphName[];

export type EmbeddedDatabases = {
  /** One per subgraph, each with a role that reaches no other. */
  readonly urls: Readonly<Record<SubgraphName, string>>;
  readonly dataDir: string;
  /** The superuser's; for tests and administration only. */
  readonly superuserUrl: string;
  stop(): Promise<void>;
};

const databaseOf = (name: SubgraphName): string => name.replaceAll('-', '_');
const roleOf = (name: SubgraphName): string => `relais_${databaseOf(name)}`;

const passwordsIn = async (dataDir: string): Promise<Record<SubgraphName, string>> => {
  const fresh = () => randomBytes(24).toString('base64url');
  const make = () => JSON.stringify(Object.fromEntries(subgraphNames.map((name) => [name, fresh()])));
  return JSON.parse(await keptFile(path.join(dataDir, 'database-passwords.json'), make));
};

const withClient = async <Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Connects to all three databases for as long as `work` takes, each as its own role. */
export const withAgencies = <Result>(
  urls: EmbeddedDatabases['urls'],
  work: (clients: Readonly<Record<SubgraphName, pg.Client>>) => Promise<Result>,
): Promise<Result> =>
  withClient(urls['early-childhood'], (earlyChildhood) =>
    withClient(urls['social-protection'], (socialProtection) =>
      withClient(urls.employment, (employment) =>
        work({ 'early-childhood': earlyChildhood, 'social-protection': socialProtection, employment }),
      ),
    ),
  );

const isMissing = async (client: pg.Client, query: string, name: string): Promise<boolean> =>
  (await client.query(query, [name])).rowCount === 0;

/** Every step may be repeated, so a start that was cut short is completed by the next one. */
const provide = async (client: pg.Client, name: SubgraphName, password: string): Promise<void> => {
  const role = roleOf(name);
  const database = databaseOf(name);
  if (await isMissing(client, 'select from pg_roles where rolname = $1', role)) {
    await client.query(`create role ${role} login`);
  }
  await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  if (await isMissing(client, 'select from pg_database where datname = $1', database)) {
    await client.query(`create database ${database} owner ${role}`);
  }
  await client.query(`revoke connect, temporary on database ${database} from public`);
};

const provideAll = async (superuserUrl: string, passwords: Record<SubgraphName, string>): Promise<void> =>
  withClient(superuserUrl, async (client) => {
    await client.query('revoke connect on database postgres, template1 from public');
    for (const name of subgraphNames) await provide(client, name, passwords[name]);
  });

const urlsAt = (port: number, passwords: Record<SubgraphName, string>): EmbeddedDatabases['urls'] => {
  const urlOf = (name: SubgraphName): string =>
    `postgres://${roleOf(name)}:${passwords[name]}@127.0.0.1:${port}/${databaseOf(name)}`;
  return {
    'early-childhood': urlOf('early-childhood'),
    'social-protection': urlOf('social-protection'),
    employment: urlOf('employment'),
  };
};

/** The databases of the Relais that runs on a data folder in another process. */
export const runningDatabaseUrls = async (wantedDataDir: string): Promise<EmbeddedDatabases['urls']> => {
  const { dataDir } = await findPostgresHome(wantedDataDir);
  const port = portOf(dataDir);
  if (port === null) throw new PostgresStartError(`No Relais runs on ${dataDir}. Start it first: npm start`);
  return urlsAt(port, await passwordsIn(dataDir));
};

/** Three databases that know nothing of each other, in one PostgreSQL that stops with this process. */
export const startDatabases = async (
  wantedDataDir: string,
  options: { readonly ephemeral?: boolean } = {},
): Promise<EmbeddedDatabases> => {
  const postgres = await startPostgres({ dataDir: wantedDataDir, ...options });
  try {
    const { dataDir } = postgres;
    const passwords = await passwordsIn(dataDir);
    await provideAll(postgres.url, passwords);
    const urls = urlsAt(postgres.port, passwords);
    return { urls, dataDir, superuserUrl: postgres.url, stop: postgres.stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};
