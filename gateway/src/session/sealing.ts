import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';

const KEY_BYTES = 32;
const ALGORITHM = 'dir';
const ENCRYPTION = 'A256GCM';
const MOST_BYTES = 64 * 1_024;

/** The first seals, all open: a new key is put in front, and the old one taken away when its cookies have ended. */
export type SealingKeys = ReadonlyMap<string, Uint8Array>;

/** `b:<43 characters>,a:<43 characters>`: each 32 bytes in base64url, under a name of its own. */
export const sealingKeys = z.string().transform((text, context): SealingKeys => {
  const entries = text.split(',').map((entry) => entry.trim().split(':'));
  const keys = new Map(
    entries.map(([name = '', key = '']) => [name, Buffer.from(key, 'base64url')] as const),
  );
  const isWhole =
    entries.every(([name, , ...rest]) => name && rest.length === 0) &&
    [...keys.values()].every(({ length }) => length === KEY_BYTES) &&
    new Set([...keys.values()].map((key) => key.toString('hex'))).size === entries.length;
  if (isWhole) return keys;
  context.addIssue(
    'expected name:key pairs, separated by commas, each key 32 bytes in base64url and used once',
  );
  return z.NEVER;
});

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** What a seal is for: one that holds a session is worth nothing where a sign-in under way is expected. */
export type Purpose = 'session' | 'sign-in';

export type Seals = {
  seal(purpose: Purpose, content: object): Promise<string>;
  /** What was sealed; undefined when it was not by us, for something else, or by a key that is gone. */
  open<Shape extends z.ZodType>(
    purpose: Purpose,
    text: string,
    shape: Shape,
  ): Promise<z.output<Shape> | undefined>;
};

/** Content that only we can read and nobody can change: packed, because a token is long and a cookie short. */
export const createSeals = (keys: SealingKeys): Seals => {
  const [first] = keys;
  if (!first) throw new Error('There is no key to seal sessions with.');
  const [kid, key] = first;

  return {
    async seal(purpose, content) {
      const header = { alg: ALGORITHM, enc: ENCRYPTION, kid, typ: purpose };
      return new CompactEncrypt(await pack(JSON.stringify(content))).setProtectedHeader(header).encrypt(key);
    },
    async open(purpose, text, shape) {
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(
          text,
          (header) => keys.get(header.kid ?? '') ?? Promise.reject(new Error('unknown key')),
          { keyManagementAlgorithms: [ALGORITHM], contentEncryptionAlgorithms: [ENCRYPTION] },
        );
        if (protectedHeader.typ !== purpose) return undefined;
        const content = await unpack(plaintext, { maxOutputLength: MOST_BYTES });
        return shape.safeParse(JSON.parse(content.toString())).data;
      } catch {
        return undefined;
      }
    },
  };
};
