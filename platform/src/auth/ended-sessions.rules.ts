/** Which sessions end: all of a person, by the `sub` of the tokens, or one, by the `sid` of the sign-in service. */
export type Ending = {
  readonly kind: 'SUB' | 'SID';
  readonly name: string;
  readonly since: Date;
  /** Who ended all sessions of a person; absent of one session, and of what another agency tells. */
  readonly by?: EndedBy | undefined;
};

/** `id` is of the ending: an agency that is told twice writes it down once. */
export type EndedBy = { readonly id: string; readonly sub: string; readonly agency: string };

/** What a token says of its session. */
export type SessionClaims = {
  readonly sub: string;
  readonly sid?: string | undefined;
  readonly iat?: number | undefined;
  readonly auth_time?: number | undefined;
};

export const keyOf = (kind: Ending['kind'], name: string): string => `${kind}:${name}`;

/** By which names a session may have been ended. */
export const keysOf = ({ sub, sid }: SessionClaims): string[] =>
  sid === undefined ? [keyOf('SUB', sub)] : [keyOf('SUB', sub), keyOf('SID', sid)];

/**
 * Whether a session that was ended at that moment, in milliseconds, is the token's. When the person signed in counts as
 * well: by the making alone, a stolen session would renew itself past its end.
 */
export const isOfEnded = ({ iat = 0, auth_time = iat }: SessionClaims, since: number): boolean =>
  Math.min(iat, auth_time) * 1_000 <= since;
