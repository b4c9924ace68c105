import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { plantSchoolPeriods } from '../../../seeds/plant-nantes.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import {
  givenResidencePeriod,
  givenSharedResidence,
} from '../../families/shared-residence/shared-residence.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { givenWeeklyArrangement } from './own-arrangement.builder.ts';
import {
  changeArrangement,
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
  await inTransaction(graph.db, plantSchoolPeriods);
});
afterAll(() => graph.close());

const shownOf = async (childId: string) => {
  const selection = '{ ownArrangements { id from to startsOn endsOn } }';
  const { data } = await graph.resolveReferences('Child', [{ id: childId }], selection, coordinator());
  return data[0].ownArrangements;
};

describe('ending a weekly arrangement', () => {
  it('keeps it until the eve, answers the milestones that lose cover, and tells it', async () => {
    const { arrangement, milestone, child } = await givenWeeklyCover(graph);

    const as = coordinator();
    const from = { from: '2026-03-03' };
    const changed = await changeArrangement(graph, 'endOwnArrangement', arrangement, from, { as });

    expect(changed).toMatchObject({
      ownArrangement: { id: arrangement.id, version: 2, endsOn: '2026-03-02' },
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'UNCOVERED' }],
      refusal: null,
    });
    expect(await coverTold(graph, child.familyId)).toEqual(['UNCOVERED']);
    expect(await stepsOf(graph, arrangement.id)).toEqual([
      {
        kind: 'ARRANGEMENT_ENDED',
        doneBy: as.sub,
        facts: { day: '2026-03-03', weekly: { weekday: 2, from: '08:00', to: '18:00' } },
      },
    ]);
  });

  it('breaks nothing that other care covers, or that lies before', async () => {
    const { arrangement, child } = await givenWeeklyCover(graph);
    await givenBooking(graph.db, { childId: child.id });
    const { arrangement: later } = await givenWeeklyCover(graph);

    expect(
      uncoveredIds(await changeArrangement(graph, 'endOwnArrangement', arrangement, { from: '2026-03-03' })),
    ).toEqual([]);
    expect(
      uncoveredIds(await changeArrangement(graph, 'endOwnArrangement', later, { from: '2026-03-04' })),
    ).toEqual([]);
  });

  it('leaves what has passed of today, and opens the rest', async () => {
    const { arrangement, milestone, child } = await givenWeeklyCover(graph);

    const now = paris('2026-03-03T10:30');
    const changed = await changeArrangement(
      graph,
      'endOwnArrangement',
      arrangement,
      { from: '2026-03-03' },
      { now },
    );

    expect(changed.uncoveredMilestones).toEqual([{ milestone: { id: milestone.id }, status: 'PARTIAL' }]);
    expect(await shownOf(child.id)).toEqual([
      { id: arrangement.id, from: '08:00', to: '18:00', startsOn: '2025-01-01', endsOn: '2026-03-02' },
      {
        id: expect.any(String),
        from: '08:00',
        to: '10:30',
        startsOn: '2026-03-03',
        endsOn: '2026-03-03',
      },
    ]);
  });

  it('leaves nothing of one that had not begun', async () => {
    const { id: childId } = await givenChild(graph.db);
    const arrangement = await givenWeeklyArrangement(graph.db, childId, {
      weekday: 2,
      from: '08:00',
      to: '18:00',
      startsOn: Temporal.PlainDate.from('2026-03-17'),
    });

    expect(
      await changeArrangement(graph, 'endOwnArrangement', arrangement, { from: '2026-03-10' }),
    ).toMatchObject({
      ownArrangement: null,
      refusal: null,
    });
    expect(await shownOf(childId)).toEqual([]);
  });

  it('tells the other family of a child in shared residence too', async () => {
    const { arrangement, child } = await givenWeeklyCover(graph);
    const { id: familyId } = await givenFamily(graph.db);
    await givenSharedResidence(graph.db, child.id, familyId);
    const march = { startsAt: paris('2026-03-01T00:00'), endsAt: paris('2026-04-01T00:00') };
    await givenResidencePeriod(graph.db, { childId: child.id, familyId, ...march });
    const milestone = await givenKnownMilestone(graph.db, { familyId });

    const changed = await changeArrangement(graph, 'endOwnArrangement', arrangement, { from: '2026-03-03' });

    expect(uncoveredIds(changed)).toEqual([milestone.id]);
  });
});

