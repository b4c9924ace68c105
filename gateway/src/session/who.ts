import type { Claims } from '@relais/platform/auth/user.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { verifyAtDoor } from '../http/door.ts';
import { turnedAway } from '../http/errors.ts';
import { provenanceOf } from './authorization.ts';
import { isFromOwnSite } from './session.rules.ts';
import { handleOf, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';

const FORBIDDEN = 403;

type SignedIn = { readonly session: Session; readonly user: Claims };

/** Keys that cannot be fetched just now sign nobody out. */
const ifRefused = (error: unknown): undefined => {
  if (error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED') return undefined;
  throw error;
};

const signedIn = async (
  { live, open, keep, verifyToken }: Sessions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn | undefined> => {
  const session = await open(request);
  const current = session && (await live.current(session));
  const user = current && (await verifyAtDoor(verifyToken)(`Bearer ${current.token}`).catch(ifRefused));
  if (!current || !user) return undefined;
  if (current !== session) await keep(reply, current);
  return { session: current, user };
};

/** `GET /session`: who is signed in here, and the handle by which a page means this session. */
export const serveWho = (http: FastifyInstance, sessions: Sessions): void => {
  http.get('/session', async (request, reply) => {
    const { cookies, publicUrl } = sessions;
    if (!isFromOwnSite(provenanceOf(request), publicUrl))
      throw turnedAway('FORBIDDEN', { key: 'NOT_FROM_OUR_PAGE' }, FORBIDDEN);
    const found = await signedIn(sessions, request, reply);
    if (found) {
      const { sub, name, role, agency } = found.user;
      const until = new Date(found.session.until).toISOString();
      return { signedIn: true, session: handleOf(found.session), sub, name, role, agency, until };
    }
    if (cookies.sessionOf(request) !== undefined) cookies.endSession(reply);
    return { signedIn: false };
  });
};
