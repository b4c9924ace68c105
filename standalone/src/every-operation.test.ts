import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { operationText } from './operations.ts';
import { benefitsRuns } from './testing/operation-runs/benefits-runs.ts';
import { breakGlassRuns } from './testing/operation-runs/break-glass-runs.ts';
import { careRuns, registrationRuns } from './testing/operation-runs/care-runs.ts';
import { directoryRuns } from './testing/operation-runs/directory-runs.ts';
import { familyRuns } from './testing/operation-runs/family-runs.ts';
import { departureRuns, householdRuns } from './testing/operation-runs/household-runs.ts';
import { jobSearchRuns, returnRuns } from './testing/operation-runs/job-search-runs.ts';
import { ali, lea, type OperationRuns } from './testing/operation-runs/operation-run.ts';
import { requestRuns } from './testing/operation-runs/request-runs.ts';
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
  ...householdRuns,
  ...familyRuns,
  ...returnRuns,
  ...departureRuns,
];
const files = readdirSync(OPERATIONS).map((file) => file.replace(/\.graphql$/, ''));

let graph: TestWholeGraph;
const MONDAY = new Date('2026-03-02T09:00:00+01:00');
const known: Record<string, string | number> = {};

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY });
  await inTransaction(graph.agencies['early-childhood'].db.manager, plantNantes);
  for (const colleague of [ali, lea]) await graph.signIn(colleague);
}, 60_000);
afterAll(() => graph.close());

/** A telling may cause another agency to tell something in turn. */
const drained = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) {
    for (const agency of Object.values(graph.agencies)) await agency.drained();
  }
};

it('every documented operation has its place in the story', () => {
  expect([...new Set(runs.map(([file]) => file))].sort()).toEqual(files.sort());
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

it.each(runs)('%s answers', async (file, { as, at, variables, learn }) => {
  if (at) graph.setNow(new Date(at));
  const document = await operationText(file);
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
