import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../../subgraph.ts';
import { OwnArrangement } from './own-arrangement.ts';
import {
  changeArrangement,
  changeDocument,
  coverTold,
  givenDatedCover,
  givenWeeklyCover,
  MONDAY,
  paris,
  stepsOf,
  uncoveredIds,
} from './testing/change-arrangement.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: MONDAY });
});
afterAll(() => graph.close());

describe('a preview', () => {
  it.each([
    ['endOwnArrangement', { from: '2026-03-03' }],
    ['removeOwnArrangement', {}],
  ] as const)('of %s answers what the change will, and changes and tells nothing', async (door, given) => {
    const { arrangement, milestone, child } = await givenWeeklyCover(graph);

    const preview = await changeArrangement(graph, door, arrangement, { ...given, preview: true });

    expect(uncoveredIds(preview)).toEqual([milestone.id]);
    expect(await graph.db.findOneByOrFail(OwnArrangement, { id: arrangement.id })).toEqual(arrangement);
    expect([await coverTold(graph, child.familyId), await stepsOf(graph, arrangement.id)]).toEqual([[], []]);
    expect(await changeArrangement(graph, door, arrangement, given)).toEqual(preview);
  });
});

describe('changing an own arrangement is refused', () => {
  const dated = { startsAt: paris('2026-03-03T10:30'), endsAt: paris('2026-03-03T12:00') };

  it.each([
    ['UNKNOWN_OWN_ARRANGEMENT', 'endOwnArrangement', { from: '2026-03-03', ownArrangementId: newId() }],
    ['STALE_VERSION', 'endOwnArrangement', { from: '2026-03-03', version: 2 }],
    ['DAY_HAS_PASSED', 'endOwnArrangement', { from: '2026-03-01' }],
    ['ENDS_EARLIER_ALREADY', 'endOwnArrangement', { from: '2030-01-01' }],
    ['UNKNOWN_OWN_ARRANGEMENT', 'removeOwnArrangement', { ownArrangementId: newId() }],
    ['STALE_VERSION', 'removeOwnArrangement', { version: 2 }],
    ['UNKNOWN_OWN_ARRANGEMENT', 'correctOwnArrangement', { kind: 'FAMILY', ownArrangementId: newId() }],
    ['STALE_VERSION', 'correctOwnArrangement', { kind: 'FAMILY', dated, version: 2 }],
    ['ALREADY_BEGUN', 'correctOwnArrangement', { kind: 'FAMILY', dated }],
  ] as const)('as %s by %s', async (reason, door, given) => {
    const { arrangement } = await givenWeeklyCover(graph);

    expect(await changeArrangement(graph, door, arrangement, given)).toMatchObject({
      ownArrangement: null,
      uncoveredMilestones: [],
      refusal: { reason },
    });
  });

  it('when nothing is left to change, in the reader’s language', async () => {
    const { arrangement } = await givenDatedCover(graph);

    expect(
      (await changeArrangement(graph, 'endOwnArrangement', arrangement, { from: '2026-03-03' })).refusal,
    ).toEqual({
      reason: 'NOT_WEEKLY',
      message: 'Cette solution n’a lieu qu’une fois : retirez-la au lieu de la terminer.',
    });
    const over = { now: paris('2026-03-04T08:00') };
    expect(
      (await changeArrangement(graph, 'removeOwnArrangement', arrangement, {}, over)).refusal.reason,
    ).toBe('ALREADY_OVER');
    await changeArrangement(graph, 'removeOwnArrangement', arrangement);
    expect(
      (await changeArrangement(graph, 'removeOwnArrangement', arrangement, { version: 2 })).refusal.reason,
    ).toBe('ALREADY_REMOVED');
    const correction = { kind: 'FAMILY', dated, version: 2 };
    expect(
      (await changeArrangement(graph, 'correctOwnArrangement', arrangement, correction)).refusal.reason,
    ).toBe('ALREADY_REMOVED');
  });

  it('to advisors, and open to caseworkers', async () => {
    const { arrangement } = await givenWeeklyCover(graph);
    const input = { ownArrangementId: arrangement.id, version: 1 };

    const { errors } = await graph.query(changeDocument('removeOwnArrangement'), { input }, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(
      (await changeArrangement(graph, 'removeOwnArrangement', arrangement, {}, { as: caseworker() })).refusal,
    ).toBeNull();
  });
});
