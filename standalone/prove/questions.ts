import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { supergraphSchema } from '@relais/gateway/limits/alias-rule.ts';
import { listSizesOf, plainLists } from '@relais/gateway/limits/list-sizes.ts';
import { print } from '@relais/platform/terminal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { buildSchema } from 'graphql';
import { randomOf } from '../src/demo/random.ts';
import { demoAccounts } from '../src/demo-accounts.ts';
import { openDevIssuer } from '../src/dev-issuer.ts';
import { runningDatabases } from '../src/embedded-databases.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { followEveryFamily } from './agencies/follow-every-family.ts';
import { argumentWriter, type Pick } from './questions/arguments.ts';
import { knownValues } from './questions/known-values.ts';
import { type MeasuredCity, startMeasuredCity } from './questions/measured-city.ts';
import type { Lengths } from './questions/observe-lists.ts';
import { askedAgain, bounds, searchDearest, type Tried } from './questions/search.ts';

const SHOWN = 700;
const KIB = 1_024;
const OFTEN = 0.95;

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, tries: { type: 'string', default: '400' } },
});
const random = randomOf(Number(values.seed));
const pick: Pick = (items) => items[random.between(0, items.length - 1)];
const SCHEMA = new URL('../../schema/', import.meta.url);
const api = buildSchema(readFileSync(new URL('api.graphql', SCHEMA), 'utf8'));
const supergraph = supergraphSchema(readFileSync(new URL('supergraph.graphql', SCHEMA), 'utf8'));

const roles = ['caseworker', 'coordinator', 'advisor', 'auditor'] as const;

const tokensOf = async (city: MeasuredCity): Promise<string[]> => {
  const issuer = await openDevIssuer(city.dataDir);
  return Promise.all(roles.map((role) => issuer.tokenFor(demoAccounts[role])));
};

const describe = (
  { longestMs, moreMiB, processorMs, answer, text }: Tried,
  role: string | undefined,
): string =>
  `${longestMs.toFixed(0)} ms unheard, ${processorMs.toFixed(0)} ms of processor, ${moreMiB.toFixed(0)} MiB more; ` +
  `${(answer.bytes / KIB).toFixed(0)} KiB after ${answer.ms.toFixed(0)} ms ${answer.codes.join(' ')} (${role})\n  ${text.slice(0, SHOWN)}`;

const problemsOf = ({ longestMs, moreMiB, answer }: Tried): string[] => [
  ...(answer.codes.includes('TOO_MANY_REQUESTS')
    ? ['asked again, it was turned away: that shows nothing']
    : []),
  ...(longestMs > bounds.longestMs ? [`nobody was heard for ${longestMs.toFixed(0)} ms`] : []),
  ...(moreMiB > bounds.moreMiB ? [`${moreMiB.toFixed(0)} MiB more were held`] : []),
];

/** Each list as it is declared and as it was met, so that whoever declares one can look. */
const tellLists = (lengths: Lengths): void => {
  for (const [field, declared] of plainLists(supergraph)) {
    const met = (lengths.get(field) ?? []).toSorted((one, other) => one - other);
    if (met.length === 0) continue;
    const mean = met.reduce((sum, each) => sum + each, 0) / met.length;
    const often = met[Math.floor(met.length * OFTEN)];
    print(
      `  ${field.padEnd(44)} declared ${declared}, mean ${mean.toFixed(1)}, 95 % ≤ ${often}, most ${met.at(-1)} (${met.length} met)`,
    );
  }
};

const proveIn = async (city: MeasuredCity): Promise<string[]> => {
  const { caseworker, advisor } = demoAccounts;
  // The dearest question is asked by whoever may read the most.
  await followEveryFamily((await runningDatabases(city.dataDir)).ownerUrls, [caseworker.sub, advisor.sub]);
  const tokens = await tokensOf(city);
  const given = await knownValues(city, tokens[0] ?? '', dayOf(new Date()));
  const { dearest, lengths } = await searchDearest(Number(values.tries), {
    city,
    tokens,
    api,
    pick,
    listSizes: listSizesOf(supergraph),
    writeArguments: argumentWriter(given, pick),
    next: () => random.next(),
    tell: print,
  });
  tellLists(lengths);
  const problems: string[] = [];
  for (const tried of dearest) {
    const least = await askedAgain(tried, city);
    print(describe(least, roles[tokens.indexOf(tried.token)]));
    problems.push(...problemsOf(least));
  }
  return problems;
};

/** `npm run prove:questions -- [--tries 400] [--seed 1]` */
const prove = async (folder: string): Promise<string[]> => {
  const city = await startMeasuredCity(folder);
  try {
    return await proveIn(city);
  } finally {
    await city.stop();
  }
};

print(
  `Seed ${values.seed}: ${values.tries} questions that the limits permit, load ${loadavg()[0]?.toFixed(1)}`,
);
const problems = await inTestFolder(prove);
for (const problem of problems) print(`✘ ${problem}`);
if (problems.length === 0) print('✔ no question that is permitted stops the others');
process.exitCode = problems.length === 0 ? 0 : 1;
