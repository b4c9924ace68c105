import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AdmittedAgencies } from '@relais/platform/auth/agencies.ts';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { Temporal } from 'temporal-polyfill';
import type { ByAgency } from '../../../subgraphs/agencies.ts';
import { type Asking, askingOf } from './asking.ts';
import { familyFile } from './family-file.ts';
import { closeLanes, type Lanes, openLanes, openRevocation } from './lanes.ts';

export type LimitOptions = {
  readonly urls: ByAgency<string>;
  readonly verifyToken: TokenVerifier;
  readonly admitted: AdmittedAgencies;
  readonly port: number;
  readonly clock?: () => Date;
};

type Answer = (lanes: Lanes, asking: Asking, parameters: URLSearchParams) => Promise<string>;

const given = (parameters: URLSearchParams, name: string): string => parameters.get(name) ?? '';

const answers: Readonly<Record<string, Answer>> = {
  '/family-file': (lanes, asking, parameters) =>
    familyFile(lanes, asking, {
      reference: given(parameters, 'reference'),
      from: given(parameters, 'from'),
      to: given(parameters, 'to'),
      today: Temporal.PlainDate.from(given(parameters, 'today')),
    }),
};

const JSON_HEAD = { 'content-type': 'application/json; charset=utf-8' };

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { ...JSON_HEAD, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const OK = 200;
const NOT_FOUND = 404;
const UNAUTHORIZED = 401;
const FAULT = 500;

/**
 * As little as an answer can cost: no framework, no mapper, one prepared statement for each agency and question. It checks
 * the token and whether the session was ended, filters by what the reader may see, says to the database who asks and
 * writes the access log, as the product does.
 */
export const serveLimit = async ({
  urls,
  verifyToken,
  admitted,
  port,
  clock = () => new Date(),
}: LimitOptions) => {
  const lanes = await openLanes(urls);
  const revocation = await openRevocation(urls);
  const answer = async ({ url = '', headers }: IncomingMessage): Promise<[number, string]> => {
    if (url === '/ready') return [OK, '{}'];
    const claims = await verifyToken(headers.authorization);
    await revocation.refuseEnded(claims);
    const [path = '', query = ''] = url.split('?');
    const found = answers[path];
    if (!found) return [NOT_FOUND, '{}'];
    return [OK, await found(lanes, askingOf(claims, admitted, clock()), new URLSearchParams(query))];
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => send(response, status, body),
      (error: unknown) =>
        send(
          response,
          error instanceof RelaisError ? UNAUTHORIZED : FAULT,
          JSON.stringify({ error: String(error) }),
        ),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await revocation.close();
      await closeLanes(lanes);
    },
  };
};
