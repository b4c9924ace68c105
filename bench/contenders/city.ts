import { withClient } from '@relais/platform/database/with-client.ts';
import { familiesOf } from '../../standalone/prove/agencies/follow-every-family.ts';
import { type DemoAccount, demoAccounts } from '../../standalone/src/demo-accounts.ts';
import { type DevIssuer, openDevIssuer } from '../../standalone/src/dev-issuer.ts';
import { runningDatabases, withAgencies } from '../../standalone/src/embedded-databases.ts';
import { portOf } from '../../standalone/src/postgres/cluster-lock.ts';
import { superuserUrl } from '../../standalone/src/postgres/postgres-cluster.ts';
import { findDataDir } from '../../standalone/src/postgres/postgres-home.ts';
import { freePort } from '../../standalone/src/testing/free-port.ts';
import { agencyNames, type ByAgency } from '../../subgraphs/agencies.ts';
import { type Child, compiled, startChild } from './child.ts';

export type City = {
  /** Families whose files show something: those of the practice, or as many of a large city, spread over it. */
  readonly references: readonly string[];
  readonly standalone: Child;
  readonly dataDir: string;
  readonly urls: ByAgency<string>;
  readonly ownerUrls: ByAgency<string>;
  /** Of the server as a whole. */
  readonly superuserUrl: string;
  readonly issuer: DevIssuer;
};

const FAMILIES = 143;
const SHOWING = `
  select reference from families family
  where merged_into is null and (
    exists (select from placements where family_id = family.id)
    or exists (select from known_milestones where family_id = family.id))
  order by md5(reference) limit $1`;

const referencesIn = (url: string): Promise<readonly string[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ reference: string }>(SHOWING, [FAMILIES]);
    return rows.map(({ reference }) => reference);
  });

/** `npm start` on a data folder: it brings its PostgreSQL along, which all others then ask as well. */
export const startCity = async (folder: string): Promise<City> => {
  const port = await freePort();
  const standalone = await startChild({
    run: compiled('standalone/src/main.ts'),
    env: { PORT: String(port), RELAIS_DATA_DIR: folder },
    port,
    readyPath: '/health/ready',
  });
  const { dataDir } = await findDataDir(folder);
  const databases = await runningDatabases(dataDir);
  const url = await superuserUrl(dataDir, portOf(dataDir) ?? 0);
  const references = await referencesIn(databases.ownerUrls['early-childhood']);
  const issuer = await openDevIssuer(dataDir);
  return { standalone, dataDir, ...databases, superuserUrl: url, issuer, references };
};

const FOLLOW = (table: string): string => `
  insert into followers (family_id, sub, relation, from_on, to_on)
  select id, sub, 'TEAM', '2000-01-01', null from ${table}, unnest($1::text[]) sub where reference = any($2)
  on conflict do nothing`;

/** Many people, so that no fair share is spent: each in the team of every family that is asked for. */
export const PEOPLE = 100;

const follow = (city: City, subs: readonly string[], references: readonly string[]): Promise<void> =>
  withAgencies(city.ownerUrls, async (clients) => {
    for (const name of agencyNames) {
      await clients[name].query(FOLLOW(familiesOf(name)), [subs, references]);
      await clients[name].query('analyze');
    }
  });

/** Tokens of as many people of one kind. */
const tokensOf = (city: City, account: DemoAccount, subs: readonly string[]): Promise<readonly string[]> =>
  Promise.all(subs.map((sub) => city.issuer.tokenFor({ ...account, sub })));

const subsOf = (role: string, count = PEOPLE): readonly string[] =>
  Array.from({ length: count }, (_, index) => `bench-${role}-${index}`);

/** Caseworkers in the team of every family that is asked for. */
export const caseworkerTokens = async (city: City, references: readonly string[]) => {
  const subs = subsOf('caseworker');
  await follow(city, subs, references);
  return tokensOf(city, demoAccounts.caseworker, subs);
};

export const coordinatorTokens = (city: City) =>
  tokensOf(city, demoAccounts.coordinator, subsOf('coordinator'));

const ADVISORS = 40;
export const advisorSubs = subsOf('advisor', ADVISORS);
export const advisorTokens = (city: City) => tokensOf(city, demoAccounts.advisor, advisorSubs);
