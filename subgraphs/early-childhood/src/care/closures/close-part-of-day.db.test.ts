import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import fc from 'fast-check';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { askCover, referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { Booking } from '../bookings/booking.ts';
import { bookedStays, expectedStays, MORNINGS } from '../placements/testing/ask-placement.ts';
import { ask, type Given, givenBusyCentre, WITHDRAW, week } from './testing/ask-closure.ts';

const CLOSE = `mutation ($input: CloseCentreInput!) { closeCentre(input: $input) {
  closures { id opensAt closesAt } freedBookings shortenedBookings
  uncoveredMilestones { milestone { id } status } alreadyClosed { id } refusal { reason } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const close = (centreId: string, given: Given = {}) =>
  ask(graph, CLOSE, { centreIds: [centreId], ...week, ...given });

/** Mornings end at 10:30 in the week from Monday the 16th. */
const shorterWeek = () =>
  [
    ...expectedStays('2026-03-03', '2026-03-15', MORNINGS),
    ...expectedStays('2026-03-16', '2026-03-20', ['08:30', '10:30']),
    ...expectedStays('2026-03-21', '2026-03-31', MORNINGS),
  ] as const;

describe('closing a centre for a part of the day', () => {
  it('shortens what reaches into it, gives back what lies in it, and says which milestones lose cover', async () => {
    const { section, placement, milestone } = await givenBusyCentre(graph);
    const { centreId } = section;
    const at = (time: string) => new Date(`2026-03-17T${time}:00+01:00`);
    const inside = { sectionId: section.id, startsAt: at('11:00'), endsAt: at('12:00') };
    const { id: givenBack } = await givenBooking(graph.db, inside);
    const given = { id: newId(), closesAt: '10:30' };
    const losing = [{ milestone: { id: milestone.id }, status: 'PARTIAL' }];
    const { data: before } = await askCover(graph, [referenceTo(milestone)]);
    expect(before[0].childcareCover.status).toBe('COVERED');

    const preview = await close(centreId, { ...given, preview: true });
    expect(await bookedStays(graph, placement.id)).toEqual(
      expectedStays('2026-03-03', '2026-03-31', MORNINGS),
    );
    const closed = await close(centreId, given);

    expect(closed).toEqual({
      closures: [{ id: expect.any(String), opensAt: null, closesAt: '10:30' }],
      ...{ freedBookings: 1, shortenedBookings: 5, uncoveredMilestones: losing },
      ...{ alreadyClosed: [], refusal: null },
    });
    expect(preview).toEqual(closed);
    expect(await bookedStays(graph, placement.id)).toEqual(shorterWeek());
    expect(await graph.db.findOneByOrFail(Booking, { id: givenBack })).toMatchObject({ status: 'CANCELLED' });
    expect(await close(centreId, given)).toEqual(closed);
    expect((await close(centreId, { ...given, closesAt: '11:00' })).refusal.reason).toBe('CONFLICT');
    expect((await close(centreId, { closesAt: '11:00', confirmed: true })).refusal.reason).toBe(
      'ALREADY_CLOSED',
    );
    const steps = `{ careTimeline(first: 5) { edges { node { sentence } } } }`;
    const { data } = await graph.resolveReferences(
      'Family',
      [{ id: placement.familyId }],
      steps,
      coordinator(),
    );
    expect(data[0].careTimeline.edges[0].node.sentence).toBe(
      'Accueil de Tom réduit du 16 mars 2026 au 20 mars 2026, l’établissement ferme à 10:30 : Travaux.',
    );

    const SHOWN = `query ($id: ID!) { centre(id: $id) {
      day(date: "2026-03-17") { closureReason partClosure { reason closesAt } sections { halfHours { startsAt } } }
      week(date: "2026-03-17") { allowedHours days { openHours } } } }`;
    const { centre } = (await graph.query(SHOWN, { id: centreId }, coordinator())).data;
    expect(centre.day).toMatchObject({
      closureReason: null,
      partClosure: { reason: 'Travaux', closesAt: '10:30' },
    });
    expect(centre.day.sections[0].halfHours.at(-1)).toEqual({ startsAt: at('10:00').toISOString() });
    expect(centre.week.days.map(({ openHours }: { openHours: number }) => openHours)).toEqual([
      ...[2.5, 2.5, 2.5, 2.5, 2.5, 0, 0],
    ]);
    const [{ hours }] = await graph.db.query(
      "select (extract(epoch from authorised_places * (select hours from open_in_week(id, '2026-03-16'))) / 3600)::float as hours from centres where id = $1",
      [centreId],
    );
    expect(hours).toBe(centre.week.allowedHours);
    const free = `query ($from: DateTime!, $to: DateTime!) { freePlaces(from: $from, to: $to, first: 100) {
      edges { node { section { id } } } } }`;
    const isFree = async (from: string, to: string) => {
      const found = (await graph.query(free, { from: at(from), to: at(to) }, coordinator())).data.freePlaces;
      return found.edges.some(
        ({ node }: { node: { section: { id: string } } }) => node.section.id === section.id,
      );
    };
    expect([await isFree('09:00', '10:30'), await isFree('10:00', '11:00')]).toEqual([true, false]);
    const BOOK = `mutation ($input: BookCareInput!) { bookCare(input: $input) { refusal { reason } } }`;
    const { id: childId } = await givenChild(graph.db);
    const late = {
      childId,
      sectionId: section.id,
      kind: 'SHORT_TERM',
      startsAt: at('10:00'),
      endsAt: at('11:00'),
    };
    const booked = await graph.query(BOOK, { input: late }, coordinator());
    expect(booked.data.bookCare.refusal.reason).toBe('CENTRE_CLOSED');

    const opened = await ask(graph, WITHDRAW, { closureId: closed.closures[0].id });
    expect(opened).toMatchObject({ bookedAgain: 5, notBookedAgain: 0, refusal: null });
    expect(await bookedStays(graph, placement.id)).toEqual(
      expectedStays('2026-03-03', '2026-03-31', MORNINGS),
    );
  });

  it('stays shorter where the child is looked after elsewhere meanwhile, or another closure stands', async () => {
    const { section, placement } = await givenBusyCentre(graph);
    const { centreId } = section;
    const [first] = (await close(centreId, { closesAt: '10:30' })).closures;
    await givenBooking(graph.db, {
      childId: placement.childId,
      startsAt: new Date('2026-03-18T10:30:00+01:00'),
      endsAt: new Date('2026-03-18T12:00:00+01:00'),
    });
    expect((await close(centreId, { from: '2026-03-16', to: '2026-03-16' })).freedBookings).toBe(1);
    await close(centreId, { from: '2026-03-17', to: '2026-03-17', opensAt: '09:00', closesAt: '11:30' });

    const opened = await ask(graph, WITHDRAW, { closureId: first.id });

    expect(opened).toMatchObject({ bookedAgain: 3, notBookedAgain: 1 });
    expect(
      (await bookedStays(graph, placement.id)).filter((stay) => /^2026-03-(1[6-9]|20)/.test(stay)),
    ).toEqual([
      '2026-03-17T08:00:00.000Z 2026-03-17T10:30:00.000Z',
      ...expectedStays('2026-03-18', '2026-03-18', ['08:30', '10:30']),
      ...expectedStays('2026-03-19', '2026-03-20', MORNINGS),
    ]);
  });

  it('is refused at hours that cannot be', async () => {
    const { id } = await givenCentre(graph.db);
    const reasonOf = async (given: Given) => (await close(id, given)).refusal.reason;
    expect(await reasonOf({ closesAt: '14:10' })).toBe('HOUR_NOT_ON_THE_HALF_HOUR');
    expect(await reasonOf({ opensAt: '14:00', closesAt: '10:00' })).toBe('CLOSES_BEFORE_IT_OPENS');
  });
});

const RUNS = 12;
const SLOTS = 20;
const HALF_HOUR = 1_800_000;
/** A Tuesday a week later for each run, so that none stands in another's way. */
const opensOn = (run: number) => Date.parse('2026-05-05T08:00:00+02:00') + run * 7 * 86_400_000;

const stretches = fc
  .record({ from: fc.nat(SLOTS - 1), length: fc.integer({ min: 1, max: 10 }) })
  .map(({ from, length }) => ({ from, to: Math.min(from + length, SLOTS) }));
const cases = fc.record({
  bookings: fc.array(stretches, { minLength: 1, maxLength: 3 }),
  milestone: stretches,
  opens: fc.option(fc.integer({ min: 1, max: SLOTS - 2 })),
  closes: fc.option(fc.integer({ min: 1, max: SLOTS - 1 })),
});

type Slots = { readonly from: number; readonly to: number };
const apart = (all: readonly Slots[]): Slots[] =>
  all.filter(
    (each, index) => !all.slice(0, index).some((other) => other.from < each.to && each.from < other.to),
  );
const slots = Array.from({ length: SLOTS }, (_, slot) => slot);
const isIn = (slot: number, all: readonly Slots[]) => all.some(({ from, to }) => from <= slot && slot < to);

describe('a closure of a part of a day, whichever', () => {
  it('leaves cover exactly in the half-hours that were booked and stay open, and tells who loses it', async () => {
    const { id: centreId } = await givenCentre(graph.db, { openingHours: onWorkingDays('08:00', '18:00') });
    const { id: sectionId } = await givenSection(graph.db, { centreId });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ bookings, milestone: asked, opens, closes }) => {
        fc.pre(opens === null || closes === null || opens < closes);
        run += 1;
        const opening = opensOn(run);
        const at = (slot: number) => new Date(opening + slot * HALF_HOUR);
        const spanOf = ({ from, to }: Slots) => ({ startsAt: at(from), endsAt: at(to) });
        const booked = apart(bookings);
        const { id: childId, familyId } = await givenChild(graph.db);
        for (const stay of booked) await givenBooking(graph.db, { childId, sectionId, ...spanOf(stay) });
        const milestone = await givenKnownMilestone(graph.db, {
          familyId,
          travelMinutes: 0,
          ...spanOf(asked),
        });
        const needed = slots.filter((slot) => isIn(slot, [asked]));
        const isOpen = (slot: number) => slot >= (opens ?? 0) && slot < (closes ?? SLOTS);
        const isWhole = opens === null && closes === null;
        const stays = needed.filter((slot) => isIn(slot, booked) && isOpen(slot) && !isWhole);
        const loses = needed.filter((slot) => isIn(slot, booked) && !stays.includes(slot));

        const clock = (slot: number | null) =>
          slot === null
            ? null
            : at(slot).toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris' }).slice(0, 5);
        const day = at(0).toISOString().slice(0, 10);
        const hours = { opensAt: clock(opens), closesAt: clock(closes) };
        const closed = await close(centreId, { from: day, to: day, ...hours });

        const [{ childcareCover: cover }] = (await askCover(graph, [referenceTo(milestone)])).data;
        const gaps: { startsAt: string; endsAt: string }[] = cover.children[0].gaps;
        const inGap = (slot: number) =>
          gaps.some((gap) => new Date(gap.startsAt) <= at(slot) && at(slot) < new Date(gap.endsAt));
        expect(needed.filter((slot) => !inGap(slot))).toEqual(stays);
        expect(closed.uncoveredMilestones).toEqual(
          loses.length > 0 ? [{ milestone: { id: milestone.id }, status: cover.status }] : [],
        );
      }),
      { numRuns: RUNS },
    );
  });
});
