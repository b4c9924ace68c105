import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import {
  givenResidencePeriod,
  givenSharedResidence,
} from '../../families/shared-residence/shared-residence.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { askToCover, givenInterview, givenOnlySection } from './testing/ask-to-cover.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const GAP_OPTIONS = `{ childcareCover { gaps { options { section { id } reasons { criterion sentence } } } } }`;

const bookedFor = async (milestoneId: string): Promise<number> =>
  (await graph.db.query('select count(*)::int as n from bookings where milestone_id = $1', [milestoneId]))[0]
    .n;

const REQUESTS = `query ($id: ID!) { child(id: $id) {
  careRequests { kind status emergencyReason firstDay stretches { startsAt endsAt } history { kind doneBy } }
  bookings(from: "2026-03-03T00:00:00+01:00", to: "2026-03-04T00:00:00+01:00") { explanation { score reasons { criterion sentence } } } } }`;
const requestsOf = async (id: string | undefined) =>
  (await graph.query(REQUESTS, { id }, caseworker())).data.child;

const reasonOf = async (...asked: Parameters<typeof askToCover>) =>
  (await askToCover(...asked)).refusal?.reason;

describe('covering a milestone', () => {
  it('books every child, in one centre if it can, and tells the other agencies', async () => {
    const { id: sectionId } = await givenOnlySection(graph);
    const { milestone, childIds } = await givenInterview(graph, 2);

    const { bookings, cover, refusal } = await askToCover(graph, milestone);

    expect(refusal).toBeNull();
    expect(bookings).toEqual(
      childIds.map((id) => ({
        id: expect.any(String),
        child: { id },
        section: { id: sectionId },
        family: { id: milestone.familyId },
        kind: 'EMERGENCY',
        status: 'CONFIRMED',
        startsAt: '2026-03-03T08:00:00.000Z',
        endsAt: '2026-03-03T11:00:00.000Z',
      })),
    );
    expect(cover.status).toBe('COVERED');
    expect(await bookedFor(milestone.id)).toBe(2);
    const told = (await graph.published()).filter(({ data }) => data.milestoneId === milestone.id);
    expect(told.map(({ data }) => data.status)).toEqual(['COVERED']);
  });

  it('is kept as one request of each child, met as it was made, with the reasons for the place', async () => {
    await givenOnlySection(graph);
    const { milestone, childIds } = await givenInterview(graph, 2);
    const given = { id: newId() };

    await askToCover(graph, milestone, { given });
    await askToCover(graph, milestone, { given });

    for (const id of childIds)
      expect(await requestsOf(id)).toEqual({
        careRequests: [
          {
            kind: 'EMERGENCY',
            status: 'PLACED',
            emergencyReason: 'MILESTONE',
            firstDay: '2026-03-03',
            stretches: [{ startsAt: '2026-03-03T08:00:00.000Z', endsAt: '2026-03-03T11:00:00.000Z' }],
            history: [{ kind: 'CARE_REQUEST_PLACED', doneBy: expect.any(String) }],
          },
        ],
        bookings: [
          {
            explanation: {
              score: expect.any(Number),
              reasons: expect.arrayContaining([
                { criterion: 'WHOLE_TIME', sentence: expect.stringMatching(/\.$/) },
              ]),
            },
          },
        ],
      });
  });

  it('leaves what lies outside all opening hours a gap', async () => {
    await givenOnlySection(graph);
    const late = {
      startsAt: new Date('2026-03-03T17:00:00+01:00'),
      endsAt: new Date('2026-03-03T18:00:00+01:00'),
    };
    const { milestone } = await givenInterview(graph, 1, late);

    const { bookings, cover } = await askToCover(graph, milestone);

    expect(bookings).toMatchObject([{ endsAt: '2026-03-03T17:00:00.000Z' }]);
    expect(cover).toMatchObject({
      status: 'PARTIAL',
      children: [{ gaps: [{ startsAt: '2026-03-03T17:00:00.000Z' }] }],
    });
  });

  it('sent again with its id answers the same, and without has nothing left to do', async () => {
    await givenOnlySection(graph);
    const { milestone } = await givenInterview(graph);
    const given = { id: newId() };

    const first = await askToCover(graph, milestone, { given });
    const second = await askToCover(graph, milestone, { given });

    expect(first.bookings).toMatchObject([given]);
    expect(second).toEqual(first);
    expect(await reasonOf(graph, milestone)).toBe('NOTHING_TO_COVER');
    expect(await reasonOf(graph, (await givenInterview(graph)).milestone, { given })).toBe('CONFLICT');
  });
});

