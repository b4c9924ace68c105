import { outcomeNotLogged } from '@relais/platform/access-log/accesses.ts';
import { PURPOSE } from '@relais/platform/access-log/purposes.ts';
import { type HopSecrets, SIGNATURE_HEADER, signRequest } from '@relais/platform/auth/inner-hop.ts';
import { isErrorCode } from '@relais/platform/errors.ts';
import { coveredPaths } from '@relais/platform/graphql/covered-paths.ts';
import { type Denial, denialReasons } from '@relais/platform/graphql/denials.ts';
import { DEALT_WITH, LATE } from '@relais/platform/graphql/faults.ts';
import { DENIALS, ONCE } from '@relais/platform/http/public-errors.ts';
import { GraphQLError } from 'graphql';
import { errors, Pool } from 'undici';
import { z } from 'zod';
import type { AgencyChanges } from '../changes/agency-changes.ts';
import { limits, timeLimits } from '../limits/limits.ts';
import { inWords } from '../messages/sentences.ts';
import type { GatewayContext } from '../request-context.ts';
import { isRecord } from '../values/path.ts';
import { type AgencyHealth, outages } from './agency-health.ts';
import { changesOverHttp } from './changes-over-http.ts';
import { type Ask, type RelaisDataSource, resilientDataSource } from './resilient-data-source.ts';
import { type SessionsOverHttp, sessionsOverHttp } from './sessions-over-http.ts';
import type { SubgraphRequest } from './subgraph-request.ts';
import type { SubgraphResponse } from './subgraph-response.ts';
import { type AskMany, askingTogether } from './together.ts';

export type HttpOptions = {
  readonly name: string;
  /** The subgraph's address, for example `http://employment:4003`. */
  readonly url: string;
  /** Shared with this subgraph only; the first signs every request. */
  readonly secrets: HopSecrets;
  /** Factor on the time limits; tests on a busy machine use more than 1. */
  readonly patience?: number | undefined;
};

export type HttpDataSource = RelaisDataSource &
  SessionsOverHttp &
  AgencyChanges & {
    isReady(): Promise<AgencyHealth>;
    close(): Promise<void>;
  };

const MOST_CONNECTIONS = 64;
const READY_LIMIT_MS = 1_000;
const REFUSED = 401;
const ONE_BY_ONE = 422;
const SERVER_FAULT = 500;
/** An agency reads no more at once. */
const LONGEST_TOGETHER = 900_000;
/** Records and keys come with names of their own that the caller never sees. */
const LONGEST_ANSWER = 2 * limits.answerBytes;
const MIB = 1_024 ** 2;

const sentErrors = z.array(
  z.object({
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    extensions: z
      .object({
        code: z.string().optional(),
        argument: z.string().optional(),
        [LATE]: z.boolean().optional(),
        [DEALT_WITH]: z.boolean().optional(),
        because: z.enum(denialReasons).optional(),
        isPartial: z.literal(true).optional(),
        positions: z.array(z.array(z.number())).optional(),
      })
      .optional(),
  }),
);

type SentError = z.output<typeof sentErrors>[number];

const errorOf = ({ message, path, extensions = {} }: SentError): GraphQLError => {
  if (extensions[DEALT_WITH]) return outcomeNotLogged();
  const code = isErrorCode(extensions.code) ? extensions.code : 'INTERNAL_SERVER_ERROR';
  return new GraphQLError(message, { path: path ?? null, extensions: { ...extensions, code } });
};

const isDenial = ({ path, extensions }: SentError): boolean =>
  path !== undefined && extensions?.code === 'NOT_SHARED';

