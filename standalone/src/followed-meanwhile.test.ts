import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { followMeanwhile, teamOver } from './testing/follow-meanwhile.ts';
import { readMeanwhile } from './testing/read-meanwhile.ts';
import { restrictMeanwhile } from './testing/restrict-meanwhile.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

let graph: TestWholeGraph;
beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20 });
}, 60_000);
afterAll(() => graph.close());

it('nobody who was removed is a follower anywhere after the answer, and nobody who joined waits', async () => {
  const { right, wrong } = await followMeanwhile(graph.ask, graph.databases.ownerUrls, 8);
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThan(100);
}, 60_000);

it('through the graph nobody who was removed is told a value of any agency, and whoever joined is told all', async () => {
  const { whole, empty, wrong } = await readMeanwhile(graph.ask, graph.now(), 3);
  expect(wrong).toEqual([]);
  expect(Math.min(whole, empty)).toBeGreaterThan(20);
}, 120_000);

it('nobody but who is named is shown a restricted file after the answer, in part or at all, and all again once it is lifted', async () => {
  const familyId = await teamOver(graph.ask).register();
  const { right, wrong } = await restrictMeanwhile(graph.ask, familyId, 4);
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThan(5);
}, 120_000);

it('whoever registers a family follows it in every agency from the answer on', async () => {
  const familyId = await teamOver(graph.ask).register();
  for (const agency of Object.values(graph.agencies)) {
    const rows = await agency.db.query('select sub, relation from followers where family_id = $1', [
      familyId,
    ]);
    expect(rows).toEqual([{ sub: 'lead-meanwhile', relation: 'TEAM' }]);
  }
});
