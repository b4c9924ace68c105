import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type EmbeddedDatabases, startDatabases } from '../../src/embedded-databases.ts';
import { startPostgres } from '../../src/postgres/embedded-postgres.ts';

export type KillableDatabases = EmbeddedDatabases & {
  /** PostgreSQL's "immediate" stop: no transaction is ended, nothing is written; the next start recovers from the log. */
  stopImmediately(): Promise<void>;
  restart(): Promise<void>;
  /** Stops for good and leaves no file. */
  remove(): Promise<void>;
};

const LOOK_MS = 20;

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

/** The databases with every promise of a real server: what is committed is on disk before it is acknowledged. */
export const startKillableDatabases = async (folder: string): Promise<KillableDatabases> => {
  const databases = await startDatabases(folder);
  const { dataDir, superuserUrl } = databases;
  const port = Number(new URL(superuserUrl).port);
  let running: { stop(): Promise<void> } = databases;
  return {
    ...databases,
    stop: () => running.stop(),
    async stopImmediately() {
      const lock = readFileSync(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8');
      const pid = Number(lock.split('\n')[0]);
      process.kill(pid, 'SIGQUIT');
      while (!isGone(pid)) await wait(LOOK_MS);
    },
    async restart() {
      running = await startPostgres({ dataDir: folder, port });
    },
    async remove() {
      await running.stop();
      for (const each of [folder, dataDir]) await rm(each, { recursive: true, force: true });
    },
  };
};