/** No error is made for what is not shared: there are hundreds of it in one file. */
const denialsOf = (error: SentError): readonly Denial[] => {
  const { because, isPartial } = error.extensions ?? {};
  return coveredPaths(error).map((path) => ({ path, because, isPartial }));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && !Array.isArray(value);

/** Whatever the agency sends is read before it is believed; most answers tell no error, and then there is little to read. */
const responseOf = (body: unknown): SubgraphResponse => {
  if (!isObject(body)) throw new Error('The subgraph answered no response');
  const data = body.data ?? null;
  if (data !== null && !isObject(data)) throw new Error('The subgraph answered no data');
  if (body.errors === undefined) return { data, errors: [], denied: [] };
  const errors = sentErrors.parse(body.errors);
  return {
    data,
    errors: errors.filter((error) => !isDenial(error)).map(errorOf),
    denied: errors.filter(isDenial).flatMap(denialsOf),
  };
};

const tooLong = ({ context }: SubgraphRequest): GraphQLError => {
  const sentence = { key: 'ANSWER_TOO_LARGE', parameters: { most: limits.answerBytes / MIB } } as const;
  return new GraphQLError(inWords(sentence, context.language), { extensions: { code: 'LIMIT_EXCEEDED' } });
};

const PATH = '/graphql';

type Hop = { readonly pool: Pool; readonly secrets: HopSecrets };
type Posted = { readonly context: GatewayContext; readonly body: string; readonly signal: AbortSignal };

const post = async ({ pool, secrets }: Hop, { context, body, signal }: Posted) => {
  const { authorization: token, requestId, language } = context;
  const signed = { method: 'POST', path: PATH, requestId, body, token };
  const headers = {
    'content-type': 'application/json',
    authorization: token,
    [SIGNATURE_HEADER]: signRequest(secrets, signed, new Date()),
    'x-request-id': requestId,
    'accept-language': language,
  };
  const response = await pool.request({ method: 'POST', path: PATH, headers, body, signal });
  if (response.statusCode === REFUSED) throw new Error('The subgraph does not accept our signature');
  return response;
};

const questionOf = ({ query, variables, operationName, context }: SubgraphRequest): object => ({
  query,
  variables,
  operationName,
  extensions: { [DENIALS]: ONCE, [PURPOSE]: context.purpose },
});

const isTooLong = (error: unknown): boolean => error instanceof errors.ResponseExceededMaxSizeError;

const askingOne =
  (hop: Hop): Ask =>
  async (request, { signal }) => {
    const { context } = request;
    const response = await post(hop, { context, body: JSON.stringify(questionOf(request)), signal });
    const read = response.body.json().catch((error: unknown) => {
      throw isTooLong(error) ? tooLong(request) : error;
    });
    return responseOf(await read);
  };

/** Taken by our own agencies; one that is of another make is asked one by one from its first answer on. */
const askingMany = (hop: Hop): AskMany => {
  let isTaken = true;
  return async (requests, { signal }) => {
    const [first] = requests;
    const body = JSON.stringify(requests.map(questionOf));
    if (!first || !isTaken || body.length > LONGEST_TOGETHER) return undefined;
    const { statusCode, body: sent } = await post(hop, { context: first.context, body, signal });
    if (statusCode === ONE_BY_ONE) {
      await sent.dump();
      return undefined;
    }
    const answered = await sent.json().catch((error: unknown) => {
      if (!isTooLong(error)) throw error;
    });
    if (Array.isArray(answered) && answered.length === requests.length) return answered.map(responseOf);
    // What it says of all: that nobody gets a turn.
    if (statusCode >= SERVER_FAULT) return requests.map(() => responseOf(answered));
    isTaken = answered === undefined;
    return undefined;
  };
};

const isReady = async (pool: Pool): Promise<AgencyHealth> => {
  try {
    const signal = AbortSignal.timeout(READY_LIMIT_MS);
    const { statusCode, body } = await pool.request({ method: 'GET', path: '/health/ready', signal });
    const response = outages.safeParse(await body.json());
    return statusCode === 200 && (response.data ?? true);
  } catch {
    return false;
  }
};

/** Asks a subgraph that is a service of its own, over kept-alive connections and with signed requests. */
export const httpDataSource = ({ name, url, secrets, patience = 1 }: HttpOptions): HttpDataSource => {
  const { origin } = new URL(url);
  const pool = new Pool(origin, {
    connections: MOST_CONNECTIONS,
    connect: { timeout: timeLimits.queryMs * patience },
    headersTimeout: timeLimits.mutationMs * patience,
    bodyTimeout: timeLimits.mutationMs * patience,
    maxResponseSize: LONGEST_ANSWER,
  });

  const hop = { pool, secrets };
  const ask = askingTogether(askingOne(hop), askingMany(hop));
  const source = resilientDataSource({ name, patience, ask });

  return {
    ...source,
    ...sessionsOverHttp(pool, secrets),
    ...changesOverHttp(pool, secrets),
    isReady: () => isReady(pool),
    close: () => pool.destroy(),
  };
};
