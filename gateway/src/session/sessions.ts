import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { Log } from '@relais/platform/log.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Cookies, cookiesOf } from './cookies.ts';
import { type Issuer, type SignInIssuer, speakWith } from './issuer.ts';
import { LiveSessions } from './live-sessions.ts';
import { createSeals, type SealingKeys, type Seals } from './sealing.ts';
import { type Session, sessionShape } from './session.ts';

export type SessionOptions = {
  readonly issuer: SignInIssuer;
  readonly keys: SealingKeys;
  /** By which browsers know this gateway, without a path: `https://relais.example.org`. */
  readonly publicUrl: string;
  /** Ends sessions at the agencies, too: a token that was copied is refused with the next request. */
  readonly revoke?: Revoke;
};

/** Which sessions end: those of one sign-in at the issuer, or all of the person. */
export type Ending = { readonly session: Session; readonly everywhere: boolean };

/** Answers the agencies that did not confirm. */
export type Revoke = (ending: Ending) => Promise<readonly string[]>;

export type Sessions = {
  readonly publicUrl: string;
  readonly cookies: Cookies;
  readonly seals: Seals;
  readonly issuer: Issuer;
  readonly live: LiveSessions;
  readonly verifyToken: TokenVerifier;
  readonly revoke: Revoke;
  readonly log: Log;
  open(request: FastifyRequest): Promise<Session | undefined>;
  keep(reply: FastifyReply, session: Session): Promise<void>;
};

type Surroundings = { readonly verifyToken: TokenVerifier; readonly log: Log };

/** Sessions of people in browsers: sealed in a cookie, renewed here; no page ever holds a token. */
export const createSessions = (
  { issuer: settings, keys, publicUrl, revoke = async () => [] }: SessionOptions,
  { verifyToken, log }: Surroundings,
): Sessions => {
  const cookies = cookiesOf(publicUrl);
  const seals = createSeals(keys);
  const issuer = speakWith(settings, publicUrl);
  return {
    publicUrl,
    cookies,
    seals,
    issuer,
    live: new LiveSessions({ issuer, verifyToken, log, clock: Date.now }),
    verifyToken,
    revoke,
    log,
    async open(request) {
      const sealed = cookies.sessionOf(request);
      return sealed === undefined ? undefined : seals.open('session', sealed, sessionShape);
    },
    keep: async (reply, session) => cookies.setSession(reply, await seals.seal('session', session)),
  };
};
