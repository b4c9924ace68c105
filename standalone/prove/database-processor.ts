import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';

const TICKS_PER_MILLISECOND = 0.1;
const PIDS = 'select array_agg(pid) as pids from pg_stat_activity';

/** On Linux; elsewhere 0. */
const processorOf = (pid: number): number => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_MILLISECOND;
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