describe('covering is all or nothing', () => {
  it('books nobody when one child finds no place, and says what would do', async () => {
    const { id: sectionId } = await givenOnlySection(graph, { authorisedPlaces: 1 });
    const { milestone, childIds } = await givenInterview(graph, 2);

    const { bookings, refusal, alternatives } = await askToCover(graph, milestone);

    expect(bookings).toBeNull();
    expect(refusal.reason).toBe('NO_OPTION');
    expect(alternatives[0]).toMatchObject({ child: { id: childIds[0] }, options: [{ isWholeTime: true }] });
    const miss = alternatives[1].nearestMisses.find(
      ({ section }: { section: { id: string } }) => section.id === sectionId,
    );
    expect(miss.obstacles).toEqual([
      {
        reason: 'CENTRE_FULL',
        sentence: 'Établissement complet de 09:00 à 12:00 : conviendrait à un autre moment.',
      },
    ]);
    expect(await bookedFor(milestone.id)).toBe(0);
  });

  it('does not pass a part off as the whole', async () => {
    const { id: sectionId } = await givenOnlySection(graph, { authorisedPlaces: 1 });
    await givenBooking(graph.db, {
      sectionId,
      kind: 'EMERGENCY',
      startsAt: new Date('2026-03-03T11:00:00+01:00'),
    });
    const { milestone } = await givenInterview(graph);

    const { refusal, alternatives } = await askToCover(graph, milestone);

    expect(refusal.reason).toBe('NO_OPTION');
    expect(alternatives[0].options).toMatchObject([
      { section: { id: sectionId }, isWholeTime: false, endsAt: '2026-03-03T10:00:00.000Z' },
    ]);
  });

  it('puts a sibling where the first one leaves a place', async () => {
    await givenOnlySection(graph, { authorisedPlaces: 1 });
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces: 1, latitude: 47.3 });
    await givenSection(graph.db, { centreId });
    const { milestone } = await givenInterview(graph, 2);

    const { bookings } = await askToCover(graph, milestone);

    expect(new Set(bookings.map(({ section }: { section: { id: string } }) => section.id)).size).toBe(2);
  });

  it('books for the children that are named, where nothing can be found for a newborn', async () => {
    await givenOnlySection(graph);
    const { milestone, childIds } = await givenInterview(graph);
    const newborn = { birthDate: null, expectedDate: Temporal.PlainDate.from('2026-02-28') };
    await givenChild(graph.db, { familyId: milestone.familyId, ...newborn });
    expect(await reasonOf(graph, milestone)).toBe('NO_OPTION');

    const { bookings, cover } = await askToCover(graph, milestone, { given: { childIds } });
    expect(bookings.map(({ child }: { child: { id: string } }) => child.id)).toEqual(childIds);
    expect(cover.status).toBe('UNCOVERED');
    expect(await reasonOf(graph, milestone, { given: { childIds } })).toBe('NOTHING_TO_COVER');
  });
});

