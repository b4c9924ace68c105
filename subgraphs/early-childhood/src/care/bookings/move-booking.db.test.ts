import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import {
  givenResidencePeriod,
  givenSharedResidence,
} from '../../families/shared-residence/shared-residence.builder.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { subgraph } from '../../subgraph.ts';
import { givenPlacement } from '../placements/placement.builder.ts';
import { givenBooking } from './booking.builder.ts';
import { Booking } from './booking.ts';

const MOVE = `mutation ($input: MoveBookingInput!) {
  moveBooking(input: $input) {
    booking { startsAt endsAt version section { id } } refusal { reason message }
  }
}`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const afternoon = { startsAt: '2026-03-03T14:00:00+01:00', endsAt: '2026-03-03T16:00:00+01:00' };
const later = { startsAt: new Date(afternoon.startsAt), endsAt: new Date(afternoon.endsAt) };

const move = async (bookingId: string, given: Readonly<Record<string, unknown>> = {}) => {
  const input = { bookingId, version: 1, ...afternoon, ...given };
  const { data, errors } = await graph.query(MOVE, { input }, coordinator());
  expect(errors).toEqual([]);
  return data.moveBooking;
};

const reasonOf = async (...asked: Parameters<typeof move>): Promise<string | undefined> =>
  (await move(...asked)).refusal?.reason;

