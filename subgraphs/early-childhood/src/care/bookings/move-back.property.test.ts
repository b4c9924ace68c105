import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import fc from 'fast-check';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { askCover, referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from './booking.builder.ts';
import { Booking } from './booking.ts';

const RUNS = 15;
const SECONDS = 1_000;
const HALF_HOUR_MS = 1_800_000;
const OPENS = Date.parse('2026-03-03T08:00:00+01:00');
const SLOTS = 20;

const MOVE = `mutation ($input: MoveBookingInput!) {
  moveBooking(input: $input) { booking { version } refusal { reason } }
}`;
const DAY = `query ($id: ID!) { centre(id: $id) { day(date: "2026-03-03") {
  sections { section { id } halfHours { startsAt expectedChildren freePlaces freeEmergencyPlaces } }
  arrivals { booking { id } } departures { booking { id } }
} } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

/** Where and when: a section by its number, half-hours since the centre opened. */
const stretches = fc
  .record({ section: fc.nat(3), from: fc.nat(SLOTS - 1), length: fc.integer({ min: 1, max: 8 }) })
  .map(({ section, from, length }) => ({ section, from, to: Math.min(from + length, SLOTS) }));

type Stretch = { readonly section: number; readonly from: number; readonly to: number };

const moves = fc.record({
  home: stretches,
  away: stretches,
  others: fc.array(stretches, { maxLength: 6 }),
  kind: fc.constantFrom('SHORT_TERM' as const, 'EMERGENCY' as const),
  milestone: stretches,
});

type MoveCase = typeof moves extends fc.Arbitrary<infer Case> ? Case : never;

/** Somebody has the only place of the section at the time it would move to. */
const refusedMove: MoveCase = {
  home: { section: 0, from: 0, to: 2 },
  away: { section: 0, from: 4, to: 8 },
  others: [{ section: 0, from: 4, to: 8 }],
  kind: 'SHORT_TERM',
  milestone: { section: 0, from: 0, to: 2 },
};

const periodOf = ({ from, to }: Stretch) => ({
  startsAt: new Date(OPENS + from * HALF_HOUR_MS),
  endsAt: new Date(OPENS + to * HALF_HOUR_MS),
});

/** Two centres of two sections, with so few places that others are often in the way. */
const givenSections = async (): Promise<string[]> => {
  const ids: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces: 2 });
    for (const places of [1, 2]) ids.push((await givenSection(graph.db, { centreId, places })).id);
  }
  return ids;
};

const centresOf = async (sections: readonly string[]): Promise<string[]> => {
  const rows: { id: string }[] = await graph.db.query(
    'select distinct centre_id as id from sections where id = any($1::uuid[])',
    [sections],
  );
  return rows.map(({ id }) => id);
};

/** Others take a place where one is left. */
const givenOthers = async (sections: readonly string[], others: readonly Stretch[]): Promise<void> => {
  for (const each of others) {
    const sectionId = sections[each.section] ?? newId();
    await givenBooking(graph.db, { sectionId, ...periodOf(each) }).catch(() => undefined);
  }
};

const askedWithoutErrors = async (document: string, variables: Readonly<Record<string, unknown>>) => {
  const { data, errors } = await graph.query(document, variables, coordinator());
  expect(errors).toEqual([]);
  return data;
};

const toldCovers = 'select status, milestone_version from published_covers where milestone_id = $1';

describe('moving a booking and moving it back', () => {
  const moved: (string | null)[] = [];

  const tryOut = async ({ home, away, others, kind, milestone }: MoveCase) => {
    const sections = await givenSections();
    const { id: childId, familyId } = await givenChild(graph.db);
    const known = await givenKnownMilestone(graph.db, { familyId, ...periodOf(milestone) });
    const sectionId = sections[home.section] ?? newId();
    const { id: bookingId } = await givenBooking(graph.db, { childId, sectionId, kind, ...periodOf(home) });
    await givenOthers(sections, others);
    const centreIds = await centresOf(sections);

    const everything = async () => {
      const days: unknown[] = [];
      for (const id of centreIds) days.push(await askedWithoutErrors(DAY, { id }));
      const { data: cover } = await askCover(graph, [referenceTo(known)]);
      // How often and when it was changed is all that a move leaves behind.
      const {
        version: _version,
        bookedAt: _bookedAt,
        ...booking
      } = await graph.db.findOneByOrFail(Booking, { id: bookingId });
      return { days, cover, booking };
    };
    const move = async (version: number, to: Stretch) => {
      const input = { bookingId, version, sectionId: sections[to.section], ...periodOf(to) };
      return (await askedWithoutErrors(MOVE, { input })).moveBooking;
    };

    const before = await everything();
    const { refusal } = await move(1, away);
    moved.push(refusal?.reason ?? null);
    if (!refusal) expect((await move(2, home)).booking).toEqual({ version: 3 });
    expect(await everything()).toEqual(before);
    const [told] = await graph.db.query(toldCovers, [known.id]);
    if (!refusal) expect(told.status).toBe(before.cover[0].childcareCover.status);
  };

  it(
    'changes nothing but its version; a move that is refused changes nothing at all',
    async () => {
      await fc.assert(fc.asyncProperty(moves, tryOut), {
        numRuns: RUNS,
        examples: [[refusedMove]],
        endOnFailure: true,
      });
    },
    60 * SECONDS,
  );

  it('was tried with moves that were made, and with some that were refused', () => {
    expect(moved.filter((refusal) => refusal === null).length).toBeGreaterThan(0);
    expect(moved.some((refusal) => refusal !== null)).toBe(true);
  });
});
