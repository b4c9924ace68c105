import { createHash, randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { z } from 'zod';

const WORKING_DAY_MS = 10 * 60 * 60 * 1000;

/** What the sealed cookie holds: the gateway itself keeps nothing. */
export const sessionShape = z.object({
  sid: z.string(),
  sub: z.string(),
  startedAt: z.number(),
  /** After a working day one signs in again, however often it was renewed. */
  until: z.number(),
  token: z.string(),
  expiresAt: z.number(),
  refreshToken: z.string().optional(),
  /** By which the issuer knows the session that this one belongs to. */
  issuerSid: z.string().optional(),
});

export type Session = Readonly<z.output<typeof sessionShape>>;

/** What an issuer hands out. */
export type Tokens = { readonly token: string; readonly refreshToken?: string | undefined };

const tokenClaims = z.object({ sub: z.string(), exp: z.number(), sid: z.string().optional() });

const factsOf = (token: string) => {
  const { sub, exp, sid } = tokenClaims.parse(decodeJwt(token));
  return { sub, expiresAt: exp * 1000, ...(sid !== undefined && { issuerSid: sid }) };
};

/** The token must have been verified. */
export const newSession = ({ token, refreshToken }: Tokens, now: number): Session => ({
  ...factsOf(token),
  sid: randomUUID(),
  startedAt: now,
  until: now + WORKING_DAY_MS,
  token,
  ...(refreshToken !== undefined && { refreshToken }),
});

/** The same session with newer tokens; another person's are none of it. */
export const renewed = (session: Session, { token, refreshToken }: Tokens): Session => {
  const facts = factsOf(token);
  if (facts.sub !== session.sub) throw new Error('The issuer renewed a session as another person.');
  return { ...session, ...facts, token, ...(refreshToken !== undefined && { refreshToken }) };
};

const HANDLE_LENGTH = 16;

/** What a page holds of a session: enough to say which one it means, not to be it. */
export const handleOf = ({ sid }: Pick<Session, 'sid'>): string =>
  createHash('sha256').update(sid).digest('base64url').slice(0, HANDLE_LENGTH);
