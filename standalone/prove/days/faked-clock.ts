import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PARIS } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

const secondsUntil = (wallClock: string): number => {
  const then = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(PARIS, { disambiguation: 'earlier' });
  return Math.round((then.epochMilliseconds - Date.now()) / 1_000);
};

/** Timers must not jump, and files must not look younger than what was made of them. */
const STAYS_REAL = { FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1' };

const SHARED_MEMORY = '/dev/shm';
const LEFTOVER = /^(?:sem\.)?faketime_(?:sem|shm)_(\d+)$/;
const TIDY_EVERY_MS = 1_000;

/**
 * faketime names what its processes share by their ids, and what ends without ado, as PostgreSQL does, leaves it behind:
 * hundreds in a run. Once ids come round again, within an hour of tests, a process of another user cannot open it and
 * does not start. So they are taken away all the time.
 */
const tidyUp = async (): Promise<void> => {
  const names = await readdir(SHARED_MEMORY).catch(() => []);
  const isLeft = (name: string): boolean => {
    const pid = LEFTOVER.exec(name)?.[1];
    return pid !== undefined && !existsSync(`/proc/${pid}`);
  };
  for (const name of names.filter(isLeft)) await rm(path.join(SHARED_MEMORY, name), { force: true });
};

const whileTidy = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  await tidyUp();
  const timer = setInterval(() => void tidyUp().catch(() => undefined), TIDY_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await tidyUp();
  }
};

/**
 * Runs a command, and all that it starts, by a clock that shows this time in Paris now and goes on from there: an offset,
 * so that every process agrees. Answers whether it ended well.
 */
export const runAt = (wallClock: string, command: readonly string[]): Promise<boolean> =>
  whileTidy(async () => {
    const offset = secondsUntil(wallClock);
    const child = spawn('faketime', ['-m', '-f', `${offset < 0 ? '' : '+'}${offset}s`, ...command], {
      cwd: REPOSITORY,
      env: { ...process.env, ...STAYS_REAL },
      stdio: 'inherit',
    });
    const [code] = await once(child, 'exit');
    return code === 0;
  });
