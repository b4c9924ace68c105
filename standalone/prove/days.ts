import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { PARIS } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { isNamedDay, type NamedDay, namedDays } from './days/named-days.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean', default: false }, city: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const USAGE = `Usage: npm run prove:days -- [--list] [--city] [${Object.keys(namedDays).join(' | ')} …]
--city only makes the demo city and runs no tests.`;

const secondsUntil = (wallClock: string): number => {
  const then = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(PARIS, { disambiguation: 'earlier' });
  return Math.round((then.epochMilliseconds - Date.now()) / 1_000);
};

/** Timers must not jump, and files must not look younger than what was made of them. */
const STAYS_REAL = { FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1' };

const SHARED_MEMORY = '/dev/shm';
const LEFTOVER = /^(?:sem\.)?faketime_(?:sem|shm)_(\d+)$/;

/**
 * faketime names what its processes share by their ids, and what was killed leaves it behind. Once ids come round again, a
 * PostgreSQL of another user cannot open it and does not start.
 */
const tidyUp = async (): Promise<void> => {
  const names = await readdir(SHARED_MEMORY).catch(() => []);
  const isLeft = (name: string): boolean => {
    const pid = LEFTOVER.exec(name)?.[1];
    return pid !== undefined && !existsSync(`/proc/${pid}`);
  };
  for (const name of names.filter(isLeft)) await rm(path.join(SHARED_MEMORY, name), { force: true });
};

/** Runs a command, and all that it starts, by another clock; an offset, so that every process agrees. */
const runOn = async (day: NamedDay, command: readonly string[]): Promise<boolean> => {
  await tidyUp();
  const offset = secondsUntil(namedDays[day]);
  const clock = `${offset < 0 ? '' : '+'}${offset}s`;
  const child = spawn('faketime', ['-m', '-f', clock, ...command], {
    cwd: REPOSITORY,
    env: { ...process.env, ...STAYS_REAL },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return code === 0;
};

const makesCity = (day: NamedDay) =>
  runOn(day, [process.execPath, '--import', 'tsx', 'standalone/prove/days/make-city.ts']);
const passesTests = (day: NamedDay) =>
  runOn(day, ['npm', 'run', '-s', 'test:some', '--', '--silent', 'standalone/src']);

const isGoodDay = async (day: NamedDay): Promise<boolean> => {
  print(`${day}, ${namedDays[day]} in Paris`);
  const isMade = await makesCity(day);
  const isGood = (values.city || (await passesTests(day))) && isMade;
  print(`${isGood ? 'good' : 'BAD '}  ${day}`);
  return isGood;
};

const chosen = positionals.length > 0 ? positionals : Object.keys(namedDays);
const days = chosen.filter(isNamedDay);

/** `npm run prove:days`: nothing depends on the day; a demo city is made and the whole-graph tests pass on each. */
const prove = async (): Promise<boolean> => {
  if (values.list || days.length < chosen.length) {
    print(USAGE);
    return values.list;
  }
  const bad: NamedDay[] = [];
  for (const day of days) if (!(await isGoodDay(day))) bad.push(day);
  print(bad.length === 0 ? `All ${days.length} days are good.` : `Not good: ${bad.join(', ')}`);
  return bad.length === 0;
};

process.exit(
  (await prove().catch((error: NodeJS.ErrnoException) => {
    const isMissing = error.code === 'ENOENT';
    print(isMissing ? 'faketime is missing: apt-get install faketime' : String(error));
    return false;
  }))
    ? 0
    : 1,
);
