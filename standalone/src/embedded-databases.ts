import { randomBytes } from 'node:crypto';
import { withClient } from '@relais/platform/database/with-client.ts';
import { recordFrom } from '@relais/platform/records.ts';
import type pg from 'pg';
import { z } from 'zod';
import { type AgencyName, agencyNames, type ByAgency, byAgency } from '../../subgraphs/agencies.ts';
import { makersOf, noteMakers, upToDate } from './brought-up-to-date.ts';
import { keptRecord } from './data-folder.ts';
import { portOf } from './postgres/cluster-lock.ts';
import { type PostgresOptions, type RunningPostgres, startPostgres } from './postgres/embedded-postgres.ts';
import { explained } from './postgres/explained.ts';
import { findDataDir } from './postgres/postgres-home.ts';
import { PostgresStartError } from './postgres/postgres-start-error.ts';
import { forgetShellVariables } from './postgres/shell-variables.ts';

export type EmbeddedDatabases = {
  /** One per subgraph, each with a role that reaches no other and owns nothing. */
  readonly urls: ByAgency<string>;
  /** The same as the owner of its tables. */
  readonly ownerUrls: ByAgency<string>;
  readonly dataDir: string;
  /** The superuser's; for tests and administration only. */
  readonly superuserUrl: string;
  /** Made by this very code, the city with them: there is nothing to bring up to date. */
  readonly areMade: boolean;
  /** Notes that they are now. */
  noteMade(): Promise<void>;
} & Pick<RunningPostgres, 'port' | 'ended' | 'explain' | 'stop'>;

const databaseOf = (name: AgencyName): string => name.replaceAll('-', '_');
const ownerOf = (name: AgencyName): string => `relais_${databaseOf(name)}`;
const serviceOf = (name: AgencyName): string => `${ownerOf(name)}_service`;

const passwords = z.object(byAgency(() => z.string().min(1)));
type Passwords = { readonly owners: ByAgency<string>; readonly services: ByAgency<string> };

const freshPassword = (): string => randomBytes(24).toString('base64url');

const keptPasswords = (dataDir: string, file: string): Promise<ByAgency<string>> =>
  keptRecord(dataDir, {
    file,
    shape: passwords,
    make: () => byAgency(freshPassword),
    remedy: 'Stop Relais and remove the file: the next start sets new passwords.',
  });

const passwordsIn = async (dataDir: string): Promise<Passwords> => ({
  owners: await keptPasswords(dataDir, 'database-passwords.json'),
  services: await keptPasswords(dataDir, 'service-passwords.json'),
});

const withClients = <Result>(
  urls: readonly string[],
  work: (clients: readonly pg.Client[]) => Promise<Result>,
): Promise<Result> => {
  const [url, ...others] = urls;
  if (url === undefined) return work([]);
  return withClient(url, (client) => withClients(others, (rest) => work([client, ...rest])));
};

/** Connects to all databases for as long as `work` takes, each as the role of its address. */
export const withAgencies = <Result>(
  urls: EmbeddedDatabases['urls'],
  work: (clients: ByAgency<pg.Client>) => Promise<Result>,
): Promise<Result> =>
  withClients(
    agencyNames.map((name) => urls[name]),
    (clients) => work(recordFrom(agencyNames, clients)),
  );

const isMissing = async (client: pg.Client, query: string, name: string): Promise<boolean> =>
  (await client.query(query, [name])).rowCount === 0;

const provideRole = async (client: pg.Client, role: string, password: string): Promise<void> => {
  if (await isMissing(client, 'select from pg_roles where rolname = $1', role)) {
    await client.query(`create role ${role} login`);
  }
  await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
};

/** Every step may be repeated, so a start that was cut short is completed by the next one. */
const provide = async (
  client: pg.Client,
  name: AgencyName,
  { owners, services }: Passwords,
): Promise<void> => {
  const database = databaseOf(name);
  await provideRole(client, ownerOf(name), owners[name]);
  await provideRole(client, serviceOf(name), services[name]);
  if (await isMissing(client, 'select from pg_database where datname = $1', database)) {
    await client.query(`create database ${database} owner ${ownerOf(name)}`);
  }
  await client.query(`revoke connect, temporary on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${serviceOf(name)}`);
};

const provideAll = async (client: pg.Client, passwords: Passwords): Promise<void> => {
  await client.query('revoke connect on database postgres, template1 from public');
  for (const name of agencyNames) await provide(client, name, passwords);
};

const DATABASES = agencyNames.map(databaseOf);

/** Whether they were made before by this very code; those that were not are noted as unfinished until `noteMade`. */
const provideUnlessMade = async (superuserUrl: string, passwords: Passwords): Promise<boolean> =>
  withClient(superuserUrl, async (client) => {
    const { code, ...makers } = makersOf(passwords);
    const { isMade, hasPasswords } = await upToDate(client, DATABASES, { code, ...makers });
    if (isMade && hasPasswords) return true;
    await provideAll(client, passwords);
    await noteMakers(client, DATABASES, { ...makers, code: isMade ? code : undefined });
    return isMade;
  });

type Addresses = Pick<EmbeddedDatabases, 'urls' | 'ownerUrls'>;

const urlsAt = (port: number, { owners, services }: Passwords): Addresses => {
  const urlOf = (name: AgencyName, role: string, password: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${databaseOf(name)}`;
  return {
    urls: byAgency((name) => urlOf(name, serviceOf(name), services[name])),
    ownerUrls: byAgency((name) => urlOf(name, ownerOf(name), owners[name])),
  };
};

/** The databases of the Relais that runs on a data folder in another process. */
export const runningDatabases = async (wantedDataDir: string): Promise<Addresses> => {
  forgetShellVariables();
  const { dataDir } = await findDataDir(wantedDataDir);
  const port = portOf(dataDir);
  if (port === null) throw new PostgresStartError(`No Relais runs on ${dataDir}. Start it first: npm start`);
  return urlsAt(port, await passwordsIn(dataDir));
};

export type DatabaseOptions = Pick<PostgresOptions, 'ephemeral' | 'prepared'>;

/** Three databases that know nothing of each other, in a PostgreSQL that runs and stops if they cannot be made. */
export const databasesIn = (postgres: RunningPostgres): Promise<EmbeddedDatabases> =>
  explained(postgres, async () => {
    const { dataDir, port, url: superuserUrl } = postgres;
    const found = await passwordsIn(dataDir);
    const areMade = await provideUnlessMade(superuserUrl, found);
    const noteMade = () =>
      withClient(superuserUrl, (client) => noteMakers(client, DATABASES, makersOf(found)));
    return { ...postgres, ...urlsAt(port, found), superuserUrl, areMade, noteMade };
  });

/** The same in a PostgreSQL that is started for them, and stops with this process. */
export const startDatabases = async (
  wantedDataDir: string,
  options: DatabaseOptions = {},
): Promise<EmbeddedDatabases> => databasesIn(await startPostgres({ dataDir: wantedDataDir, ...options }));
