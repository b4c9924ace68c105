import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import type { JobPayload, RecurringJobs } from './job.ts';

export type JobMoment = {
  readonly runAt: Date;
  /** What the job is about: of one name and key there is one job. */
  readonly key: string;
};

const SCHEDULE = `
  insert into scheduled_jobs (name, key, payload, run_at) values ($1, $2, $3, $4)
  on conflict (name, key) do update
    set payload = excluded.payload, run_at = excluded.run_at, attempts = 0, problem = null`;

/**
 * Has a job of the subgraph's `jobs` run at a moment, by itself, if this transaction commits. The same name and key
 * again move the job. A job that became pointless need not be taken back: it finds nothing to do. Call it after what
 * the job is about is locked, as the job itself does.
 */
export const scheduleJob = async (
  tx: Transaction,
  name: string,
  payload: JobPayload,
  { runAt, key }: JobMoment,
): Promise<void> => {
  await tx.query(SCHEDULE, [name, key, JSON.stringify(payload), runAt]);
};

const SCHEDULE_FIRST = `
  insert into scheduled_jobs (name, key, payload, run_at)
  select name, '', '{}', run_at from unnest($1::text[], $2::timestamptz[]) as first (name, run_at)
  on conflict (name, key) do nothing`;

/** Has each job that comes round run at its next moment, unless that is scheduled already. */
export const scheduleRecurringJobs = async (db: Database, jobs: RecurringJobs, now: Date): Promise<void> => {
  const names = Object.keys(jobs);
  if (names.length === 0) return;
  await db.query(SCHEDULE_FIRST, [names, Object.values(jobs).map((next) => next(now))]);
};
