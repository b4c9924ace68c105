/**
 * `npm run prove:seeing`: that no rule of who sees and changes what could be another without a test that fails. Each rule is
 * made wrong in memory, one slip at a time, and asked as the tests of `docs/permissions.md` ask.
 * `-- --only employment/job-seeker:read` tries the slips of some rules alone.
 */
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { Permissions } from '@relais/platform/sight/compiled.ts';
import type { Facts } from '@relais/platform/sight/condition.rules.ts';
import { print } from '@relais/platform/terminal.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { type AgencyName, everyAgency, subgraphs } from '../../subgraphs/agencies.ts';
import { letInByToken } from '../src/permissions.expected.ts';
import { startPostgres } from '../src/postgres/embedded-postgres.ts';
import { decidedByToken } from '../src/testing/seeing/by-token.ts';
import { UNKNOWN } from '../src/testing/seeing/doors.ts';
import { familyWithCanaries, type Ids, tied } from '../src/testing/seeing/family-with-canaries.ts';
import { decisionsElsewhere, decisionsWritten } from '../src/testing/seeing/rules.ts';
import { type WrittenRow, writtenTables } from '../src/testing/seeing/written-tables.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { type TestWholeGraph, testWholeGraph } from '../src/testing/test-whole-graph.ts';
import { actionMistakes, relationsAsked } from './seeing/action-mistakes.ts';
import { isAsWritten } from './seeing/agencies-written.ts';
import { explained } from './seeing/explained.ts';
import { decidedBy, factsOver } from './seeing/facts.ts';
import { relationMistakes } from './seeing/relation-mistakes.ts';
import { decidedOtherwise } from './seeing/same-for-all.ts';
import { changersMistakes, tokenMistakes } from './seeing/token-mistakes.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

type OneSubgraph = (typeof subgraphs)[number];
type Tables = Awaited<ReturnType<typeof writtenTables>>;
type Decided = ReadonlyMap<string, boolean>;

/** One mistake of a rule about families. */
type Tried = {
  readonly name: string;
  readonly agency: AgencyName;
  /** What is decided with the mistake in place. */
  decided(reader: WrittenRow, facts: Facts): Decided;
};

const count: Record<string, number> = {};
const counted = (what: string, by = 1): void => {
  count[what] = (count[what] ?? 0) + by;
};

const isAskedFor = (name: string): boolean => name.startsWith(values.only);

const ofActions = ({ name: agency, permissions }: OneSubgraph): Tried[] =>
  actionMistakes(permissions).flatMap((mistake) => {
    const name = `${agency}/${mistake.permission}: ${mistake.what}`;
    if (!isAskedFor(name)) return [];
    const { roles, onlyIfImpossible } = decidedOtherwise(permissions, mistake.permissions);
    if (roles.length === 0)
      counted(onlyIfImpossible ? 'differ only where no database can be' : 'decide the same for everybody');
    const changed = Object.entries(mistake.permissions).filter(([rule, is]) => is !== permissions[rule]);
    const rules = Object.fromEntries(changed);
    const decided: Tried['decided'] = (row, facts) => decidedBy(rules, row, facts);
    return roles.length > 0 ? [{ name, agency, decided }] : [];
  });

const ofRelations = ({ name: agency, permissions }: OneSubgraph): Tried[] =>
  relationMistakes(relationsAsked(permissions))
    .map(
      ({ of, what, wrong }): Tried => ({
        ...{ name: `${agency}/${of.name}: ${what}`, agency },
        decided: (row, facts) =>
          decidedBy(permissions, row, { ...facts, [of.name]: facts[wrong.name] ?? false }),
      }),
    )
    .filter(({ name }) => isAskedFor(name));

/** Those who are tied so, with what is written of them: of this family, and of one that they are not tied to. */
const readersOf = ({ reading, likes, ...tables }: Tables) => {
  const all = { reading, likes, ...tables };
  return [...reading.map((row) => ({ row, like: row.who })), ...likes].map(({ row, like }) => ({
    row,
    written: decisionsWritten(all, like),
    elsewhere: decisionsElsewhere(all, row),
  }));
};

