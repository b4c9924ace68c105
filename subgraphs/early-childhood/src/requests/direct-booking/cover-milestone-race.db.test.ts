import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { subgraph } from '../../subgraph.ts';
import { askToCover, givenInterview, givenOnlySection } from './testing/ask-to-cover.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const bookings = async (): Promise<number> =>
  (await graph.db.query('select count(*)::int as n from bookings'))[0].n;

describe('two who cover at the same moment', () => {
  it('get the last place once; the other is told the alternatives, and nothing is half booked', async () => {
    for (let round = 0; round < 5; round += 1) {
      await givenOnlySection(graph, { authorisedPlaces: 2 });
      const interviews = [await givenInterview(graph, 2), await givenInterview(graph, 2)];
      const before = await bookings();

      const answers = await Promise.all(interviews.map(({ milestone }) => askToCover(graph, milestone)));

      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
      const [winner] = answers.filter((answer) => answer.bookings);
      const [loser] = answers.filter((answer) => answer.refusal);
      expect(winner.bookings).toHaveLength(2);
      expect(loser.refusal.reason).toBe('NO_OPTION');
      expect(loser.alternatives).toHaveLength(2);
      expect(await bookings()).toBe(before + 2);
    }
  });

  it('cover one milestone once', async () => {
    await givenOnlySection(graph);
    const { milestone } = await givenInterview(graph);

    const answers = await Promise.all([1, 2, 3].map(() => askToCover(graph, milestone)));

    const reasons = answers.map(({ refusal }) => refusal?.reason ?? 'BOOKED');
    expect(reasons.toSorted()).toEqual(['BOOKED', 'NOTHING_TO_COVER', 'NOTHING_TO_COVER']);
  });
});
