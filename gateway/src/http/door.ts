import {
  PURPOSE_HEADER,
  type Purpose,
  purposeOf,
  purposesFor,
} from '@relais/platform/access-log/purposes.ts';
import { type TokenFault, TokenRefused, type TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { Claims, Role } from '@relais/platform/auth/user.ts';
import { RelaisError, withoutStack } from '@relais/platform/errors.ts';
import type { Log } from '@relais/platform/log.ts';
import { languageOf } from '@relais/platform/messages.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SayingError } from '../messages/saying-error.ts';
import type { SentenceKey } from '../messages/sentences.ts';
import { Causes } from '../missing/causes.ts';
import type { GatewayContext } from '../request-context.ts';
import { identityOf } from '../traffic/identify.ts';
import { goHeavyOf } from '../traffic/traffic.ts';
import { type RequestFacts, turnedAway } from './errors.ts';

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
  const sentence = { key: 'NOT_A_REQUEST', parameters: { where: `Argument "${String(where)}"` } } as const;
  throw turnedAway('BAD_USER_INPUT', sentence, BAD_REQUEST);
};

const checkPurpose = (role: Role, { headers }: FastifyRequest): Purpose => {
  const said = headers[PURPOSE_HEADER];
  const purpose = purposeOf(role, said === undefined ? said : String(said));
  if (purpose) return purpose;
  const parameters = { purposes: purposesFor(role).join(', ') };
  throw turnedAway('BAD_USER_INPUT', { key: 'UNKNOWN_PURPOSE', parameters }, BAD_REQUEST);
};

export const factsOf = (request: FastifyRequest): RequestFacts => ({
  requestId: request.id,
  language: languageOf(request.headers['accept-language']),
});

type Refused = { readonly key: SentenceKey; readonly description?: string };

const refusals: Readonly<Record<TokenFault, Refused>> = {
  EXPIRED: { key: 'TOKEN_EXPIRED', description: 'The token has expired' },
  NOT_YET: { key: 'TOKEN_OF_LATER', description: 'The token is not valid yet' },
  OTHER_AUDIENCE: { key: 'TOKEN_FOR_OTHERS', description: 'The token was made for another audience' },
  NO_ACCESS_TOKEN: { key: 'NO_ACCESS_TOKEN', description: 'The token is no access token' },
  LIVES_TOO_LONG: { key: 'TOKEN_LIVES_TOO_LONG', description: 'The token lives for too long' },
  NO_ROLE: { key: 'TOKEN_WITHOUT_ROLE', description: 'The token carries no role of Relais' },
};

/** What a client may do about it (RFC 6750 §3). */
const challengeOf = ({ given }: TokenRefused, description: string | undefined): string => {
  const realm = 'Bearer realm="relais"';
  if (!given) return realm;
  return `${realm}, error="invalid_token"${description ? `, error_description="${description}"` : ''}`;
};

const notSignedIn = (error: unknown): SayingError => {
  const refused = error instanceof TokenRefused ? error : new TokenRefused(true);
  const { key, description }: Refused = refused.fault ? refusals[refused.fault] : { key: 'SIGN_IN' };
  const headers = new Map([['www-authenticate', challengeOf(refused, description)]]);
  return withoutStack(() => new SayingError('UNAUTHENTICATED', { key }, { status: UNAUTHORIZED, headers }));
};

/** Verifies a token; what is wrong with it is told as the caller may hear it. */
export const verifyAtDoor =
  (verifyToken: TokenVerifier): TokenVerifier =>
  (authorization): Promise<Claims> =>
    verifyToken(authorization).catch((error: unknown) => {
      const isAway = error instanceof RelaisError && error.extensions.code === 'SERVICE_UNAVAILABLE';
      if (isAway) throw turnedAway('SERVICE_UNAVAILABLE', 'no keys to verify with', UNAVAILABLE);
      throw notSignedIn(error);
    });

export type Door = (request: FastifyRequest) => Promise<GatewayContext>;

/** Lets a request in whose token is verified: it must be one GraphQL operation. */
export const createDoor =
  (log: Log): Door =>
  async (request) => {
    const { requestId, language } = factsOf(request);
    checkShape(request.body);
    const identity = identityOf(request);
    return {
      ...identity,
      purpose: checkPurpose(identity.user.role, request),
      requestId,
      language,
      log: log.child({ requestId }),
      startedAt: Date.now(),
      goHeavy: goHeavyOf(request),
      subgraphContexts: new Map(),
      silentSubgraphs: new Set(),
      causes: new Causes(),
    };
  };
