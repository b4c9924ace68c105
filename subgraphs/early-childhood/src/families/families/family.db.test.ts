import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  integrator,
} from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenAdult, givenChild, givenFamily } from './family.builder.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const codeOf = (errors: readonly { extensions?: Record<string, unknown> }[]) => errors[0]?.extensions?.code;

describe('a family', () => {
  const FAMILY = 'query ($reference: String!) { family(reference: $reference) { id } }';

  it('is found by its reference and by its id', async () => {
    const { id, reference } = await givenFamily(graph.db);
    const byId = 'query ($id: ID!) { familyById(id: $id) { reference } }';

    const written = ` ${reference.toLowerCase()} `;
    expect((await graph.query(FAMILY, { reference: written }, coordinator())).data.family).toEqual({ id });
    expect((await graph.query(byId, { id }, caseworker())).data.familyById).toEqual({ reference });
  });

  it('is absent, without an error, when nobody has this reference', async () => {
    expect(await graph.query(FAMILY, { reference: 'NAN-999999' }, coordinator())).toEqual({
      data: { family: null },
      errors: [],
    });
  });

  it('is closed to advisors, centre staff and integrators, as are its members', async () => {
    const { reference } = await givenFamily(graph.db);
    const members = ['adult', 'child', 'familyById', 'placement'].map(
      (door) => `query ($id: ID!) { ${door}(id: $id) { id } }`,
    );

    for (const user of [advisor(), centreStaff(), integrator()]) {
      expect(codeOf((await graph.query(FAMILY, { reference }, user)).errors)).toBe('FORBIDDEN');
    }
    for (const ask of members) {
      expect(codeOf((await graph.query(ask, { id: newId() }, advisor())).errors)).toBe('FORBIDDEN');
    }
  });

  it('shows an advisor who comes from a milestone names, not the home, the children or their care', async () => {
    const adult = await givenAdult(graph.db);
    const child = await givenChild(graph.db, { familyId: adult.familyId });

    const family = await graph.resolveReferences(
      'Family',
      [{ id: adult.familyId }],
      '{ displayName adults { firstName lastName } address { street } children { firstName } }',
      advisor(),
    );
    const care = await graph.resolveReferences(
      'Child',
      [{ id: child.id }],
      '{ firstName careAlerts }',
      advisor(),
    );

    expect(family.data).toEqual([
      {
        displayName: 'Lefort',
        adults: [{ firstName: 'Awa', lastName: 'Lefort' }],
        address: null,
        children: null,
      },
    ]);
    expect(family.errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_SHARED', 'NOT_SHARED']);
    expect(care.data).toEqual([{ firstName: 'Tom', careAlerts: null }]);
  });

  it('is found again with its members from the keys other agencies hold', async () => {
    const child = await givenChild(graph.db);
    const booking = await givenBooking(graph.db, { childId: child.id });
    const placement = await givenPlacement(graph.db);
    const adult = await givenAdult(graph.db);
    const ids = { Child: child.id, Booking: booking.id, Placement: placement.id, Adult: adult.id };

    for (const [type, id] of Object.entries(ids)) {
      const { data } = await graph.resolveReferences(type, [{ id }], '{ id }', coordinator());
      expect(data).toEqual([{ id }]);
    }
  });
});

describe('bookings of a child', () => {
  const BOOKINGS = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
    child(id: $id) { family { id } bookings(from: $from, to: $to) { id status } }
  }`;
  const march = { from: '2026-03-01T00:00:00+01:00', to: '2026-04-01T00:00:00+02:00' };

  it('are those that touch the span, cancelled ones included, in order', async () => {
    const { id } = await givenChild(graph.db);
    const next = {
      startsAt: new Date('2026-03-04T09:00:00+01:00'),
      endsAt: new Date('2026-03-04T12:00:00+01:00'),
    };
    const second = await givenBooking(graph.db, { childId: id, ...next });
    const first = await givenBooking(graph.db, { childId: id, status: 'CANCELLED' });

    const { data } = await graph.query(BOOKINGS, { id, ...march }, coordinator());
    const noon = { from: '2026-03-03T12:00:00+01:00', to: '2026-03-04T09:00:00+01:00' };

    expect(data.child.bookings).toEqual([
      { id: first.id, status: 'CANCELLED' },
      { id: second.id, status: 'CONFIRMED' },
    ]);
    expect((await graph.query(BOOKINGS, { id, ...noon }, coordinator())).data.child.bookings).toEqual([]);
  });

  it('are only those in the states that are asked for, over a year', async () => {
    const { id } = await givenChild(graph.db);
    const { id: kept } = await givenBooking(graph.db, { childId: id });
    await givenBooking(graph.db, { childId: id, status: 'CANCELLED' });
    const ask = `query ($id: ID!, $statuses: [BookingStatus!]) { child(id: $id) {
      bookings(from: "2025-09-01T00:00:00Z", to: "2026-09-30T00:00:00Z", statuses: $statuses) { id } } }`;
    const found = async (statuses: string[]) =>
      (await graph.query(ask, { id, statuses }, coordinator())).data.child.bookings;
    expect(await found(['CONFIRMED', 'ATTENDED'])).toEqual([{ id: kept }]);
    expect(await found(['CONFIRMED', 'CANCELLED'])).toHaveLength(2);
    expect(await found([])).toEqual([]);
  });

  it('are asked for 400 days at most', async () => {
    const { id } = await givenChild(graph.db);

    const { errors } = await graph.query(
      BOOKINGS,
      { id, ...march, to: '2027-05-01T00:00:00Z' },
      coordinator(),
    );

    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'to' });
  });
});
