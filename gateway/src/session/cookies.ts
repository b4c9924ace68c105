import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const SESSION = '/session';
const CALLBACK = '/session/callback';
const TEN_MINUTES = 600;
/** Browsers silently drop a longer one. */
const MOST_BYTES = 4_096;
const STATE_LENGTH = 16;

export type Cookies = {
  /** The sealed session that a request carries. */
  sessionOf(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, sealed: string): void;
  endSession(reply: FastifyReply): void;
  signInOf(request: FastifyRequest, state: string): string | undefined;
  setSignIn(reply: FastifyReply, state: string, sealed: string): void;
  endSignIn(reply: FastifyReply, state: string): void;
  /** Whether somebody signed out here: who comes next is asked who they are, even if the issuer remembers somebody. */
  isSignedOut(request: FastifyRequest): boolean;
  setSignedOut(reply: FastifyReply): void;
  endSignedOut(reply: FastifyReply): void;
};

const add = (reply: FastifyReply, cookie: SetCookie): void => {
  const text = stringifySetCookie({ httpOnly: true, ...cookie });
  if (text.length > MOST_BYTES)
    throw new Error(
      `The cookie ${cookie.name} has ${text.length} bytes: browsers keep ${MOST_BYTES} at most.`,
    );
  reply.header('set-cookie', text);
};

/** Cookies as a browser must keep them: behind https bound to this very host, on http told apart by the port. */
export const cookiesOf = (publicUrl: string): Cookies => {
  const { protocol, port } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const session = secure ? '__Host-relais' : `relais-${port}`;
  const signedOut = secure ? '__Secure-relais-signed-out' : `relais-signed-out-${port}`;
  const signIn = (state: string) =>
    `${secure ? '__Secure-relais-sign-in' : `relais-sign-in-${port}`}-${state.slice(0, STATE_LENGTH)}`;
  const read = ({ headers }: FastifyRequest, name: string) => parseCookie(headers.cookie ?? '')[name];
  const strict: Partial<SetCookie> = { path: '/', secure, sameSite: 'strict' };
  // Whoever comes back from the issuer comes from another site.
  const lax: Partial<SetCookie> = { path: CALLBACK, secure, sameSite: 'lax' };

  return {
    sessionOf: (request) => read(request, session),
    setSession: (reply, value) => add(reply, { ...strict, name: session, value }),
    endSession: (reply) => add(reply, { ...strict, name: session, value: '', maxAge: 0 }),
    signInOf: (request, state) => read(request, signIn(state)),
    setSignIn: (reply, state, value) =>
      add(reply, { ...lax, name: signIn(state), value, maxAge: TEN_MINUTES }),
    endSignIn: (reply, state) => add(reply, { ...lax, name: signIn(state), value: '', maxAge: 0 }),
    isSignedOut: (request) => read(request, signedOut) !== undefined,
    setSignedOut: (reply) => add(reply, { ...lax, path: SESSION, name: signedOut, value: '1' }),
    endSignedOut: (reply) => add(reply, { ...lax, path: SESSION, name: signedOut, value: '', maxAge: 0 }),
  };
};
