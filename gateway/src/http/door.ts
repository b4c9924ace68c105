import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { User } from '@relais/platform/auth/user.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import type { Log } from '@relais/platform/log.ts';
import { languageOf } from '@relais/platform/messages.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type RequestFacts, turnedAway } from '../errors.ts';
import type { GatewayContext } from '../request-context.ts';
import { userOf } from '../traffic/identify.ts';

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;
const UNAVAILABLE = 503;

const checkShape = (body: unknown): void => {
  const problem = graphqlRequest.safeParse(body).error?.issues[0];
  if (!problem) return;
  const where = problem.path[0] ?? 'body';
  throw turnedAway(
    'BAD_USER_INPUT',
    `Argument "${String(where)}": send {"query": "…", "variables": {…}} as JSON.`,
    BAD_REQUEST,
  );
};

export const factsOf = (request: FastifyRequest): RequestFacts => ({
  requestId: request.id,
  language: languageOf(request.headers['accept-language']),
});

/** Verifies a token; what is wrong with it is told as the caller may hear it. */
export const verifyAtDoor =
  (verifyToken: TokenVerifier): TokenVerifier =>
  (authorization): Promise<User> =>
    verifyToken(authorization).catch((error: unknown) => {
      const isAway = error instanceof RelaisError && error.extensions.code === 'SERVICE_UNAVAILABLE';
      if (isAway) throw turnedAway('SERVICE_UNAVAILABLE', 'no keys to verify with', UNAVAILABLE);
      throw turnedAway('UNAUTHENTICATED', 'no valid token', UNAUTHORIZED);
    });

/** Lets a request in whose token is verified: it must be one GraphQL operation. */
export const createDoor =
  (log: Log) =>
  async (request: FastifyRequest): Promise<GatewayContext> => {
    const { requestId, language } = factsOf(request);
    checkShape(request.body);
    return {
      authorization: request.headers.authorization ?? '',
      user: userOf(request),
      requestId,
      language,
      log: log.child({ requestId }),
      startedAt: Date.now(),
      subgraphContexts: new Map(),
      silentSubgraphs: new Set(),
    };
  };
