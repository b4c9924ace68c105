import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AdmittedAgencies } from '@relais/platform/auth/agencies.ts';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { Temporal } from 'temporal-polyfill';
import type { ByAgency } from '../../../subgraphs/agencies.ts';
import { type Asking, askingOf } from './asking.ts';
import { type FamilyFileQuestion, familyFile } from './family-file.ts';
import { closeLanes, type Lanes, openLanes, openRevocation, type Revocation } from './lanes.ts';
import { pageOfFamilies } from './page-of-families.ts';
import { weekOfMilestones } from './week-of-milestones.ts';

type ByHandOptions = {
  /** What is answered, by its address. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly lanes: Lanes;
  readonly revocation: Revocation;
  readonly verifyToken: TokenVerifier;
  readonly admitted: AdmittedAgencies;
  readonly port: number;
  readonly clock?: () => Date;
};

export type Answer = (
  lanes: Lanes,
  asking: Asking,
  parameters: URLSearchParams,
  body: () => Promise<unknown>,
) => Promise<string>;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
};

export const given = (parameters: URLSearchParams, name: string): string => parameters.get(name) ?? '';

export const fileIn = (parameters: URLSearchParams): FamilyFileQuestion => ({
  reference: given(parameters, 'reference'),
  from: given(parameters, 'from'),
  to: given(parameters, 'to'),
  today: Temporal.PlainDate.from(given(parameters, 'today')),
});

const ofLimit: Readonly<Record<string, Answer>> = {
  '/family-file': (lanes, asking, parameters) => familyFile(lanes, asking, fileIn(parameters)),
  '/page-of-families': (lanes, asking, parameters) => pageOfFamilies(lanes, asking, parameters.get('after')),
  '/week-of-milestones': (lanes, asking, parameters) =>
    weekOfMilestones(lanes, asking, { from: given(parameters, 'from'), to: given(parameters, 'to') }),
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

/** A server without a framework, which checks the token and whether the session was ended, as the product does. */
export const serveByHand = async ({
  answers,
  lanes,
  revocation,
  verifyToken,
  admitted,
  port,
  clock = () => new Date(),
}: ByHandOptions) => {
  const answer = async (request: IncomingMessage): Promise<[number, string]> => {
    const { url = '', headers } = request;
    if (url === '/ready') return [OK, '{}'];
    const claims = await verifyToken(headers.authorization);
    await revocation.refuseEnded(claims);
    const [path = '', query = ''] = url.split('?');
    const found = answers[path];
    if (!found) return [NOT_FOUND, '{}'];
    const asking = askingOf(claims, admitted, clock());
    return [OK, await found(lanes, asking, new URLSearchParams(query), () => bodyOf(request))];
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

export type LimitOptions = Omit<ByHandOptions, 'answers' | 'lanes' | 'revocation'> & {
  readonly urls: ByAgency<string>;
};

/**
 * As little as an answer can cost: no framework, no mapper, one prepared statement for each agency and question. It filters
 * by what the reader may see, says to the database who asks and writes the access log, as the product does.
 */
export const serveLimit = async ({ urls, ...options }: LimitOptions) =>
  serveByHand({
    ...options,
    answers: ofLimit,
    lanes: await openLanes(urls),
    revocation: await openRevocation(Object.values(urls)),
  });
