import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { FastWay } from '@relais/gateway/plan/fast-way.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { buildSchema, Kind, parse, visit } from 'graphql';
import { familyFileVariables, operationText } from './operations.ts';
import { openBothWays } from './testing/both-ways.ts';
import { benefitsRuns } from './testing/operation-runs/benefits-runs.ts';
import { breakGlassRuns } from './testing/operation-runs/break-glass-runs.ts';
import { careRuns, registrationRuns } from './testing/operation-runs/care-runs.ts';
import { cityRuns } from './testing/operation-runs/city-runs.ts';
import { directoryRuns } from './testing/operation-runs/directory-runs.ts';
import { familyRuns } from './testing/operation-runs/family-runs.ts';
import {
  departureRuns,
  householdRuns,
  requestToRegisterRuns,
} from './testing/operation-runs/household-runs.ts';
import { jobSearchRuns, returnRuns } from './testing/operation-runs/job-search-runs.ts';
import { lifeRuns } from './testing/operation-runs/life-runs.ts';
import { ali, lea, maud, type OperationRuns, pascal, zoe } from './testing/operation-runs/operation-run.ts';
import { confirmationRuns, requestRuns } from './testing/operation-runs/request-runs.ts';
import { type Answer, type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';
import { accessesDuring } from './testing/who-saw/access-rows.ts';
import { type Given, givenIn } from './testing/who-saw/families-in-answer.ts';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

/** One story in which every documented operation is used, each with what those before it answered. */
const runs: OperationRuns = [
  ...directoryRuns,
  ...registrationRuns,
  ...breakGlassRuns,
  ...benefitsRuns,
  ...jobSearchRuns,
  ...careRuns,
  ...requestRuns,
  ...lifeRuns,
  ...cityRuns,
  ...householdRuns,
  ...familyRuns,
  ...returnRuns,
  ...confirmationRuns,
  ...departureRuns,
  ...requestToRegisterRuns,
];
const files = readdirSync(OPERATIONS).map((file) => file.replace(/\.graphql$/, ''));

type Variables = Readonly<Record<string, unknown>>;

let graph: TestWholeGraph;
let ways: Awaited<ReturnType<typeof openBothWays>>;
const MONDAY = new Date('2026-03-02T09:00:00+01:00');
const known: Record<string, string | number> = {};

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  await inTransaction(graph.agencies['early-childhood'].db.manager, plantNantes);
  for (const colleague of [ali, lea]) await graph.signIn(colleague);
  ways = await openBothWays(graph);
}, 60_000);
afterAll(async () => {
  await ways.close();
  await graph.close();
});

/** A telling may cause another agency to tell something in turn. */
const drained = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) {
    for (const agency of Object.values(graph.agencies)) await agency.drained();
  }
};

it('every documented operation has its place in the story', () => {
  expect([...new Set(runs.map(([file]) => file))].sort()).toEqual(files.sort());
});

it('every query and mutation of the contract is in a documented operation', async () => {
  const api = buildSchema(await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
  const doors = [api.getQueryType(), api.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  const asked = new Set<string>();
  for (const file of files)
    visit(parse(await operationText(file)), {
      OperationDefinition: ({ selectionSet: { selections } }) => {
        for (const selection of selections)
          if (selection.kind === Kind.FIELD) asked.add(selection.name.value);
      },
    });
  expect(doors.filter((door) => !asked.has(door))).toEqual([]);
});

/** What an answer tells of a family, without a row at the agency that told it. */
const unwritten = async (
  document: string,
  data: unknown,
  accesses: Awaited<ReturnType<typeof accessesDuring>>,
): Promise<string[]> => {
  const given = await givenIn(graph, document, data);
  const all = Object.values(accesses).flat();
  // Whoever answers a record of it tells whose it is; the family itself is told by whom it is asked of.
  const rowsFor = ({ what, agency }: Given) => (what === 'Family.id' ? all : accesses[agency]);
  const isWritten = (each: Given) =>
    rowsFor(each).some(({ family, outcome }) => outcome !== 'DENIED' && each.families.includes(family));
  return [
    ...new Set(given.filter((each) => !isWritten(each)).map(({ what, agency }) => `${what} of ${agency}`)),
  ];
};

/** Which way a question goes. */
const found = jest.spyOn(FastWay.prototype, 'find');
const roles = [zoe, maud, ali, pascal] as const;
/** What it answers grows by each time that it is asked. */
const TELLS_OF_ITSELF = 'family-accesses';

/** What each agency writes down, but for the request. */
const written = async (ask: () => Promise<string>) => {
  let answer = '';
  const rows = await accessesDuring(graph, async () => {
    answer = await ask();
  });
  const told = Object.entries(rows).map(([agency, all]) => [
    agency,
    all.map((row) => JSON.stringify({ ...row, request: '' })).sort(),
  ]);
  return { answer, rows: Object.fromEntries(told) };
};

/**
 * Whoever asks it, well or badly: what goes the fast way, through gateway and agencies, is answered and written down as what
 * goes the ordinary one.
 */
const expectSameBothWays = async (query: string, variables: Variables): Promise<void> => {
  if (/^mutation\b/m.test(query)) return;
  const asked = { query, variables };
  for (const as of roles) {
    const expected = await ways.ordinary(asked, as);
    expect(await ways.fast(asked, as)).toBe(expected);
  }
  const expected = await written(() => ways.ordinary(asked, roles[0]));
  expect(await written(() => ways.fast(asked, roles[0]))).toEqual(expected);
  const nothing = Object.fromEntries(Object.keys(variables).map((name) => [name, null]));
  const empty = { query, variables: nothing };
  expect(await ways.fast(empty, zoe)).toBe(await ways.ordinary(empty, zoe));
  expect(found.mock.results.at(-1)?.value).toBeDefined();
};

it.each(runs)('%s answers', async (file, { as, at, variables, learn }) => {
  if (at) graph.setNow(new Date(at));
  const document = await operationText(file);
  if (file !== TELLS_OF_ITSELF) await expectSameBothWays(document, variables(known));
  let answer: Answer | undefined;
  const accesses = await accessesDuring(graph, async () => {
    answer = await graph.ask(document, variables(known), as);
  });
  const { data, errors } = answer ?? { data: null, errors: [] };
  expect(errors).toEqual([]);
  const [answered] = Object.values<{ refusal?: unknown } | null>(data);
  expect(answered).toEqual(expect.anything());
  expect(answered?.refusal ?? null).toBeNull();
  expect(await unwritten(document, data, accesses)).toEqual([]);
  Object.assign(known, learn?.(data));
  await drained();
});

it('people of different rights who send the same text at once are each answered as when they are alone', async () => {
  const variables = familyFileVariables('NAN-000001', dayOf(MONDAY));
  const asked = { query: await operationText('family-file'), variables };
  const alone: string[] = [];
  for (const as of roles) alone.push(await ways.ordinary(asked, as));
  expect(new Set(alone).size).toBeGreaterThan(1);
  const together = await Promise.all([...roles, ...roles].map((as) => ways.fast(asked, as)));
  expect(together).toEqual([...alone, ...alone]);
});
