import type { Transaction } from '../database/transaction.ts';

export type JobPayload = Readonly<Record<string, unknown>>;

/**
 * What a job does when its moment has come; `now` is never before that moment, to the
 * millisecond. Its changes and the end of the job are
 * one transaction. It may still run twice (a job scheduled anew under its key while it ran), so it looks first whether there is
 * anything left to do.
 */
export type JobHandler = (tx: Transaction, payload: JobPayload, now: Date) => Promise<void>;

/** The jobs of a subgraph by their names. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** When each job that comes round runs next, after a moment; it is scheduled at the first start and after every run. */
export type RecurringJobs = Readonly<Record<string, (after: Date) => Date>>;