describe('covering is refused', () => {
  it('for a milestone that changed, is called off, over, or not known', async () => {
    const { milestone } = await givenInterview(graph, 1, { version: 2 });
    const cancelled = await givenInterview(graph, 1, { status: 'CANCELLED' });
    const past = { startsAt: new Date('2026-03-01T09:00:00Z'), endsAt: new Date('2026-03-01T10:00:00Z') };

    expect(await reasonOf(graph, { ...milestone, version: 1 })).toBe('STALE_VERSION');
    expect(await reasonOf(graph, cancelled.milestone)).toBe('MILESTONE_CALLED_OFF');
    expect(await reasonOf(graph, (await givenInterview(graph, 1, past)).milestone)).toBe('MILESTONE_OVER');
    expect(await reasonOf(graph, { id: newId(), version: 1 })).toBe('UNKNOWN_MILESTONE');
    expect(await reasonOf(graph, { ...milestone, version: 3 })).toBe('VERSION_NOT_KNOWN_YET');
  });

  it('not while the version that was seen is on its way', async () => {
    await givenOnlySection(graph);
    const { milestone } = await givenInterview(graph);
    const asked = askToCover(graph, { ...milestone, version: milestone.version + 1 });
    await wait(100);
    await graph.db.query('update known_milestones set version = version + 1 where id = $1', [milestone.id]);
    expect((await asked).bookings).toHaveLength(1);
  });

  it('to an advisor unless the job seeker is their own, and not to a caseworker', async () => {
    await givenOnlySection(graph);
    const own = await givenInterview(graph, 1, { advisorId: 'hugo' });
    const unsaid = await givenInterview(graph);
    const hugo = [{ sub: 'hugo', relation: 'ADVISOR' }];
    await givenFollowers(graph.db, own.milestone.familyId, hugo);
    await givenFollowers(graph.db, unsaid.milestone.familyId, hugo);

    expect(await reasonOf(graph, own.milestone, { as: advisor('ines') })).toBe('UNKNOWN_MILESTONE');
    expect(await reasonOf(graph, unsaid.milestone, { as: advisor('hugo') })).toBe('UNKNOWN_MILESTONE');
    expect((await askToCover(graph, own.milestone, { as: advisor('hugo') })).bookings).toHaveLength(1);
    expect((await askToCover(graph, unsaid.milestone, { as: caseworker() })).bookings).toHaveLength(1);
  });
});

describe('covering a milestone under shared residence', () => {
  it('measures from the home of the family whose milestone it is, and bills it', async () => {
    await givenOnlySection(graph);
    const [north, south] = [47.3, 47.15];
    const near = await givenSection(graph.db, {
      centreId: (await givenCentre(graph.db, { latitude: south })).id,
    });
    await givenSection(graph.db, { centreId: (await givenCentre(graph.db, { latitude: north })).id });
    const at = (latitude: number) => givenFamily(graph.db, { latitude, longitude: -1.56547 });
    const [first, second] = [await at(north), await at(south)];
    const child = await givenChild(graph.db, { familyId: first.id });
    await givenSharedResidence(graph.db, child.id, second.id);
    await givenResidencePeriod(graph.db, {
      childId: child.id,
      familyId: second.id,
      startsAt: new Date('2026-03-02T08:00:00+01:00'),
      endsAt: new Date('2026-03-06T18:00:00+01:00'),
    });
    const milestone = await givenKnownMilestone(graph.db, { familyId: second.id });

    const [{ childcareCover }] = (
      await graph.resolveReferences('Milestone', [referenceTo(milestone)], GAP_OPTIONS, caseworker())
    ).data;
    const { bookings } = await askToCover(graph, milestone);

    const [best] = childcareCover.gaps[0].options;
    expect(best.section.id).toBe(near.id);
    expect(best.reasons).toContainEqual({ criterion: 'DISTANCE', sentence: 'À moins de 1 km du domicile.' });
    expect(bookings).toMatchObject([{ section: { id: near.id }, family: { id: second.id } }]);
  });
});

describe('covering', () => {
  it('is logged as a change where something was booked, and nowhere else', async () => {
    await givenOnlySection(graph, { authorisedPlaces: 1 });
    const outcomes = async ({ familyId }: { familyId: string }): Promise<string[]> => {
      const rows = await graph.db.query('select distinct outcome from access_log where family = $1', [
        familyId,
      ]);
      return rows.map(({ outcome }: { outcome: string }) => outcome);
    };
    const { milestone } = await givenInterview(graph, 2);
    expect(await reasonOf(graph, milestone)).toBe('NO_OPTION');
    expect(await outcomes(milestone)).not.toContain('CHANGED');
    // Their own job seeker by the milestone, of whose care nothing lets them know.
    const { milestone: unseen } = await givenInterview(graph, 1, { advisorId: 'ines' });
    expect(await reasonOf(graph, unseen, { as: advisor('ines') })).toBe('UNKNOWN_MILESTONE');
    expect(await outcomes(unseen)).toEqual(['DENIED']);
    const { milestone: possible } = await givenInterview(graph);
    await askToCover(graph, possible);
    expect(await outcomes(possible)).toContain('CHANGED');
  });
});
