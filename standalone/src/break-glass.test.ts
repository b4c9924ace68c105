import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { agencyNames } from '../../subgraphs/agencies.ts';
import { breakGlassOver } from './testing/break-glass-over.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';
import { accessesDuring } from './testing/who-saw/access-rows.ts';

const NINE = new Date('2026-03-02T09:00:00+01:00');
const nora: TestUser = { ...caseworker('nora'), auth_time: NINE.getTime() / 1_000 };

let graph: TestWholeGraph;
beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20, now: NINE });
}, 60_000);
afterAll(() => graph.close());

/** On a busy machine the answer does not wait long enough. */
const drained = async () => {
  for (const agency of Object.values(graph.agencies)) await agency.drained();
};

const COUNT = "select count(*)::int as count from followers where relation = 'BREAK_GLASS'";

describe('breaking the glass', () => {
  it('opens the file at all three agencies, and closes it at all three to the second', async () => {
    const { register, breakGlass, read } = breakGlassOver(graph.ask, 'Diallo');
    const reference = await register();
    expect(await read(reference, nora)).toEqual([]);
    const { access } = await breakGlass(nora);
    await drained();
    expect(access.until).toBe('2026-03-02T08:15:00.000Z');

    const accesses = await accessesDuring(graph, async () => {
      expect(await read(reference, nora)).toEqual(agencyNames);
    });
    for (const name of agencyNames)
      expect([name, accesses[name].map(({ outcome, relation }) => `${outcome} ${relation}`)]).toEqual([
        name,
        ['SEEN BREAK_GLASS'],
      ]);

    graph.setNow(new Date('2026-03-02T08:14:59.999Z'));
    expect(await read(reference, nora)).toEqual(agencyNames);
    // Nobody tells anything at that moment: each agency goes by its own clock.
    graph.setNow(new Date('2026-03-02T08:15:00Z'));
    expect(await read(reference, nora)).toEqual([]);
    graph.setNow(NINE);
  });

  it('is ended by whoever did it, at all three agencies', async () => {
    const { register, breakGlass, read, end } = breakGlassOver(graph.ask, 'Kone');
    const reference = await register();
    const { access } = await breakGlass(nora);
    await drained();
    const before = await Promise.all(agencyNames.map((name) => graph.agencies[name].db.query(COUNT)));
    expect(await read(reference, nora)).toEqual(agencyNames);
    expect(await end(access, nora)).toMatchObject({ refusal: null });
    await drained();
    expect(await read(reference, nora)).toEqual([]);
    const after = await Promise.all(agencyNames.map((name) => graph.agencies[name].db.query(COUNT)));
    expect(after).toEqual(before.map(([{ count }]) => [{ count: count - 1 }]));
  });
});
