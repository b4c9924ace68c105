import { createHash } from 'node:crypto';
import { z } from 'zod';

const operation = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['query', 'mutation']),
  body: z.string(),
});

const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(operation).min(1),
});

export type PublishedOperation = z.output<typeof operation>;
export type Manifest = z.output<typeof manifest>;

/** The name of an operation that nobody can give to another one. */
export const idOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** As the tools around Apollo write and read it. */
export const manifestOf = (operations: readonly PublishedOperation[]): Manifest => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: operations.toSorted((one, other) => one.name.localeCompare(other.name)),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a manifest says, or why it is none; an operation that was changed by hand is found by its hash. */
export const readManifest = (text: string): Manifest => {
  const { data: read, error } = manifest.safeParse(parsed(text));
  if (!read) throw new Error(`no manifest of operations: ${error.issues[0]?.message}`);
  const changed = read.operations.filter(({ id, body }) => id !== idOf(body));
  if (changed.length === 0) return read;
  throw new Error(`not as they were published: ${changed.map(({ name }) => name).join(', ')}`);
};
