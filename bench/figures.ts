import type pg from 'pg';
import { databaseProcessor } from '../standalone/prove/database-processor.ts';

const percentile = (times: readonly number[], share: number): string =>
  (times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1);

export const figures = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, most ${percentile(times, 1)} ms`;

export const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const CALLS = `
  select statement.query, sum(calls)::integer as calls, sum(total_exec_time)::float as ms
  from pg_stat_statements statement join pg_database database on database.oid = statement.dbid
  where database.datname = 'early_childhood'
    and statement.query !~* 'graphile_worker"?\\.|pending_deliveries|delivery_positions|^(listen|set|select .?1$)'
  group by statement.query order by calls desc, ms desc`;

export type Statement = { readonly query: string; readonly calls: number; readonly ms: number };

/** What PostgreSQL itself counted in early-childhood's database while `work` ran; the event delivery's own left out. */
export const statementsOf = async (
  superuser: pg.Client,
  work: () => Promise<unknown>,
): Promise<Statement[]> => {
  await superuser.query('create extension if not exists pg_stat_statements');
  try {
    await superuser.query('select pg_stat_statements_reset()');
    await work();
    const { rows } = await superuser.query<Statement>(CALLS);
    return rows.filter(({ query }) => !query.includes('pg_stat_statements'));
  } finally {
    // It is the superuser's: a kept city could not be migrated the next time.
    await superuser.query('drop extension pg_stat_statements');
  }
};

export const callsOf = (statements: readonly Statement[]): number =>
  statements.reduce((sum, { calls }) => sum + calls, 0);

/** Milliseconds of processor that this process and PostgreSQL took for `work`, which other work on the machine hardly changes. */
export const processorTime = async (
  superuser: pg.Client,
  work: () => Promise<unknown>,
): Promise<{ readonly ours: number; readonly database: number }> => {
  const before = process.cpuUsage();
  const database = await databaseProcessor(superuser, work);
  const { user, system } = process.cpuUsage(before);
  return { ours: (user + system) / 1_000, database };
};
