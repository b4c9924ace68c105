import { TokenRefused } from '@relais/platform/auth/tokens.ts';
import { addressOf } from '@relais/platform/http/unproven-connections.ts';
import { whenGone } from '@relais/platform/http/when-gone.ts';
import { NoTurn, Turns } from '@relais/platform/traffic/turns.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SentenceKey } from '../messages/sentences.ts';
import { traffic } from '../traffic/limits.ts';
import { SignInRefused } from './issuer.ts';
import { sendFailure, sendOnwards } from './pages.ts';
import { localPath } from './session.rules.ts';
import { newSession, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';

const BAD_REQUEST = 400;
const FORBIDDEN = 403;
const UNAVAILABLE = 503;
const TEN_MINUTES_MS = 600_000;

/** A sign-in under way, sealed in a cookie of its own until the browser comes back. */
const signInShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  startedAt: z.number(),
});

type Failure = { readonly status: number; readonly said: SentenceKey };

const failureOf = (error: unknown): Failure => {
  if (error instanceof SignInRefused) return { status: BAD_REQUEST, said: 'SIGN_IN_REFUSED' };
  const isRoleless = error instanceof TokenRefused && error.fault === 'NO_ROLE';
  if (isRoleless) return { status: FORBIDDEN, said: 'TOKEN_WITHOUT_ROLE' };
  return { status: UNAVAILABLE, said: 'ISSUER_AWAY' };
};

const wordIn = (query: unknown, name: string): string => {
  const found = z.record(z.string(), z.unknown()).safeParse(query).data?.[name];
  return typeof found === 'string' ? found : '';
};

/** Somebody else, or the same person, who has to prove anew who they are before something that asks for it. */
const asksAgain = ({ query }: FastifyRequest): boolean =>
  wordIn(query, 'as') === 'someone-else' || wordIn(query, 'again') === 'yes';

/** Sends the browser to the issuer, with a challenge that only this browser can bring back. */
const begin =
  ({ issuer, cookies, seals }: Sessions) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const challenge = await issuer.newChallenge();
    const asks = cookies.isSignedOut(request) || asksAgain(request);
    const url = await issuer.signInUrl(challenge, asks);
    const returnTo = localPath(wordIn(request.query, 'return'));
    const sealed = await seals.seal('sign-in', { ...challenge, returnTo, startedAt: Date.now() });
    cookies.setSignIn(reply, challenge.state, sealed);
    return reply.redirect(url);
  };

const exchanged = async (
  { issuer, verifyToken }: Sessions,
  callback: string,
  challenge: z.output<typeof signInShape>,
): Promise<Session> => {
  const { sub, ...tokens } = await issuer.exchange(callback, challenge);
  const user = await verifyToken(`Bearer ${tokens.token}`);
  if (user.sub !== sub) throw new Error('The issuer names one person and hands out the token of another.');
  return newSession(tokens, Date.now());
};

const finish =
  (sessions: Sessions) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { cookies, seals } = sessions;
    const state = wordIn(request.query, 'state');
    const sealed = cookies.signInOf(request, state);
    const begun = sealed === undefined ? undefined : await seals.open('sign-in', sealed, signInShape);
    if (!begun || begun.state !== state || Date.now() - begun.startedAt > TEN_MINUTES_MS)
      return sendFailure(request, reply, { status: BAD_REQUEST, said: 'SIGN_IN_OVER' });
    cookies.endSignIn(reply, state);
    const session = await exchanged(sessions, request.url, begun);
    cookies.endSignedOut(reply);
    await sessions.keep(reply, session);
    return sendOnwards(request, reply, begun.returnTo);
  };

type Step = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** `GET /session/sign-in` and where the issuer sends the browser back to. */
export const serveSignIn = (http: FastifyInstance, sessions: Sessions): void => {
  const turns = new Turns(traffic.signIns);
  const inTurn =
    (step: Step): Step =>
    async (request, reply) => {
      try {
        return await turns.during(addressOf(request.ip), whenGone(reply), () => step(request, reply));
      } catch (error) {
        const { log } = sessions;
        if (!(error instanceof NoTurn)) log.warn({ err: error, requestId: request.id }, 'nobody signed in');
        return sendFailure(request, reply, failureOf(error));
      }
    };
  http.get('/session/sign-in', inTurn(begin(sessions)));
  http.get('/session/callback', inTurn(finish(sessions)));
};
