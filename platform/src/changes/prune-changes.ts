import type { JobHandler } from '../jobs/job.ts';

export const PRUNE_CHANGES = 'prune-changes';

const HOUR_MS = 3_600_000;

/** A stream that was away for a day reads all anew, so two are enough. */
export const pruneChanges: JobHandler = async (tx) => {
  await tx.query("delete from changes where at < now() - interval '2 days'");
};

export const nextPruning = (after: Date): Date => new Date(after.getTime() + HOUR_MS);
