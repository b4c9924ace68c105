import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Fail } from '@relais/platform/process.ts';
import type { DatabaseOptions } from './embedded-databases.ts';
import { clusterOf } from './postgres/cluster-lock.ts';
import { type RunningPostgres, startPostgres } from './postgres/embedded-postgres.ts';
import { PostgresStartError } from './postgres/postgres-start-error.ts';

/** A database that ends more often has a reason which starting it does not cure. */
const MOST_ENDS = 3;
const WITHIN_MS = 60_000;

export type KeepOptions = Pick<DatabaseOptions, 'ephemeral'> & {
  readonly tell: (step: string) => void;
  readonly fail: Fail;
};

type Kept = Pick<RunningPostgres, 'dataDir' | 'port' | 'ended' | 'stop'>;

const startAgain = async (
  { dataDir, port }: Kept,
  options: Pick<DatabaseOptions, 'ephemeral'>,
): Promise<Kept> => {
  const isThere = existsSync(path.join(clusterOf(dataDir), 'PG_VERSION'));
  if (!isThere) throw new PostgresStartError(`The databases in ${dataDir} are gone.`);
  return startPostgres({ ...options, dataDir, port });
};

/** Starts PostgreSQL again, where it was, when it ends by itself; the process fails when that does not help. */
export const keepDatabases = (
  databases: Kept,
  { tell, fail, ...options }: KeepOptions,
): Pick<Kept, 'stop'> => {
  let current = databases;
  let isStopping = false;
  let ends: number[] = [];
  const watch = async (): Promise<void> => {
    for (let end = await current.ended; end && !isStopping; end = await current.ended) {
      ends = [...ends.filter((at) => at > Date.now() - WITHIN_MS), Date.now()];
      if (ends.length > MOST_ENDS) throw end;
      tell(`${end.message} Starting it again`);
      current = await startAgain(current, options);
      tell('PostgreSQL runs again.');
      if (isStopping) await current.stop();
    }
  };
  const watching = watch().catch(fail);
  return {
    async stop() {
      isStopping = true;
      await current.stop();
      await watching;
    },
  };
};
