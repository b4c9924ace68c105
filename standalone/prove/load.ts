import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type DevIssuer, openDevIssuer } from '../src/dev-issuer.ts';
import { runningDatabases } from '../src/embedded-databases.ts';
import { familyFileVariables, operationText } from '../src/operations.ts';
import { findPostgresHome } from '../src/postgres/postgres-home.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { followEveryFamily } from './agencies/follow-every-family.ts';
import type { Attack, Target } from './load/attack.ts';
import { attacks } from './load/attacks.ts';
import { type CityProcess, startCity } from './load/city-process.ts';
import { type Desk, NO_FAMILY, work } from './load/honest.ts';
import { compare, type Measuring } from './load/prove-load.ts';
import { type Comparison, type Figures, measuresOf, missedBounds } from './load/verdict.ts';

const FAMILIES = 143;
const ATTACKERS = 8;
const PEOPLE_AT_DESK = 10;
const WARM_UP_MS = 5_000;

const { values } = parseArgs({
  options: {
    attack: { type: 'string', default: '' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    desks: { type: 'string', default: '6' },
  },
});

type AskingRole = 'CASEWORKER' | 'CARE_COORDINATOR' | 'INTEGRATOR';

const professional = (sub: string, role: AskingRole) => ({
  sub,
  name: 'Measured Person',
  role,
  agency: role === 'CASEWORKER' ? 'departement-44' : 'ville-de-nantes',
  title: role,
});

const subsOf = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${kind}-${index}`);

const tokensFor = (issuer: DevIssuer, subs: readonly string[], role: AskingRole) =>
  Promise.all(subs.map((sub) => issuer.tokenFor(professional(sub, role))));

/** Who opens the files, and who attacks as one of them: they follow the families of this city. */
const desks = Number(values.desks);
const peopleAtDesks = subsOf('desk', desks * PEOPLE_AT_DESK);
const attackingCaseworkers = subsOf('attacker', ATTACKERS);

const desksAt = async (url: string, issuer: DevIssuer): Promise<Desk[]> => {
  const query = await operationText('family-file');
  const today = dayOf(new Date());
  let asked = 0;
  const nextBody = () => {
    asked += 1;
    const reference = `NAN-${String((asked % FAMILIES) + 1).padStart(6, '0')}`;
    return JSON.stringify({ query, variables: familyFileVariables(reference, today) });
  };
  const tokens = await tokensFor(issuer, peopleAtDesks, 'CASEWORKER');
  return Array.from({ length: desks }, (_, desk) => {
    let turn = 0;
    const nextToken = () => {
      turn += 1;
      return tokens[desk * PEOPLE_AT_DESK + (turn % PEOPLE_AT_DESK)] ?? '';
    };
    return { url, nextToken, nextBody };
  });
};

type Urls = Awaited<ReturnType<typeof runningDatabases>>['ownerUrls'];

const targetAt = async (url: string, ownerUrls: Urls, issuer: DevIssuer): Promise<Target> => ({
  url,
  tokens: {
    caseworkers: await tokensFor(issuer, attackingCaseworkers, 'CASEWORKER'),
    coordinators: await tokensFor(issuer, subsOf('attacking-coordinator', ATTACKERS), 'CARE_COORDINATOR'),
    machines: await tokensFor(issuer, subsOf('machine', ATTACKERS), 'INTEGRATOR'),
  },
  ownerUrls,
  today: dayOf(new Date()).toString(),
});

const line = (what: string, { requests, p50, p99, lost, reasons }: Figures): string => {
  const why = lost > 0 ? ` ${JSON.stringify(reasons)}` : '';
  return `  ${what.padEnd(9)} ${String(requests).padStart(5)} requests, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, lost ${lost}${why}`;
};

const report = (attack: Attack, comparison: Comparison): string => {
  const { p50Ratio, p99Ratio, processorMs, memoryMiB } = measuresOf(comparison);
  return [
    `${attack.name}: ${JSON.stringify(comparison.tally)}`,
    line('quiet', comparison.quiet),
    ...(comparison.aside ? [line('aside', comparison.aside)] : []),
    line('attacked', comparison.attacked),
    `  ratio     p50 ${p50Ratio.toFixed(2)}, p99 ${p99Ratio.toFixed(2)}; server ${processorMs.toFixed(2)} ms of processor each, ${memoryMiB.toFixed(0)} MiB more; load ${loadavg()[0]?.toFixed(1)}`,
  ].join('\n');
};

const proveAll = async (measuring: Measuring): Promise<string[]> => {
  const chosen = attacks.filter(({ name }) => name.includes(values.attack));
  const problems: string[] = [];
  for (const attack of chosen) {
    const comparison = await compare(attack, measuring);
    print(report(attack, comparison));
    const missed = missedBounds(attack.bounds, comparison);
    for (const each of missed) print(`  ✘ ${each}`);
    problems.push(...missed);
  }
  return chosen.length === 0 ? [`No attack is called "${values.attack}".`] : problems;
};

const proveIn = async (city: CityProcess, folder: string): Promise<string[]> => {
  const { dataDir } = await findPostgresHome(folder);
  const issuer = await openDevIssuer(dataDir);
  const { ownerUrls } = await runningDatabases(folder);
  await followEveryFamily(ownerUrls, [...peopleAtDesks, ...attackingCaseworkers]);
  const opened = await desksAt(city.url, issuer);
  const { lost } = await work(opened, WARM_UP_MS);
  // Who follows nobody is answered quickly, and measures nothing.
  const unseen = lost[NO_FAMILY] ?? 0;
  if (unseen > 0) throw new Error(`${unseen} family files were asked for by who does not see them.`);
  const target = await targetAt(city.url, ownerUrls, issuer);
  const { seconds, rounds } = values;
  return proveAll({ city, desks: opened, target, folder, seconds: Number(seconds), rounds: Number(rounds) });
};

/** `npm run prove:load -- [--attack half-sent] [--seconds 10] [--rounds 3] [--desks 6]` */
const prove = async (folder: string): Promise<string[]> => {
  const city = await startCity(folder);
  try {
    return await proveIn(city, folder);
  } finally {
    await city.stop();
    const { dataDir } = await findPostgresHome(folder);
    await rm(dataDir, { recursive: true, force: true });
  }
};

print(
  `${values.desks} desks open family files, ${values.rounds} times ${values.seconds} s without and with each attack`,
);
const problems = await inTestFolder(prove);
if (problems.length === 0) print('✔ nobody stopped the others');
process.exitCode = problems.length === 0 ? 0 : 1;
