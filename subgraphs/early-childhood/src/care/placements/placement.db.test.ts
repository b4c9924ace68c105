import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../../subgraph.ts';
import { givenPlacement } from './placement.builder.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

describe('a placement', () => {
  it('tells its child, place and weekly hours', async () => {
    const placement = await givenPlacement(graph.db);

    const { data } = await graph.query(
      `query ($id: ID!) { placement(id: $id) {
        child { id } family { id } section { id } status kind startsOn endsOn isInsertionContract weeklyHours
        weeklyPattern { weekday from to } } }`,
      { id: placement.id },
      caseworker(),
    );

    expect(data.placement).toMatchObject({
      child: { id: placement.childId },
      family: { id: placement.familyId },
      section: { id: placement.sectionId },
      startsOn: '2026-01-05',
      weeklyHours: 17.5,
      weeklyPattern: expect.arrayContaining([{ weekday: 1, from: '08:30', to: '12:00' }]),
    });
  });
});
