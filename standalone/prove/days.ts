import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { runAt } from './days/faked-clock.ts';
import { isAwkward, isNamedDay, type NamedDay, namedDays } from './days/named-days.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const isOff = { type: 'boolean', default: false } as const;
const { values, positionals } = parseArgs({
  options: { list: isOff, city: isOff, all: isOff },
  allowPositionals: true,
});

const USAGE = `Usage: npm run prove:days -- [--list] [--city | --all] [${Object.keys(namedDays).join(' | ')} …]
Each day starts Relais, asks the README's question and stops; on awkward days the tests that ask the graph run as well.
--city runs no tests, --all runs them on every day.`;

/** What a test calls that asks the graph, started in whatever way. */
const ASKS_GRAPH = /\b(?:testWholeGraph|openWholeGraph|startRelais|startComposedServices)\(/;
/** It is about days: on a machine that does other things as well, nothing may fail for being slow. */
const PATIENCE = '--testTimeout=600000';

const testsOfGraph = async (): Promise<string[]> => {
  const folder = path.join(REPOSITORY, 'standalone/src');
  const names = await readdir(folder, { recursive: true });
  const found: string[] = [];
  for (const file of names.filter((name) => name.endsWith('.test.ts'))) {
    const text = await readFile(path.join(folder, file), 'utf8');
    if (ASKS_GRAPH.test(text)) found.push(`standalone/src/${file}`);
  }
  return found.sort();
};

const makesCity = (day: NamedDay) =>
  runAt(namedDays[day].at, [process.execPath, '--import', 'tsx', 'standalone/prove/days/make-city.ts']);

const passesTests = async (day: NamedDay) =>
  runAt(namedDays[day].at, [
    ...['npm', 'run', '-s', 'test:some', '--', '--silent', PATIENCE],
    ...(await testsOfGraph()),
  ]);

const wantsTests = (day: NamedDay): boolean => !values.city && (values.all || isAwkward(day));

const isGoodDay = async (day: NamedDay): Promise<boolean> => {
  print(`${day}, ${namedDays[day].at} in Paris`);
  const isMade = await makesCity(day);
  const isGood = (!wantsTests(day) || (await passesTests(day))) && isMade;
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
  // By the clock that the sources were changed by: what is compiled by another looks stale.
  await promisify(execFile)(process.execPath, ['run.mjs'], { cwd: REPOSITORY });
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
