import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '../../standalone/src/testing/bare-environment.ts';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 300_000;
const LOOK_MS = 100;
const FAULT = 500;
/** The same for everyone who is measured. */
const FLAGS: readonly string[] = [];

export type Child = { readonly url: string; readonly pid: number; stop(): Promise<void> };

export type ChildOptions = {
  /** What Node runs, with its arguments. */
  readonly run: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  /** Answers without a fault once it can be asked. */
  readonly readyPath: string;
};

/** However this program ends, it leaves none behind. */
const started = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ status }) => status < FAULT,
    () => false,
  );

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
};

/** A program of its own, asked over HTTP on this machine. */
export const startChild = async ({ run, env, port, readyPath }: ChildOptions): Promise<Child> => {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...FLAGS, ...run], {
    cwd: REPOSITORY,
    env: { ...bareEnvironment(), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  started.add(child);
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(`${url}${readyPath}`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stopped(child);
      throw new Error(`${run.join(' ')} did not start.`);
    }
    await wait(LOOK_MS);
  }
  return { url, pid: child.pid ?? 0, stop: () => stopped(child) };
};

/** A program of the product, compiled as `npm start` runs it. */
export const compiled = (program: string): readonly string[] => ['run.mjs', program];

/** A program of this folder. */
export const ofBench = (program: string): readonly string[] => [
  '--import',
  'tsx',
  fileURLToPath(new URL(program, import.meta.url)),
];
