import { createTestIssuer, type TestUser } from '@relais/platform/testing/test-users.ts';
import type { DataSource } from 'typeorm';
import type { EmbeddedDatabases } from '../standalone/src/embedded-databases.ts';
import { inTestFolder } from '../standalone/src/testing/test-folder.ts';
import { openWholeGraph } from '../standalone/src/whole-graph.ts';

/** On a busy machine an answer that comes late is still measured. */
const PATIENCE = 10;
/** Whoever measures signs in once. */
const LONGEST_SECONDS = 12 * 3_600;

// biome-ignore lint/suspicious/noExplicitAny: a measurement names the fields it asked for
type Answer = { readonly data: any; readonly errors?: readonly { readonly message: string }[] };
export type Ask = (query: string, variables: object) => Promise<Answer>;

/** The gateway and the agencies in this process, asked over HTTP with a token, as `npm start` runs them. */
export const throughTheGraph = async (
  { urls }: Pick<EmbeddedDatabases, 'urls'>,
  user: TestUser,
  work: (ask: Ask, earlyChildhood: DataSource) => Promise<void>,
): Promise<void> => {
  const issuer = await inTestFolder(() => createTestIssuer({ longestLifeSeconds: LONGEST_SECONDS }));
  const { verifyToken } = issuer;
  const options = { urls, verifyToken, port: 0, host: '127.0.0.1', logLevel: 'silent', patience: PATIENCE };
  const graph = await openWholeGraph(options);
  const authorization = `Bearer ${await issuer.tokenFor(user, `${LONGEST_SECONDS}s`)}`;
  const ask: Ask = async (query, variables) => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    });
    return JSON.parse(await response.text());
  };
  try {
    await work(ask, graph.agencies['early-childhood'].db);
  } finally {
    await graph.close();
  }
};
