import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { turnedAway } from '../http/errors.ts';
import { sessionMeant } from './authorization.ts';
import type { Ending, Sessions } from './sessions.ts';

const BAD_REQUEST = 400;

const wishes = z.object({
  /** Not only in this browser, but wherever this person is signed in. */
  everywhere: z.boolean().default(false),
  /** Whoever changes the person keeps what is open in the editor; whoever leaves, leaves nothing. */
  keepsWork: z.boolean().default(false),
});

/** What was looked at is not left behind for whoever sits down next. */
const FORGET = '"cache", "storage"';

/** The gateway forgets it, the issuer renews it no more, and the agencies refuse its token. */
const endEverywhere = async ({ live, issuer, revoke, log }: Sessions, ending: Ending): Promise<string[]> => {
  const { session } = ending;
  live.end(session);
  const [notConfirmed, atIssuer] = await Promise.all([
    revoke(ending),
    session.refreshToken === undefined
      ? true
      : issuer.revoke(session.refreshToken).then(
          () => true,
          (error: unknown) => {
            log.warn({ err: error }, 'session not ended at the issuer');
            return false;
          },
        ),
  ]);
  return [...notConfirmed, ...(atIssuer ? [] : ['issuer'])];
};

/** `POST /session/sign-out`: here, or everywhere. */
export const serveSignOut = (http: FastifyInstance, sessions: Sessions): void => {
  http.post('/session/sign-out', async (request, reply) => {
    const session = await sessionMeant(sessions, request, reply);
    const wish = wishes.safeParse(request.body ?? {});
    if (!wish.success) throw turnedAway('BAD_USER_INPUT', { key: 'UNUSABLE' }, BAD_REQUEST);
    const { everywhere, keepsWork } = wish.data;
    const notConfirmed = await endEverywhere(sessions, { session, everywhere });
    sessions.cookies.endSession(reply);
    sessions.cookies.setSignedOut(reply);
    if (!keepsWork) reply.header('clear-site-data', FORGET);
    return { signedIn: false, notConfirmed };
  });
};
