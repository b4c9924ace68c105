import type { Word } from '../graphql/reasons.ts';
import type { correctionReasons } from './correction.reasons.ts';

/** Longer than anybody needs to say why. */
const LONGEST_REASON = 1_000;

/** Values of a record as it keeps them, by their fields. */
export type Values = Readonly<Record<string, unknown>>;
/** The same as they are told. */
export type Told = Readonly<Record<string, string | null>>;

/** Why a correction cannot be kept with this reason, or `null`. */
export const reasonRefusal = (reason: string): Word<typeof correctionReasons> | null => {
  if (reason.trim() === '') return 'REASON_MISSING';
  return reason.length > LONGEST_REASON ? 'REASON_TOO_LONG' : null;
};

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  // Days and times say themselves; what else has parts is told by them.
  const said = String(value);
  return said === '[object Object]' ? JSON.stringify(value) : said;
};

/** What differs between two states of a record, as texts. */
export const differenceBetween = (
  before: Values,
  after: Values,
): { readonly before: Told; readonly after: Told } => {
  const differing = Object.keys(after).filter((field) => textOf(before[field]) !== textOf(after[field]));
  const told = (values: Values): Told =>
    Object.fromEntries(differing.map((field) => [field, textOf(values[field])]));
  return { before: told(before), after: told(after) };
};

/** Each value that differs, with what it said and what it says, by the name of its field. */
export const changesIn = (
  before: Told,
  after: Told,
): { field: string; before: string | null; after: string | null }[] =>
  Object.keys(after)
    .toSorted()
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
