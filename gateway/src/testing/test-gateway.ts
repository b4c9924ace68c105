import { createLog } from '@relais/platform/log.ts';
import { createTestIssuer } from '@relais/platform/testing/test-users.ts';
import { type GatewayOptions, startGateway } from '../gateway.ts';
import { fakeAgencies, supergraphSdl } from './fake-subgraphs.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test names the fields it asked for
type Body = { data?: any; errors?: any[] };
export type Reply = { readonly status: number; readonly headers: Headers; readonly body: Body };
type Extra = { readonly headers?: Record<string, string>; readonly variables?: object };

/** The whole gateway on a free port, over two small agencies, asked over HTTP with real tokens. */
export const testGateway = async (given: Partial<GatewayOptions> = {}) => {
  const agencies = fakeAgencies();
  const issuer = await createTestIssuer();
  const gateway = await startGateway({
    supergraphSdl,
    dataSourceFor: agencies.dataSourceFor,
    verifyToken: issuer.verifyToken,
    log: createLog('gateway', 'silent'),
    port: 0,
    host: '127.0.0.1',
    readiness: {},
    isExplorable: true,
    ...given,
  });
  const token = await issuer.tokenFor({ role: 'CASEWORKER' });

  const post = async (body: string, headers: Record<string, string>): Promise<Reply> => {
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
    const answer: Body = JSON.parse(await response.text());
    return { status: response.status, headers: response.headers, body: answer };
  };

  const jsonHeaders = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const ask = (query: string, { headers, variables }: Extra = {}): Promise<Reply> =>
    post(JSON.stringify({ query, variables }), { ...jsonHeaders, ...headers });

  return { ...gateway, agencies, issuer, token, jsonHeaders, post, ask };
};

export type TestGateway = Awaited<ReturnType<typeof testGateway>>;
