import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/testing/free-port.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 300_000;
const LOOK_MS = 200;
const PEAK_LOOK_MS = 100;
const TICKS_PER_MILLISECOND = 0.1;
const KIB_PER_MIB = 1_024;

export type CityProcess = {
  readonly url: string;
  /** Milliseconds of processor so far; the databases are processes of their own and not counted. */
  processorMs(): number;
  /** The most memory that was resident while `work` ran, in MiB. */
  peakDuring<Result>(work: () => Promise<Result>): Promise<{ result: Result; peakMiB: number }>;
  stop(): Promise<void>;
};

const processorOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_MILLISECOND;
};

const residentOf = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / KIB_PER_MIB;
};

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** The whole platform with its demo city, as `npm start` runs it, on a data folder of its own. Linux only: /proc is read. */
export const startCity = async (dataDir: string): Promise<CityProcess> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { ...process.env, PORT: String(port), RELAIS_DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['run.mjs', 'standalone/src/main.ts'], {
    cwd: REPOSITORY,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const pid = child.pid ?? 0;
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('The city did not start.');
    await wait(LOOK_MS);
  }
  return {
    url,
    processorMs: () => processorOf(pid),
    async peakDuring(work) {
      let peakMiB = residentOf(pid);
      const timer = setInterval(() => {
        peakMiB = Math.max(peakMiB, residentOf(pid));
      }, PEAK_LOOK_MS);
      const result = await work().finally(() => clearInterval(timer));
      return { result, peakMiB };
    },
    async stop() {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
};
