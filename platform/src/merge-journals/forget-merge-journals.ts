import type { JobHandler } from '../jobs/job.ts';
import { forgetOldJournals } from './merge-journal.queries.ts';

export const FORGET_MERGE_JOURNALS = 'forget-merge-journals';

const DAY_MS = 86_400_000;

/** What two files were before a merge is kept by nobody once it is not undone any more. */
export const forgetMergeJournals: JobHandler = (tx, _payload, now) => forgetOldJournals(tx, now);

export const nextForgetting = (after: Date): Date => new Date(after.getTime() + DAY_MS);
