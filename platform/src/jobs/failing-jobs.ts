import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { rowOf, rowsOf } from '../database/rows.ts';

/** Jobs that go on failing, by their name: how many, and how often the worst was tried. Why is in their rows and the log. */
export type FailingJobs = Readonly<Record<string, { readonly jobs: number; readonly attempts: number }>>;

/** A deadlock or an outage passes by itself. */
export const FAILING_AFTER_ATTEMPTS = 3;

const FailingRow = rowOf({
  name: ['name', z.string()],
  jobs: ['count(*)::integer', z.int()],
  attempts: ['max(attempts)', z.int()],
});

const FAILING = `
  select ${FailingRow.columns}
  from scheduled_jobs where attempts >= ${FAILING_AFTER_ATTEMPTS} and problem is not null
  group by name order by name`;

export const failingJobsOf = async (db: Pick<Database, 'query'>): Promise<FailingJobs> => {
  const rows = await rowsOf(db, FailingRow, FAILING);
  return Object.fromEntries(rows.map(({ name, ...failing }) => [name, failing]));
};
