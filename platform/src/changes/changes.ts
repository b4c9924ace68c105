import { z } from 'zod';
import type { SeenFilter } from '../sight/sight.ts';
import type { SubgraphContext } from '../subgraph.ts';

/**
 * Who is told of what changed, by its kind: a condition on the column that names its subject, as the sight of whoever listens
 * has it when they are told. What is not written here is told to nobody.
 */
// biome-ignore lint/suspicious/noExplicitAny: which loaders a context has is the agency's affair
export type ChangesTold = Readonly<Record<string, (context: SubgraphContext<any>) => SeenFilter>>;

/** Ids only: what became of it is asked as ever, and logged. */
export const change = z.object({ kind: z.string(), subjectId: z.uuid() });

/** What changed since a position, for one reader. */
export const changesFound = z.object({
  /** From which they go on. */
  position: z.string(),
  /** More than is told one by one, or a position that is not of this database: whatever is open is to be read anew. */
  isReset: z.boolean(),
  changes: z.array(change),
});
export type ChangesFound = Readonly<z.output<typeof changesFound>>;

const LONGEST_POSITION = 20;
/** As `position` says it, or `null` of who begins to listen. */
export const askedSince = z.object({
  since: z.string().regex(/^\d+$/).max(LONGEST_POSITION).nullable(),
});

export const newestChange = z.object({ newest: z.string() });
