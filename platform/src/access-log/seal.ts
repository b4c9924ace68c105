import { createHash } from 'node:crypto';
import type { Seal, SealedRow } from './seal-check.rules.ts';

const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The digest of a row: all of its columns as texts, in one order. */
export const leafOf = (columns: readonly string[]): string => sha256(JSON.stringify(columns)).toString('hex');

/** The digest of all rows of a batch in their order; which numbers they have is in it. */
export const rootOf = (rows: readonly SealedRow[]): string =>
  sha256(rows.map(({ number, leaf }) => `${number} ${leaf}\n`).join('')).toString('hex');

/** The digest of a seal and of the one before it, and so of all that came before. */
export const headOf = (seal: Omit<Seal, 'head' | 'rows'>, previousHead: string): string => {
  const { number, sealedAt, upTo, months, letGo, root } = seal;
  const counted = Object.entries(months).sort(([one], [other]) => (one < other ? -1 : 1));
  return sha256(
    JSON.stringify([previousHead, number, sealedAt.toISOString(), upTo, counted, letGo, root]),
  ).toString('hex');
};
