import { withoutStack } from '@relais/platform/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { turnedAway } from '../http/errors.ts';
import { SayingError } from '../messages/saying-error.ts';
import type { SentenceKey } from '../messages/sentences.ts';
import { isFromOwnPage, type Provenance } from './session.rules.ts';
import { handleOf, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

/** Which session a page means: no form can send it, and no tab acts as whoever signed in after it was opened. */
export const SESSION_HEADER = 'x-relais-session';

export const provenanceOf = ({ headers }: FastifyRequest): Provenance => ({
  origin: headers.origin,
  site: headers['sec-fetch-site']?.toString(),
});

const notSignedIn = (key: SentenceKey): SayingError => {
  const headers = new Map([['www-authenticate', 'Bearer realm="relais"']]);
  return withoutStack(() => new SayingError('UNAUTHENTICATED', { key }, { status: UNAUTHORIZED, headers }));
};

/** The session that a request of our own page means, with a token that is good now. */
export const sessionMeant = async (
  { cookies, live, open, keep, publicUrl }: Sessions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session> => {
  const meant = request.headers[SESSION_HEADER];
  if (meant === undefined || !isFromOwnPage(provenanceOf(request), publicUrl))
    throw turnedAway('FORBIDDEN', { key: 'NOT_FROM_OUR_PAGE' }, FORBIDDEN);
  const session = await open(request);
  if (session && handleOf(session) !== meant) throw notSignedIn('OTHER_SESSION');
  const current = session && (await live.current(session));
  if (!current) {
    cookies.endSession(reply);
    throw notSignedIn('SESSION_OVER');
  }
  if (current !== session) await keep(reply, current);
  return current;
};

/** The `Authorization` that a request stands for: its own, or else that of the session in its cookie. */
export const authorizationBy =
  (sessions: Sessions) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const { authorization } = request.headers;
    if (authorization !== undefined) return authorization;
    if (sessions.cookies.sessionOf(request) === undefined) return '';
    const { token } = await sessionMeant(sessions, request, reply);
    return `Bearer ${token}`;
  };
