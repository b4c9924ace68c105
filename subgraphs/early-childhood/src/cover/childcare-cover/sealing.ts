import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Ids are random enough that nobody finds one by trying. */
const keyOf = (id: string): Buffer => Buffer.from(hkdfSync('sha256', id, '', 'settled cover', KEY_BYTES));

/** Under which it is found again by whoever knows the id, and by nobody else. */
export const sealedName = (id: string): Buffer => createHash('sha256').update(`settled cover ${id}`).digest();

export const sealed = (id: string, text: string): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(id), iv);
  const inside = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), inside]);
};

export const opened = (id: string, seal: Buffer): string => {
  const decipher = createDecipheriv(ALGORITHM, keyOf(id), seal.subarray(0, IV_BYTES));
  decipher.setAuthTag(seal.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(seal.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
};