const isOtherwise = (agency: AgencyName, written: ReadonlyMap<string, boolean>, decided: Decided): boolean =>
  [...decided].some(([rule, may]) => (written.get(`${agency} ${rule}`) ?? may) !== may);

const leftByDecisions = async (
  graph: TestWholeGraph,
  ids: Ids,
  tables: Tables,
  all: readonly Tried[],
): Promise<readonly Tried[]> => {
  const here = factsOver(graph, ids);
  const there = factsOver(graph, new Map([...ids, ['familyId', UNKNOWN], ['adultId', UNKNOWN]]));
  let left = all;
  for (const { row, written, elsewhere } of readersOf(tables)) {
    await tied(graph, ids, row);
    const facts = await everyAgency(
      async ({ name }) => [await here(name, row), await there(name, row)] as const,
    );
    left = left.filter(({ agency, decided }) => {
      const [ofThis, ofAnother] = facts[agency];
      const isNoticed =
        isOtherwise(agency, written, decided(row, ofThis)) ||
        isOtherwise(agency, elsewhere, decided(row, ofAnother));
      return !isNoticed;
    });
  }
  return left;
};

const notedByToken = (name: AgencyName, permissions: Permissions): boolean => {
  const written = Object.entries(letInByToken[name]).map(([rule, who]) => [rule, [...who].sort()]);
  return !isDeepStrictEqual(decidedByToken(permissions), Object.fromEntries(written));
};

const leftByToken = (): string[] =>
  subgraphs.flatMap(({ name: agency, permissions }) => {
    const all = tokenMistakes(permissions).map((mistake) => ({
      ...{ ...mistake, name: `${agency}/${mistake.permission}: ${mistake.what}` },
    }));
    const asked = all.filter(({ name }) => isAskedFor(name));
    counted('of rules that the token alone decides', asked.length);
    return asked.filter((mistake) => !notedByToken(agency, mistake.permissions)).map(({ name }) => name);
  });

const leftByAgencies = ({ agencies }: Tables): string[] =>
  subgraphs.flatMap((subgraph) => {
    const all = changersMistakes(subgraph).map((mistake) => ({
      ...{ ...mistake, name: `${subgraph.name}/${mistake.permission}: ${mistake.what}` },
    }));
    const asked = all.filter(({ name }) => isAskedFor(name));
    counted('of which agencies change something', asked.length);
    return asked.filter((mistake) => isAsWritten(subgraph, agencies, mistake)).map(({ name }) => name);
  });

const proveOver = async (graph: TestWholeGraph): Promise<string[]> => {
  const tables = await writtenTables();
  const ids = await familyWithCanaries(
    graph,
    readersOf(tables).map(({ row }) => row),
    MONDAY,
  );
  const actions = subgraphs.flatMap(ofActions);
  const relations = subgraphs.flatMap(ofRelations);
  counted('of rules about families', actions.length);
  counted('of what ties somebody to a family', relations.length);
  const left = await leftByDecisions(graph, ids, tables, [...actions, ...relations]);
  return [...left.map(({ name }) => name), ...leftByToken(), ...leftByAgencies(tables)];
};

const prove = async (folder: string): Promise<string[]> => {
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), ephemeral: true });
  process.env.TEST_POSTGRES_URL = postgres.url;
  const graph = await testWholeGraph({ patience: 200, now: MONDAY });
  try {
    return await proveOver(graph);
  } finally {
    await graph.close();
    await postgres.stop();
  }
};

const begun = performance.now();
const survivors = await inTestFolder(prove);
const whyOf = (name: string): string | undefined => explained.find(([which]) => which.test(name))?.[1];
for (const [what, number] of Object.entries(count)) print(`${number} mistakes ${what}`);
print(`${survivors.length} noticed by nobody, in ${Math.round((performance.now() - begun) / 1_000)} s`);
for (const name of survivors) print(`${whyOf(name) ? '·' : '✘'} ${name}: ${whyOf(name) ?? 'not explained'}`);
const isProved = survivors.every(whyOf);
if (isProved) print('✔ every other mistake is noticed');
process.exitCode = isProved ? 0 : 1;
