import { createHmac, timingSafeEqual } from 'node:crypto';
import { isWithinWindow } from './signature-window.ts';

export const SIGNATURE_HEADER = 'x-relais-signature';
/** Where an agency is told that sessions have ended. */
export const ENDINGS_PATH = '/ended-sessions';
/** Where an agency is asked, on behalf of an administrator, for whom somebody works. */
export const AGENCY_OF_PATH = '/agency-of-person';

/** Where an agency is asked, on behalf of somebody, what changed for them. */
export const CHANGES_PATH = '/changes';
/** Where it says whether anything did. */
export const NEWEST_CHANGE_PATH = '/changes/newest';

/** What a signature vouches for: nobody but the holder of the secret sent this, there, for this user, just now. */
export type SignedRequest = {
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
  readonly body: string;
  readonly token?: string | undefined;
};

/** The first signs; all are good, so that one can take another's place while both sides change. */
export type HopSecrets = readonly string[];

/** Each part with its length before it: none can run over into the next. */
const digest = (secret: string, time: string, request: SignedRequest): string => {
  const { method, path, requestId, body, token = '' } = request;
  const signed = createHmac('sha256', secret);
  for (const part of [time, method, path, requestId, token, body])
    signed.update(`${Buffer.byteLength(part)}.`).update(part);
  return signed.digest('hex');
};

/** The value of `x-relais-signature`. */
export const signRequest = ([secret = '']: HopSecrets, request: SignedRequest, now: Date): string => {
  const time = String(now.getTime());
  return `${time}.${digest(secret, time, request)}`;
};

const isSame = (given: string, expected: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** The one way in which a good signature can be written: whoever remembers it knows a repeat. */
const SIGNATURE = /^(?<time>\d{13})\.(?<given>[\da-f]{64})$/;

export const isSigned = (
  secrets: HopSecrets,
  signature: string | undefined,
  request: SignedRequest,
  now: Date,
): boolean => {
  const { time = '', given = '' } = SIGNATURE.exec(signature ?? '')?.groups ?? {};
  if (time === '' || !isWithinWindow(Number(time), now)) return false;
  return secrets.some((secret) => isSame(given, digest(secret, time, request)));
};
