import type { TestUser } from '@relais/platform/testing/test-users.ts';
import { openGateway } from '../whole-graph.ts';
import type { TestWholeGraph } from './test-whole-graph.ts';

type Asked = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

const OF_ONE_REQUEST = /"requestId":"[^"]+"/g;

/** Letter by letter, but for what is another at each request. */
const asking =
  (url: string, tokenFor: (user: TestUser) => Promise<string>) =>
  async (asked: Asked, as: TestUser): Promise<string> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenFor(as)}` },
      body: JSON.stringify(asked),
    });
    return `${response.status} ${(await response.text()).replaceAll(OF_ONE_REQUEST, '"requestId":"…"')}`;
  };

/** A second gateway over the same agencies, which has no fast way, beside the first. */
export const openBothWays = async (graph: TestWholeGraph) => {
  const { issuer, agencies } = graph;
  const ordinary = await openGateway(
    {
      verifyToken: issuer.verifyToken,
      port: 0,
      host: '127.0.0.1',
      logLevel: 'silent',
      patience: 20,
      hasFastWay: false,
    },
    agencies,
  );
  return {
    fast: asking(graph.url, issuer.tokenFor),
    ordinary: asking(ordinary.url, issuer.tokenFor),
    close: ordinary.close,
  };
};
