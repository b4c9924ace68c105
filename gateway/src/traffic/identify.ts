import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { Claims } from '@relais/platform/auth/user.ts';
import { addressOf, type UnprovenConnections } from '@relais/platform/http/unproven-connections.ts';
import { whenGone } from '@relais/platform/http/when-gone.ts';
import type { Turns } from '@relais/platform/traffic/turns.ts';
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { Turnstile } from './turnstile.ts';

const MOST_REMEMBERED = 10_000;

/** The `Authorization` that a request stands for: that which it carries, where nothing else is told. */
export type AuthorizationOf = (request: FastifyRequest, reply: FastifyReply) => Promise<string>;

export type IdentifyOptions = {
  readonly authorizationOf: AuthorizationOf;
  /** Answers who it is, or fails with what the caller is told. */
  readonly verify: TokenVerifier;
  readonly unproven: UnprovenConnections;
  /** By address: tokens not seen before are verified a few at a time. */
  readonly turns: Pick<Turns, 'during'>;
};

type Identified = { readonly user: Claims; readonly authorization: string };

const identified = new WeakMap<FastifyRequest['raw'], Identified>();

/** Who sent a request that came past `identify`. */
export const identityOf = ({ raw }: Pick<FastifyRequest, 'raw'>): Identified => {
  const identity = identified.get(raw);
  if (!identity) throw new Error('A request was answered before its token was verified.');
  return identity;
};

export const userOf = (request: Pick<FastifyRequest, 'raw'>): Claims => identityOf(request).user;

/** Tokens and cookies that were good once, and whose: they are verified all the same, but do not wait behind those that are guessed. */
class Known {
  readonly #subs = new Map<string, string>();

  /** `undefined` when it was not met, or was no good. */
  subOf(shown: string | undefined): string | undefined {
    return shown === undefined ? undefined : this.#subs.get(shown);
  }

  add(shown: string, { sub }: Claims): void {
    if (this.#subs.size >= MOST_REMEMBERED) this.#subs.clear();
    this.#subs.set(shown, sub);
  }
}

/**
 * Asks for the token before anything else of a request is read, so that what has none holds nothing: neither a turn
 * nor the memory of a body that never comes.
 */
export const identify = ({
  authorizationOf,
  verify,
  unproven,
  turns,
}: IdentifyOptions): onRequestAsyncHookHandler => {
  const known = new Known();
  const turnstile = new Turnstile();

  return async (request, reply) => {
    const { raw, ip, headers } = request;
    unproven.add(ip, raw.socket);
    // Refused, it counts until the rest of it has come; the rest of a good one is counted by its sender.
    raw.once('close', () => unproven.remove(raw.socket));
    // Whatever else one calls oneself, one is whoever was let in by it, or one of those at an address.
    const shown = headers.authorization ?? headers.cookie;
    await turnstile.pass(known.subOf(shown) ?? addressOf(ip));
    const token = await authorizationOf(request, reply);
    const user = known.subOf(token)
      ? await verify(token)
      : await turns.during(addressOf(ip), whenGone(reply), () => verify(token));
    identified.set(raw, { user, authorization: token });
    known.add(token, user);
    if (shown !== undefined) known.add(shown, user);
    unproven.remove(raw.socket);
  };
};
