import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-relais-signature';
const LONGEST_AGE_MS = 30_000;

/** What a signature vouches for: nobody but the holder of the secret sent this body, for this user, just now. */
export type SignedRequest = { readonly body: string; readonly token?: string | undefined };

const digest = (secret: string, time: number, { body, token = '' }: SignedRequest): string =>
  createHmac('sha256', secret).update(`${time}.${token.length}.${token}.${body}`).digest('hex');

/** The value of `x-relais-signature`. */
export const signRequest = (secret: string, request: SignedRequest, now: Date): string =>
  `${now.getTime()}.${digest(secret, now.getTime(), request)}`;

export const isSigned = (
  secret: string,
  signature: string | undefined,
  request: SignedRequest,
  now: Date,
): boolean => {
  const [time = '', given = ''] = signature?.split('.') ?? [];
  if (!/^\d{13}$/.test(time) || Math.abs(now.getTime() - Number(time)) > LONGEST_AGE_MS) return false;
  const expected = Buffer.from(digest(secret, Number(time), request));
  const received = Buffer.from(given);
  return received.length === expected.length && timingSafeEqual(received, expected);
};
