import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { violatedConstraint } from '@relais/platform/database/transaction.ts';
import { withClient } from '@relais/platform/database/with-client.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { givenCentre, givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { Section } from '../../centres/centres/section.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from './booking.builder.ts';
import { Booking } from './booking.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const brokenBy = (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(() => undefined, violatedConstraint);

const emergencies = async (sectionId: string, count: number) => {
  for (let made = 0; made < count; made += 1) await givenBooking(graph.db, { sectionId, kind: 'EMERGENCY' });
};

const INSERT = `
  insert into bookings (id, child_id, family_id, section_id, centre_id, kind, status, starts_at, ends_at, version)
  values ($1, $2, $3, $4, $5, 'SHORT_TERM', 'CONFIRMED', '2026-03-03 09:00+01', '2026-03-03 12:00+01', 1)`;

describe('the database, whoever writes', () => {
  it('keeps a child in one place at a time; touching stays are two places', async () => {
    const { id: childId } = await givenChild(graph.db);
    await givenBooking(graph.db, { childId });
    const noon = {
      startsAt: new Date('2026-03-03T12:00:00+01:00'),
      endsAt: new Date('2026-03-03T13:00:00+01:00'),
    };

    expect(await brokenBy(givenBooking(graph.db, { childId }))).toBe('booking_child_in_one_place');
    expect(await brokenBy(givenBooking(graph.db, { childId, ...noon }))).toBeUndefined();
  });

  it('does not overfill a section, but lets an emergency exceed it', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    await givenBooking(graph.db, { sectionId });

    expect(await brokenBy(givenBooking(graph.db, { sectionId }))).toBe('section_not_overfilled');
    expect(await brokenBy(givenBooking(graph.db, { sectionId, kind: 'EMERGENCY' }))).toBeUndefined();
  });

  it('does not overfill a centre whose sections have more places than it', async () => {
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces: 1 });
    const [one, other] = [
      await givenSection(graph.db, { centreId }),
      await givenSection(graph.db, { centreId }),
    ];
    await givenBooking(graph.db, { sectionId: one.id });

    expect(await brokenBy(givenBooking(graph.db, { sectionId: other.id }))).toBe('centre_not_overfilled');
  });

  it('stops emergencies at 115 % of the authorised places', async () => {
    const { id: sectionId } = await givenSection(graph.db);
    await emergencies(sectionId, 11);

    expect(await brokenBy(emergencies(sectionId, 1))).toBe('centre_within_115_percent');
  });

  it('keeps the child-hours of a week within the authorised places, also with emergencies', async () => {
    const tuesdayMorning = [{ weekday: 2, from: '09:00', to: '12:00' }];
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces: 7 });
    await graph.db.query('update centres set opening_hours = $2 where id = $1', [
      centreId,
      JSON.stringify(tuesdayMorning),
    ]);
    const { id: sectionId } = await givenSection(graph.db, { centreId });
    await emergencies(sectionId, 7);

    expect(await brokenBy(emergencies(sectionId, 1))).toBe('centre_week_within_100_percent');
  });

  it('counts a closed day out of the hours of its week', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    await givenClosure(graph.db, centreId, ['2026-03-02', '2026-03-06']);

    expect(await brokenBy(givenBooking(graph.db, { sectionId }))).toBe('centre_week_within_100_percent');
  });

  it('counts a cancelled booking as free and refuses to revive it into a full section', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const given = await givenBooking(graph.db, { sectionId, status: 'CANCELLED' });
    await givenBooking(graph.db, { sectionId });

    const revive = graph.db.update(Booking, given.id, { status: 'CONFIRMED', cancellationReason: null });

    expect(await brokenBy(revive)).toBe('section_not_overfilled');
  });

  it('refuses a booking moved into a full moment, also one that turns from an emergency to ordinary care', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    await givenBooking(graph.db, { sectionId });
    const later = {
      startsAt: new Date('2026-03-03T13:00:00+01:00'),
      endsAt: new Date('2026-03-03T14:00:00+01:00'),
    };
    const afternoon = await givenBooking(graph.db, { sectionId, ...later });
    const emergency = await givenBooking(graph.db, { sectionId, kind: 'EMERGENCY' });
    const earlier = { startsAt: new Date('2026-03-03T11:30:00+01:00') };

    expect(await brokenBy(graph.db.update(Booking, afternoon.id, earlier))).toBe('section_not_overfilled');
    expect(await brokenBy(graph.db.update(Booking, emergency.id, { kind: 'FLEXIBLE' }))).toBe(
      'section_not_overfilled',
    );
  });

  it('lets attendance be noted although places were reduced since', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 2 });
    const booking = await givenBooking(graph.db, { sectionId });
    await givenBooking(graph.db, { sectionId });
    await graph.db.update(Section, sectionId, { places: 1 });

    expect(await brokenBy(graph.db.update(Booking, booking.id, { status: 'ATTENDED' }))).toBeUndefined();
  });

  it('lets an emergency come where others overfill their section or their centre since, and nobody else', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const [full, other] = [
      await givenSection(graph.db, { centreId, places: 2 }),
      await givenSection(graph.db, { centreId, places: 2 }),
    ];
    for (let made = 0; made < 2; made += 1) await givenBooking(graph.db, { sectionId: full.id });
    await graph.db.update(Section, full.id, { places: 1 });

    expect(await brokenBy(emergencies(full.id, 1))).toBeUndefined();
    expect(await brokenBy(givenBooking(graph.db, { sectionId: other.id }))).toBeUndefined();
    expect(await brokenBy(givenBooking(graph.db, { sectionId: full.id }))).toBe('section_not_overfilled');
    // Kept from today on in the other one, of which one place is taken.
    const kept = [{ weekday: 2, from: '09:00', to: '12:00', sectionId: other.id, places: 2 }];
    await graph.db.query('update centres set emergency_places = $2 where id = $1', [
      centreId,
      JSON.stringify(kept),
    ]);
    expect(await brokenBy(givenBooking(graph.db, { sectionId: other.id }))).toBe('section_not_overfilled');
    expect(await brokenBy(emergencies(other.id, 1))).toBeUndefined();
  });

  it('lets all bookings of a section shift at once', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const next = {
      startsAt: new Date('2026-03-03T12:00:00+01:00'),
      endsAt: new Date('2026-03-03T14:00:00+01:00'),
    };
    await givenBooking(graph.db, { sectionId });
    await givenBooking(graph.db, { sectionId, ...next });

    const shift = graph.db.query(
      `update bookings set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'
       where section_id = $1`,
      [sectionId],
    );

    expect(await brokenBy(shift)).toBeUndefined();
  });

  it('keeps the centre of a booking true', async () => {
    const elsewhere = await givenCentre(graph.db);

    expect(await brokenBy(givenBooking(graph.db, { centreId: elsewhere.id }))).toBe(
      'booking_in_a_section_of_its_centre',
    );
  });

  it('takes the half-hour and the reason of a cancellation seriously', async () => {
    const crooked = { endsAt: new Date('2026-03-03T11:45:00+01:00') };

    expect(await brokenBy(givenBooking(graph.db, crooked))).toBe('booking_on_the_half_hour');
    expect(await brokenBy(givenBooking(graph.db, { status: 'CANCELLED', cancellationReason: null }))).toBe(
      'booking_cancelled_with_a_reason',
    );
  });

  it('is written in READ COMMITTED only, where a lock shows what it waited for', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    const { id, familyId } = await givenChild(graph.db);
    const attempt = withClient(graph.databaseUrl, async (client) => {
      await client.query('begin isolation level repeatable read');
      await client.query(INSERT, [newId(), id, familyId, sectionId, centreId]);
    });

    await expect(attempt).rejects.toThrow('READ COMMITTED');
  });

  it('gives 3 places to 3 of 16 who ask by hand-written SQL at the same moment', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db, { places: 3 });
    const children = await Promise.all(Array.from({ length: 16 }, () => givenChild(graph.db)));
    const broken = await Promise.all(
      children.map(({ id, familyId }) =>
        brokenBy(graph.db.query(INSERT, [newId(), id, familyId, sectionId, centreId])),
      ),
    );

    expect(broken.filter((constraint) => constraint === undefined)).toHaveLength(3);
    expect(broken.filter((constraint) => constraint === 'section_not_overfilled')).toHaveLength(13);
  });
});
