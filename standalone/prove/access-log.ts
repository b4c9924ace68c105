/**
 * `npm run prove:access-log`: what a family file takes with the access log and without it, in turns in one process, so that
 * whatever else the machine does meets both.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { demoAccounts } from '../src/demo-accounts.ts';
import { openDevIssuer } from '../src/dev-issuer.ts';
import { runningDatabases } from '../src/embedded-databases.ts';
import { familyFileVariables, operationText } from '../src/operations.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { followEveryFamily } from './agencies/follow-every-family.ts';
import { type MeasuredCity, startMeasuredCity } from './questions/measured-city.ts';

const MOST = 1.2;
const WARMING = 40;
const FAMILIES = 100;
const MOST_TRIES = 10;
/** So that nobody asks more in a minute than one may. */
const PEOPLE = 20;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '400' } } });

type Took = { readonly ms: number[]; readonly processorMs: number[] };

const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * part)] ?? 0;

const tokensIn = async ({ dataDir }: MeasuredCity): Promise<string[]> => {
  const subs = Array.from({ length: PEOPLE }, (_, index) => `desk-${index}`);
  await followEveryFamily((await runningDatabases(dataDir)).ownerUrls, subs);
  const issuer = await openDevIssuer(dataDir);
  return Promise.all(subs.map((sub) => issuer.tokenFor({ ...demoAccounts.caseworker, sub })));
};

/** Opens one file after the other, each as another person, and says what it took. */
const openingIn = async (city: MeasuredCity) => {
  const tokens = await tokensIn(city);
  const file = await operationText('family-file');
  const today = dayOf(new Date());
  let asked = 0;
  const next = async () => {
    asked += 1;
    const reference = `NAN-${String((asked % FAMILIES) + 1).padStart(6, '0')}`;
    return city.measure(file, tokens[asked % PEOPLE] ?? '', familyFileVariables(reference, today));
  };
  return async (isLogging: boolean, into: Took): Promise<void> => {
    await city.logs(isLogging);
    let measured = await next();
    // On a busy machine an agency may miss its time: half of a file measures nothing.
    for (let tried = 1; measured.answer.codes.length > 0; tried += 1) {
      if (tried > MOST_TRIES) throw new Error(`Not all was seen: ${measured.answer.codes}`);
      measured = await next();
    }
    into.ms.push(measured.answer.ms);
    into.processorMs.push(measured.processorMs);
  };
};

const took = (): Took => ({ ms: [], processorMs: [] });

const compare = async (city: MeasuredCity) => {
  const open = await openingIn(city);
  for (let round = 0; round < WARMING; round += 1) await open(round % 2 === 0, took());
  const [logged, bare] = [took(), took()];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const isFirst = round % 2 === 0;
    // Neither always comes first.
    await open(isFirst, isFirst ? logged : bare);
    await open(!isFirst, isFirst ? bare : logged);
  }
  return { logged, bare };
};

const line = (what: string, logged: number, bare: number): number => {
  print(
    `${what}: ${logged.toFixed(1)} ms with, ${bare.toFixed(1)} ms without, ${(logged / bare).toFixed(2)}`,
  );
  return logged / bare;
};

const prove = async (folder: string): Promise<number> => {
  const city = await startMeasuredCity(folder);
  try {
    const { logged, bare } = await compare(city);
    line('p50', quantile(logged.ms, 0.5), quantile(bare.ms, 0.5));
    line('processor', quantile(logged.processorMs, 0.5), quantile(bare.processorMs, 0.5));
    return line('p95', quantile(logged.ms, 0.95), quantile(bare.ms, 0.95));
  } finally {
    await city.stop();
  }
};

print(`${values.rounds} family files each, load ${loadavg()[0]?.toFixed(1)}`);
const ratio = await inTestFolder(prove);
print(`${ratio <= MOST ? '✔' : '✘'} p95 with ÷ without the access log ${ratio.toFixed(2)} (at most ${MOST})`);
process.exitCode = ratio <= MOST ? 0 : 1;