describe('moving a booking', () => {
  it('takes it to another time in the same section', async () => {
    const { id, sectionId } = await givenBooking(graph.db);

    expect(await move(id)).toEqual({
      booking: {
        startsAt: '2026-03-03T13:00:00.000Z',
        endsAt: '2026-03-03T15:00:00.000Z',
        version: 2,
        section: { id: sectionId },
      },
      refusal: null,
    });
  });

  it('to a day of the other parent is asked about', async () => {
    const child = await givenChild(graph.db);
    const { otherFamilyId } = await givenSharedResidence(graph.db, child.id);
    const booking = await givenBooking(graph.db, { childId: child.id, familyId: child.familyId });
    const theirs = {
      startsAt: new Date('2026-03-03T12:00:00+01:00'),
      endsAt: new Date('2026-03-04T12:00:00+01:00'),
    };
    await givenResidencePeriod(graph.db, { childId: child.id, familyId: otherFamilyId, ...theirs });

    expect(await reasonOf(booking.id)).toBe('OTHER_PARENTS_DAY');
    expect(await graph.db.findOneByOrFail(Booking, { id: booking.id })).toEqual(booking);
    expect((await move(booking.id, { confirmed: true })).booking.version).toBe(2);
    expect((await graph.db.findOneByOrFail(Booking, { id: booking.id })).familyId).toBe(child.familyId);
  });

  it('that is an emergency to where it could be foreseen is asked about; to another section, it is not', async () => {
    const { id: sectionId } = await givenSection(graph.db);
    const { id } = await givenBooking(graph.db, { kind: 'EMERGENCY' });
    const friday = { startsAt: '2026-03-06T13:00:00+01:00', endsAt: '2026-03-06T15:00:00+01:00' };
    expect(await reasonOf(id, friday)).toBe('FORESEEN');
    expect((await move(id, { ...friday, confirmed: true })).booking.version).toBe(2);
    const longer = { ...friday, endsAt: '2026-03-06T15:30:00+01:00' };
    expect((await move(id, { ...longer, sectionId, version: 2 })).booking.version).toBe(3);
    // So it is where a placement brought it: what was agreed was that day.
    const placement = await givenPlacement(graph.db, { kind: 'EMERGENCY' });
    const { childId, familyId, id: placementId } = placement;
    const agreed = await givenBooking(graph.db, { kind: 'EMERGENCY', childId, familyId, placementId });
    expect(await reasonOf(agreed.id, friday)).toBe('FORESEEN');
  });

  it('to where it is changes nothing', async () => {
    const booking = await givenBooking(graph.db);
    const { startsAt, endsAt } = booking;

    const moved = await move(booking.id, { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });

    expect(moved).toMatchObject({ booking: { version: 1 }, refusal: null });
    expect(await graph.db.findOneByOrFail(Booking, { id: booking.id })).toEqual(booking);
    expect(await graph.db.countBy(CareStep, { subjectId: booking.id })).toBe(0);
  });

  it('takes it to a section of another centre and frees the old place, whose reasons it loses', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const explanation = { score: 75, reasons: [] };
    const booking = await givenBooking(graph.db, { sectionId, explanation });
    const elsewhere = await givenSection(graph.db);
    const reasonsKept = async () => (await graph.db.findOneByOrFail(Booking, { id: booking.id })).explanation;

    expect((await move(booking.id)).booking.version).toBe(2);
    expect(await reasonsKept()).toEqual(explanation);

    const away = { sectionId: elsewhere.id, version: 2 };
    expect((await move(booking.id, away)).booking.section.id).toBe(elsewhere.id);
    expect(await reasonsKept()).toBeNull();
    expect(await graph.db.findOneByOrFail(Booking, { id: booking.id })).toMatchObject({
      centreId: elsewhere.centreId,
    });
    expect((await givenBooking(graph.db, { sectionId })).status).toBe('CONFIRMED');
  });

  it('is not in its own way: the last place and the child may shift by half an hour', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const { id } = await givenBooking(graph.db, { sectionId });
    const shifted = { startsAt: '2026-03-03T09:30:00+01:00', endsAt: '2026-03-03T12:30:00+01:00' };

    expect((await move(id, shifted)).booking.version).toBe(2);
  });

  it('follows the rules of booking, and leaves it where it was when refused', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const booking = await givenBooking(graph.db, { sectionId });
    await givenBooking(graph.db, { sectionId, ...later });
    await givenBooking(graph.db, {
      childId: booking.childId,
      startsAt: new Date('2026-03-04T09:00:00+01:00'),
      endsAt: new Date('2026-03-04T10:00:00+01:00'),
    });
    const evening = { startsAt: '2026-03-03T17:00:00+01:00', endsAt: '2026-03-03T19:00:00+01:00' };
    const wednesday = { startsAt: '2026-03-04T09:00:00+01:00', endsAt: '2026-03-04T12:00:00+01:00' };

    expect(await reasonOf(booking.id)).toBe('SECTION_FULL');
    expect(await reasonOf(booking.id, evening)).toBe('OUTSIDE_OPENING_HOURS');
    expect(await reasonOf(booking.id, wednesday)).toBe('CHILD_ALREADY_BOOKED');
    expect(await reasonOf(booking.id, { sectionId: newId() })).toBe('UNKNOWN_SECTION');
    expect(await graph.db.findOneByOrFail(Booking, { id: booking.id })).toEqual(booking);
  });

  it('is refused where the week of the centre is full, by the database', async () => {
    const centre = await givenCentre(graph.db, { authorisedPlaces: 1 });
    await graph.db.query('update centres set opening_hours = $2 where id = $1', [
      centre.id,
      JSON.stringify([
        { weekday: 2, from: '14:00', to: '17:00' },
        { weekday: 3, from: '09:00', to: '10:00' },
      ]),
    ]);
    const { id: sectionId } = await givenSection(graph.db, { centreId: centre.id });
    const emergency = { kind: 'EMERGENCY', sectionId } as const;
    await givenBooking(graph.db, { ...emergency, startsAt: new Date('2026-03-03T10:00:00+01:00') });
    await givenBooking(graph.db, { ...emergency, endsAt: new Date('2026-03-03T10:00:00+01:00') });
    const { id } = await givenBooking(graph.db);

    expect(await reasonOf(id, { sectionId })).toBe('CENTRE_WEEK_FULL');
  });

  it('is refused to whoever saw an older version, once care has started, and when it is given back', async () => {
    const stale = await givenBooking(graph.db, { version: 2 });
    const begun = await givenBooking(graph.db, { startsAt: new Date('2026-03-02T20:00:00+01:00') });
    const cancelled = await givenBooking(graph.db, { status: 'CANCELLED' });
    await graph.db.update(Booking, begun.id, {
      startsAt: new Date('2026-03-02T10:00:00+01:00'),
      endsAt: new Date('2026-03-02T11:00:00+01:00'),
    });

    expect(await reasonOf(stale.id)).toBe('STALE_VERSION');
    expect((await move(begun.id)).refusal).toEqual({
      reason: 'ALREADY_STARTED',
      message: 'L’accueil a commencé : il ne se déplace plus.',
    });
    expect(await reasonOf(cancelled.id)).toBe('ALREADY_CANCELLED');
    expect(await reasonOf(newId())).toBe('UNKNOWN_BOOKING');
  });

  it('gives the last place to one of two who move there at the same moment', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const [one, other] = [await givenBooking(graph.db), await givenBooking(graph.db)];

    const answers = await Promise.all([move(one.id, { sectionId }), move(other.id, { sectionId })]);

    expect(answers.filter(({ booking }) => booking)).toHaveLength(1);
    expect(answers.find(({ refusal }) => refusal)?.refusal.reason).toBe('SECTION_FULL');
  });

  it('lets two swap centres at the same moment without a deadlock', async () => {
    const [one, other] = [await givenBooking(graph.db), await givenBooking(graph.db)];

    const answers = await Promise.all([
      move(one.id, { sectionId: other.sectionId }),
      move(other.id, { sectionId: one.sectionId }),
    ]);

    expect(answers.map(({ booking }) => booking?.section.id)).toEqual([other.sectionId, one.sectionId]);
  });

  it('is for coordinators', async () => {
    const { id } = await givenBooking(graph.db, { childId: (await givenChild(graph.db)).id });
    const input = { bookingId: id, version: 1, ...afternoon };

    const { errors } = await graph.query(MOVE, { input }, caseworker());

    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
