import { PURPOSE } from '@relais/platform/access-log/purposes.ts';
import { type HopSecrets, SIGNATURE_HEADER, signRequest } from '@relais/platform/auth/inner-hop.ts';
import { isErrorCode } from '@relais/platform/errors.ts';
import { coveredPaths } from '@relais/platform/graphql/covered-paths.ts';
import { type Denial, denialReasons } from '@relais/platform/graphql/denials.ts';
import { LATE } from '@relais/platform/graphql/faults.ts';
import { DENIALS, ONCE } from '@relais/platform/http/public-errors.ts';
import { GraphQLError } from 'graphql';
import { errors, Pool } from 'undici';
import { z } from 'zod';
import { limits, timeLimits } from '../limits/limits.ts';
import { inWords } from '../messages/sentences.ts';
import { type AgencyHealth, outages } from './agency-health.ts';
import { type RelaisDataSource, resilientDataSource } from './resilient-data-source.ts';
import { type SessionsOverHttp, sessionsOverHttp } from './sessions-over-http.ts';
import type { SubgraphRequest } from './subgraph-request.ts';
import type { SubgraphResponse } from './subgraph-response.ts';

export type HttpOptions = {
  readonly name: string;
  /** The subgraph's address, for example `http://employment:4003`. */
  readonly url: string;
  /** Shared with this subgraph only; the first signs every request. */
  readonly secrets: HopSecrets;
};

export type HttpDataSource = RelaisDataSource &
  SessionsOverHttp & {
    isReady(): Promise<AgencyHealth>;
    close(): Promise<void>;
  };

const MOST_CONNECTIONS = 64;
const READY_LIMIT_MS = 1_000;
const REFUSED = 401;
/** Records and keys come with names of their own that the caller never sees. */
const LONGEST_ANSWER = 2 * limits.answerBytes;
const MIB = 1_024 ** 2;

const sentResponse = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z
          .object({
            code: z.string().optional(),
            argument: z.string().optional(),
            [LATE]: z.boolean().optional(),
            because: z.enum(denialReasons).optional(),
            isPartial: z.literal(true).optional(),
            positions: z.array(z.array(z.number())).optional(),
          })
          .optional(),
      }),
    )
    .optional(),
});

type SentError = NonNullable<z.output<typeof sentResponse>['errors']>[number];

const errorOf = ({ message, path, extensions = {} }: SentError): GraphQLError => {
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

const responseOf = (body: unknown): SubgraphResponse => {
  const { data, errors = [] } = sentResponse.parse(body);
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

const headersOf = (
  { context }: SubgraphRequest,
  body: string,
  secrets: HopSecrets,
): Record<string, string> => {
  const { authorization: token, requestId, language } = context;
  const signed = { method: 'POST', path: PATH, requestId, body, token };
  return {
    'content-type': 'application/json',
    authorization: token,
    [SIGNATURE_HEADER]: signRequest(secrets, signed, new Date()),
    'x-request-id': requestId,
    'accept-language': language,
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
export const httpDataSource = ({ name, url, secrets }: HttpOptions): HttpDataSource => {
  const { origin } = new URL(url);
  const pool = new Pool(origin, {
    connections: MOST_CONNECTIONS,
    connect: { timeout: timeLimits.queryMs },
    headersTimeout: timeLimits.mutationMs,
    bodyTimeout: timeLimits.mutationMs,
    maxResponseSize: LONGEST_ANSWER,
  });

  const source = resilientDataSource({
    name,
    async ask(request, signal) {
      const { query, variables, operationName, context } = request;
      const extensions = { [DENIALS]: ONCE, [PURPOSE]: context.purpose };
      const body = JSON.stringify({ query, variables, operationName, extensions });
      const headers = headersOf(request, body, secrets);
      const response = await pool.request({ method: 'POST', path: PATH, headers, body, signal });
      if (response.statusCode === REFUSED) throw new Error('The subgraph does not accept our signature');
      const read = response.body.json().catch((error: unknown) => {
        throw error instanceof errors.ResponseExceededMaxSizeError ? tooLong(request) : error;
      });
      return responseOf(await read);
    },
  });

  return {
    ...source,
    ...sessionsOverHttp(pool, secrets),
    isReady: () => isReady(pool),
    close: () => pool.destroy(),
  };
};
