import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { PLAN_FILE, preparedFor } from './demo-plan.ts';
import { keepCluster } from './postgres/cluster-copies.ts';
import { clusterOf } from './postgres/cluster-lock.ts';
import { findDataDir } from './postgres/postgres-home.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
/** Far longer than it takes: whoever installs on a busy machine waits rather than starts unprepared. */
const LONGEST_MS = 180_000;
/** The one that a start takes which is told none. */
const SEED = 1;

/** What whoever installs has in the shell for Relais is for the runs to come. */
const SETTINGS = /^(NODE_ENV|HOST|LOG_LEVEL|DEMO_SEED|RELAIS_\w+)$/;

const start = (dataDir: string): ChildProcess => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)));
  return spawn(process.execPath, ['run.mjs', 'standalone/src/main.ts'], {
    cwd: REPOSITORY,
    // Without an earlier preparation: this is the new one.
    env: { ...env, PORT: '0', RELAIS_DATA_DIR: dataDir, RELAIS_PREPARED: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
};

/** The command that a start prints when it is ready. */
const commandOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const command = /^(curl .*)\n/m.exec(said)?.[1];
      if (command) resolve(command);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The rehearsal ended before it was ready.')));
  });

/** Starts as `npm start` does, asks the first question, and stops. What V8 made of the code is kept by `load.cjs`. */
const rehearse = async (dataDir: string): Promise<void> => {
  const child = start(dataDir);
  const command = await commandOf(child);
  const ended = once(child, 'exit');
  await promisify(execFile)('/bin/sh', ['-c', command]).catch(() => undefined);
  child.kill('SIGINT');
  const [code] = await ended;
  if (code !== 0) throw new Error(`The rehearsal ended with ${code}.`);
};

/** Renamed into place when complete, so that a half made copy is never used. */
const keep = async (dataDir: string, prepared: string): Promise<void> => {
  const home = await findDataDir(dataDir);
  const half = `${prepared}.${process.pid}`;
  try {
    await keepCluster(clusterOf(home.dataDir), path.join(half, 'cluster'));
    await copyFile(path.join(home.dataDir, PLAN_FILE), path.join(half, PLAN_FILE));
    await rm(prepared, { recursive: true, force: true });
    await rename(half, prepared);
  } finally {
    await rm(half, { recursive: true, force: true });
    await rm(home.dataDir, { recursive: true, force: true });
  }
};

const isOfToday = async (prepared: string, dataDir: string): Promise<boolean> => {
  const wanted = { seed: SEED, today: dayOf(new Date()) };
  return (await preparedFor(dataDir, wanted, prepared)) !== undefined;
};

/** Makes ahead what a first start of this day needs, once for each state of the code. */
export const prepareCity = async (prepared: string): Promise<void> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'relais-prepare-'));
  try {
    if (await isOfToday(prepared, dataDir)) return;
    // PostgreSQL's own user must reach it when root installs.
    await chmod(dataDir, 0o711);
    await rehearse(dataDir);
    await keep(dataDir, prepared);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};
