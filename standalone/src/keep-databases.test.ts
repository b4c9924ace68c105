import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { withClient } from '@relais/platform/database/with-client.ts';
import { type EmbeddedDatabases, startDatabases } from './embedded-databases.ts';
import { keepDatabases } from './keep-databases.ts';

let folder: string;
let databases: EmbeddedDatabases;
let kept: { stop(): Promise<void> };
let told: string[];
let failed: Promise<Error>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-kept-'));
  databases = await startDatabases(folder, { ephemeral: true });
  told = [];
  failed = new Promise((fail) => {
    kept = keepDatabases(databases, { ephemeral: true, tell: (step) => told.push(step), fail });
  });
});
afterEach(async () => {
  await kept.stop();
  await rm(folder, { recursive: true, force: true });
});

const postmaster = async (): Promise<number> => {
  const lock = await readFile(path.join(databases.dataDir, 'cluster/postmaster.pid'), 'utf8');
  return Number(lock.split('\n')[0]);
};

const kill = async (signal: NodeJS.Signals): Promise<void> => void process.kill(await postmaster(), signal);

const quit = async (pid: number): Promise<void> => {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

const toldTimes = async (step: string, times: number): Promise<void> => {
  while (told.filter((each) => each === step).length < times) await wait(20);
};

it('brings databases back that were killed, where they were, and says so', async () => {
  await kill('SIGKILL');
  await toldTimes('PostgreSQL runs again.', 1);
  expect(told[0]).toMatch(/^PostgreSQL ended by itself: SIGKILL\. Starting it again$/);
  const { rows } = await withClient(databases.urls.employment, (client) =>
    client.query('select 1 as answer'),
  );
  expect(rows).toEqual([{ answer: 1 }]);
});

it('gives up when they end again and again', async () => {
  for (let times = 1; times <= 3; times += 1) {
    await kill('SIGQUIT');
    await toldTimes('PostgreSQL runs again.', times);
  }
  await kill('SIGQUIT');
  expect((await failed).message).toMatch(/^PostgreSQL ended by itself: received immediate shutdown request/);
});

it('gives up when the folder was taken away', async () => {
  const pid = await postmaster();
  // The server goes on writing while its files are taken away, unless it notices and ends by itself.
  await rm(databases.dataDir, { recursive: true, force: true, maxRetries: 10 });
  await quit(pid);
  expect((await failed).message).toMatch(/^The databases in .* are gone\.$/);
});
