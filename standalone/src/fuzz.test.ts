import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { type Outcome, runFuzz, watchedLog } from './testing/fuzz/run-fuzz.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

/** `npm run prove:fuzz` asks more, and of other seeds. */
const SEED = 1;
const COUNT = 2_000;

const { found, logTo } = watchedLog();
let graph: TestWholeGraph;
let outcome: Outcome;
beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: MONDAY, logLevel: 'info', logTo });
  outcome = await runFuzz({ graph, seed: SEED, count: COUNT, documents: 12, now: MONDAY });
}, 900_000);
afterAll(() => graph.close());

describe(`${COUNT} random operations of everybody`, () => {
  it('are answered without a fault, and tell nobody what is withheld from them', () => {
    expect(outcome.problems).toEqual([]);
    expect(outcome.asked).toBe(COUNT);
  });

  it('are mostly carried out, and show to who may see it something of several columns', () => {
    expect(outcome.answered / COUNT).toBeGreaterThan(0.5);
    // Which and how many is drawn, and changes with the schema; that a few were met is enough to know that something was seen.
    expect(outcome.shown.size).toBeGreaterThan(2);
  });

  it('leave no line of a log that tells what was read or sent, or that is about a fault', () => {
    expect(found).toEqual([]);
  });
});
