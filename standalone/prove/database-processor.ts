import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';

const NANOSECONDS = 1_000_000;
const PIDS = 'select array_agg(pid) as pids from pg_stat_activity';

/** On Linux; elsewhere 0. Each has one thread, and the ticks of its other figures are longer than a file takes. */
const processorOf = (pid: number): number => {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / NANOSECONDS : 0;
};

/** Milliseconds of processor that a whole PostgreSQL takes while `work` runs, which other work on the machine hardly changes. */
export const databaseProcessor = async (
  client: pg.ClientBase,
  work: () => Promise<unknown>,
): Promise<number> => {
  const pids = async () => (await client.query<{ pids: number[] }>(PIDS)).rows[0]?.pids ?? [];
  const before = new Map((await pids()).map((pid) => [pid, processorOf(pid)]));
  await work();
  const took = (await pids()).map((pid) => processorOf(pid) - (before.get(pid) ?? 0));
  return took.reduce((sum, each) => sum + each, 0);
};
