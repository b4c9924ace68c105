import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';

const KEY_BYTES = 32;
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** With which an agency signs its events, and the name by which the others find its public part. */
export type EventSigner = { readonly key: KeyObject; readonly kid: string };

/** The public keys of the other agencies by their names; an agency has two while it changes them. */
export type EventKeyRing = ReadonlyMap<string, { readonly agency: string; readonly key: KeyObject }>;

const isKey = (text: string): boolean =>
  /^[\w-]{43}$/.test(text) && Buffer.from(text, 'base64url').length === KEY_BYTES;

const publicKeyOf = (x: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });

const publicPartOf = (key: KeyObject): string => String(createPublicKey(key).export({ format: 'jwk' }).x);

const signerOf = (text: string): EventSigner => {
  const der = Buffer.concat([PRIVATE_PREFIX, Buffer.from(text, 'base64url')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { key, kid: publicPartOf(key) };
};

export type EventKeyPair = { readonly key: string; readonly publicKey: string };

export const newEventKey = (): EventKeyPair => {
  const key = randomBytes(KEY_BYTES).toString('base64url');
  return { key, publicKey: signerOf(key).kid };
};

/** `EVENT_KEY`: 32 random bytes, as `npm run events -- key` makes them. */
export const eventKey = z
  .string()
  .refine(isKey, 'expected a key as `npm run events -- key` makes it')
  .transform(signerOf);

const MOST_KEYS = 2;

/** `EVENT_PUBLIC_KEYS`: `employment=KEY,early-childhood=KEY,early-childhood=NEXT-KEY`. */
export const eventPublicKeys = z.string().transform((text, context): EventKeyRing => {
  const pairs = text.split(',').map((entry) => {
    const [agency = '', key = '', ...rest] = entry.trim().split('=');
    return { agency, key, isWhole: agency !== '' && isKey(key) && rest.length === 0 };
  });
  const ring: EventKeyRing = new Map(
    pairs.filter(({ isWhole }) => isWhole).map(({ agency, key }) => [key, { agency, key: publicKeyOf(key) }]),
  );
  const isTooMany = pairs.some(
    (pair) => pairs.filter(({ agency }) => agency === pair.agency).length > MOST_KEYS,
  );
  if (ring.size === pairs.length && !isTooMany) return ring;
  context.addIssue('expected agency=key pairs, separated by commas, each key once, two of an agency at most');
  return z.NEVER;
});