describe('correcting an arrangement to what it says', () => {
  it('raises no version and writes no history', async () => {
    const { id: childId } = await givenChild(graph.db);
    const arrangement = await givenWeeklyArrangement(graph.db, childId, {
      kind: 'FAMILY',
      weekday: 2,
      from: '09:00',
      to: '12:00',
      startsOn: Temporal.PlainDate.from('2026-03-09'),
    });
    const { kind, weekday, from, to, startsOn, endsOn } = arrangement;
    const weekly = {
      weekday,
      from: `${from}`.slice(0, 5),
      to: `${to}`.slice(0, 5),
      startsOn: `${startsOn}`,
      endsOn: `${endsOn}`,
    };

    const answer = await changeArrangement(graph, 'correctOwnArrangement', arrangement, { kind, weekly });

    expect(answer).toMatchObject({ ownArrangement: { version: 1 }, refusal: null });
    expect(await stepsOf(graph, arrangement.id)).toEqual([]);
  });
});

describe('removing an arrangement', () => {
  it('opens the gaps that it covered; sending it again does not bring it back', async () => {
    const { arrangement, milestone, child } = await givenDatedCover(graph);

    const changed = await changeArrangement(graph, 'removeOwnArrangement', arrangement, {
      reason: ' Grand-mère malade ',
    });

    expect(changed).toEqual({
      ownArrangement: null,
      removed: {
        id: arrangement.id,
        startsAt: arrangement.startsAt?.toISOString(),
        endsAt: arrangement.endsAt?.toISOString(),
      },
      refusal: null,
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'UNCOVERED' }],
    });
    expect(await shownOf(child.id)).toEqual([]);
    expect(await stepsOf(graph, arrangement.id)).toMatchObject([
      { kind: 'ARRANGEMENT_REMOVED', facts: { reason: 'Grand-mère malade' } },
    ]);
    const dated = { startsAt: arrangement.startsAt, endsAt: arrangement.endsAt };
    const again = { id: arrangement.id, childId: child.id, kind: 'FAMILY', dated };
    const record =
      'mutation ($again: RecordOwnArrangementInput!) { recordOwnArrangement(input: $again) { ownArrangement { id } } }';
    const { data } = await graph.query(record, { again }, caseworker());
    expect(data.recordOwnArrangement.ownArrangement).toEqual({ id: arrangement.id });
    expect(await shownOf(child.id)).toEqual([]);
  });

  it('keeps what has passed of one under way', async () => {
    const { arrangement, milestone } = await givenDatedCover(graph);

    const changed = await changeArrangement(
      graph,
      'removeOwnArrangement',
      arrangement,
      {},
      { now: paris('2026-03-03T10:30') },
    );

    expect(changed).toMatchObject({
      ownArrangement: { endsAt: paris('2026-03-03T10:30').toISOString(), version: 2 },
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'PARTIAL' }],
    });
  });
});

describe('correcting an arrangement', () => {
  it('changes its times, its kind, and the cover', async () => {
    const { arrangement, milestone, child } = await givenDatedCover(graph);
    const dated = { startsAt: paris('2026-03-03T10:30'), endsAt: paris('2026-03-03T12:00') };

    const changed = await changeArrangement(graph, 'correctOwnArrangement', arrangement, {
      kind: 'OTHER',
      dated,
    });

    expect(changed).toMatchObject({
      ownArrangement: { kind: 'OTHER', startsAt: dated.startsAt.toISOString(), version: 2 },
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'PARTIAL' }],
      refusal: null,
    });
    expect(await coverTold(graph, child.familyId)).toEqual(['PARTIAL']);
    const weekly = {
      weekday: 2,
      from: '08:00',
      to: '12:00',
      startsOn: '2026-03-03',
      endsOn: '2026-03-31',
    };
    const asWeekly = { version: 2, kind: 'SCHOOL', weekly };
    expect(await changeArrangement(graph, 'correctOwnArrangement', arrangement, asWeekly)).toMatchObject({
      ownArrangement: { kind: 'SCHOOL', startsAt: null, weekday: 2, from: '08:00' },
      uncoveredMilestones: [],
    });
  });
});
