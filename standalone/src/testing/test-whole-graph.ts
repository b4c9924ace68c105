import { newId } from '@relais/platform/ids.ts';
import { recordFrom } from '@relais/platform/records.ts';
import { testClock } from '@relais/platform/testing/test-clock.ts';
import {
  createTestDatabase,
  statementsRun,
  type TestDatabase,
} from '@relais/platform/testing/test-database.ts';
import { createTestIssuer, type TestUser } from '@relais/platform/testing/test-users.ts';
import { agencyNames, byAgency, subgraphs } from '../../../subgraphs/agencies.ts';
import type { WholeGraphOptions } from '../whole-graph.ts';
import { openInTopology } from './in-topology.ts';

type Variables = Readonly<Record<string, unknown>>;
type Fault = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly argument?: string; readonly service?: string };
};
// biome-ignore lint/suspicious/noExplicitAny: a test names the fields it asked for
export type Answer = { readonly data: any; readonly errors: readonly Fault[]; readonly status: number };

/** Asks a gateway over HTTP, as any client does. */
export const askOver =
  (url: string, tokenFor: (user: TestUser) => Promise<string>) =>
  async (
    query: string,
    variables: Variables,
    as?: TestUser | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const token = typeof as === 'string' || as === undefined ? as : await tokenFor(as);
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...headers,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = JSON.parse(await response.text());
    return { data, errors, status: response.status };
  };

export const createTestDatabases = async () => {
  const all: TestDatabase[] = [];
  for (const subgraph of subgraphs) all.push(await createTestDatabase(subgraph));
  const databases = recordFrom(agencyNames, all);
  return {
    urls: byAgency((name) => databases[name].url),
    ownerUrls: byAgency((name) => databases[name].ownerUrl),
    names: byAgency((name) => databases[name].name),
    /** How many statements PostgreSQL itself counted in the three databases while `work` ran. */
    async statements(work: () => Promise<unknown>): Promise<number> {
      const names = all.map(({ name }) => name);
      const before = await statementsRun(names);
      await work();
      return (await statementsRun(names)) - before;
    },
    async drop() {
      for (const database of all) await database.drop();
    },
  };
};

type TestOptions = Omit<Partial<WholeGraphOptions>, 'clock'> & { readonly now?: Date };

/** The real gateway, planner and subgraphs on three fresh databases, asked over HTTP with real tokens, by a clock of the test; in either topology. */
export const testWholeGraph = async ({ now, ...given }: TestOptions = {}) => {
  const clock = testClock(now);
  const databases = await createTestDatabases();
  const issuer = await createTestIssuer();
  const graph = await openInTopology({
    urls: databases.urls,
    verifyToken: issuer.verifyToken,
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    clock: clock.now,
    ...given,
  });
  return {
    ...graph,
    ...clock,
    databases,
    issuer,
    ask: askOver(graph.url, issuer.tokenFor),
    /** Has somebody noted in every agency, which costs statements and tells the others. */
    async signIn(user: TestUser): Promise<TestUser> {
      const token = `Bearer ${await issuer.tokenFor(user)}`;
      for (const agency of Object.values(graph.agencies))
        await agency.contextFor({ token, requestId: newId() });
      for (const agency of Object.values(graph.agencies)) await agency.drained();
      return user;
    },
    async close() {
      await graph.close();
      await databases.drop();
    },
  };
};

export type TestWholeGraph = Awaited<ReturnType<typeof testWholeGraph>>;
