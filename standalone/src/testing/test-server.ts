import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withClient } from '@relais/platform/database/with-client.ts';
import { startDatabases } from '../embedded-databases.ts';
import { startPostgres } from '../postgres/embedded-postgres.ts';

/** A database server of its own, which a test may hang, stop and bring back. */
export const startTestServer = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'relais-server-'));
  const databases = await startDatabases(folder, { ephemeral: true });
  const port = Number(new URL(databases.superuserUrl).port);
  let running: { stop(): Promise<void> } = databases;
  // Each process of PostgreSQL leads a session of its own, so that one signal reaches one only.
  const processes = async (): Promise<number[]> => {
    const query = 'select pid from pg_stat_activity where pid <> pg_backend_pid()';
    const { rows } = await withClient(databases.superuserUrl, (client) => client.query(query));
    const lock = readFileSync(path.join(databases.dataDir, 'cluster/postmaster.pid'), 'utf8');
    return [Number(lock.split('\n')[0]), ...rows.map(({ pid }) => Number(pid))];
  };
  let stopped: number[] = [];
  return {
    urls: databases.urls,
    ownerUrls: databases.ownerUrls,
    async hang() {
      stopped = await processes();
      for (const pid of stopped) process.kill(pid, 'SIGSTOP');
    },
    async resume() {
      for (const pid of stopped) process.kill(pid, 'SIGCONT');
    },
    stop: () => running.stop(),
    async restart() {
      running = await startPostgres({ dataDir: folder, port, ephemeral: true });
    },
    async remove() {
      await running.stop();
      await rm(databases.dataDir, { recursive: true, force: true });
    },
  };
};

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
