import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { givenDistrict } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenAdult, givenChild, givenFamily } from './family.builder.ts';
import type { Family } from './family.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

describe('the statements of a family file', () => {
  const FILE = `query ($search: String!, $from: DateTime!, $to: DateTime!) {
    families(search: $search, first: 100) { edges { node {
      reference displayName district { name }
      adults { firstName }
      children { firstName family { id }
        placements { status weeklyHours section { name centre { name district { name } } } }
        bookings(from: $from, to: $to) { startsAt section { centre { name } } } }
    } } }
  }`;

  const givenFile = async (displayName: string): Promise<Family> => {
    const family = await givenFamily(graph.db, {
      displayName,
      districtId: (await givenDistrict(graph.db)).id,
    });
    await givenAdult(graph.db, { familyId: family.id });
    for (const _child of [1, 2]) {
      const { id: childId } = await givenChild(graph.db, { familyId: family.id });
      await givenPlacement(graph.db, { childId, familyId: family.id });
      await givenBooking(graph.db, { childId });
    }
    return family;
  };

  const ask = (search: string) => {
    const variables = { search, from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
    return graph.query(FILE, variables, coordinator());
  };

  it('are as many for 20 families as for one, and 9 at most', async () => {
    await givenFile('Solitaire');
    for (let made = 0; made < 20; made += 1) await givenFile(`Nombreuse ${made}`);
    const { data } = await ask('nombreuse');
    expect(data.families.edges).toHaveLength(20);
    expect(data.families.edges[0].node.children[1].bookings[0].section.centre.name).toBe('Les Ribambelles');

    const forOne = await graph.statements(() => ask('solitaire'));
    const forMany = await graph.statements(() => ask('nombreuse'));

    expect(forMany).toBe(forOne);
    expect(forOne).toBeLessThanOrEqual(9);
  });
});
