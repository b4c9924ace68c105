/**
 * `npm run prove:denials`: what a page of families takes of the processor for who sees all of it, and for who is denied
 * a part of every family and milestone. Denials must cost nothing.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { z } from 'zod';
import { type DemoAccount, demoAccounts } from '../src/demo-accounts.ts';
import { openDevIssuer } from '../src/dev-issuer.ts';
import { runningDatabases } from '../src/embedded-databases.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { followEveryFamily } from './agencies/follow-every-family.ts';
import { type Answer, type MeasuredCity, startMeasuredCity } from './questions/measured-city.ts';

const MOST = 1;
const WARMING = 10;

const FAMILIES = 40;

/** Nothing in it is computed: who sees it all and who sees half of it make the agencies ask the same rows. */
const PAGE = `{ families(first: ${FAMILIES}) { edges { node { id reference displayName
  milestones(first: 20) { edges { node { id startsAt title place missedReason } } }
  children { id firstName lastName } } } } }`;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } });

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const tokenOf = async (city: MeasuredCity, account: DemoAccount): Promise<string> =>
  (await openDevIssuer(city.dataDir)).tokenFor(account);

const page = z.object({ families: z.object({ edges: z.array(z.unknown()) }) });
const familiesIn = ({ data }: Answer): number => page.parse(data).families.edges.length;

/** In turns, so that whatever else the machine does meets both. */
const compare = async (city: MeasuredCity): Promise<number> => {
  const { caseworker } = demoAccounts;
  // Both are shown the same families.
  await followEveryFamily((await runningDatabases(city.dataDir)).ownerUrls, [caseworker.sub]);
  const all = await tokenOf(city, caseworker);
  const part = await tokenOf(city, demoAccounts.coordinator);
  for (let round = 0; round < WARMING; round += 1) {
    await city.ask(PAGE, all);
    await city.ask(PAGE, part);
  }
  const seen: number[] = [];
  const denied: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const whole = await city.measure(PAGE, all);
    const half = await city.measure(PAGE, part);
    if (familiesIn(whole.answer) < FAMILIES || familiesIn(half.answer) < FAMILIES)
      throw new Error(`Seen ${familiesIn(whole.answer)} and ${familiesIn(half.answer)} families.`);
    if (whole.answer.codes.length > 0) throw new Error(`Not all was seen: ${whole.answer.codes}`);
    if (half.answer.codes.join() !== 'NOT_SHARED') throw new Error(`Not only denied: ${half.answer.codes}`);
    seen.push(whole.processorMs);
    denied.push(half.processorMs);
  }
  const [seenMs, deniedMs] = [median(seen), median(denied)];
  print(`all seen ${seenMs.toFixed(1)} ms, denied in part ${deniedMs.toFixed(1)} ms of processor`);
  return deniedMs / seenMs;
};

const prove = async (folder: string): Promise<number> => {
  const city = await startMeasuredCity(folder);
  try {
    return await compare(city);
  } finally {
    await city.stop();
  }
};

print(`${values.rounds} rounds, load ${loadavg()[0]?.toFixed(1)}`);
const ratio = await inTestFolder(prove);
print(`${ratio <= MOST ? '✔' : '✘'} denied ÷ seen ${ratio.toFixed(2)} (at most ${MOST})`);
process.exitCode = ratio <= MOST ? 0 : 1;
