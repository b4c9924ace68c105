import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from './booking.builder.ts';

const CANCEL = `mutation ($input: CancelBookingInput!) {
  cancelBooking(input: $input) { booking { status cancellationReason version halfHoursDue } refusal { reason message } }
}`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const cancel = async (bookingId: string, input: Readonly<Record<string, unknown>> = {}) => {
  const document = { input: { bookingId, version: 1, reason: 'Entretien reporté', ...input } };
  const { data } = await graph.query(CANCEL, document, coordinator());
  return data.cancelBooking;
};

describe('cancelling a booking', () => {
  it('gives the place back', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const booking = await givenBooking(graph.db, { sectionId });

    expect(await cancel(booking.id)).toEqual({
      booking: { status: 'CANCELLED', cancellationReason: 'Entretien reporté', version: 2, halfHoursDue: 0 },
      refusal: null,
    });
    expect((await givenBooking(graph.db, { sectionId })).status).toBe('CONFIRMED');
  });

  it('costs what an absence does once care has begun, whoever cancels, and frees the place', async () => {
    const running = {
      startsAt: new Date('2026-03-02T10:00:00+01:00'),
      endsAt: new Date('2026-03-02T13:00:00+01:00'),
    };
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const begun = await givenBooking(graph.db, { sectionId, ...running });
    const held = await givenBooking(graph.db, { status: 'HELD', ...running });

    expect((await cancel(begun.id)).booking).toMatchObject({ status: 'CANCELLED', halfHoursDue: 6 });
    expect((await cancel(held.id)).booking).toMatchObject({ status: 'CANCELLED', halfHoursDue: 0 });
    expect((await givenBooking(graph.db, { sectionId, ...running })).status).toBe('CONFIRMED');
    // Booked to begin at once, and seen to be a mistake.
    const early = { ...running, startsAt: new Date('2026-03-02T09:30:00+01:00') };
    for (const [bookedAt, halfHoursDue] of [
      ['2026-03-02T09:45:00+01:00', 0],
      ['2026-03-02T09:30:00+01:00', 7],
    ] as const) {
      const { id } = await givenBooking(graph.db, { ...early, bookedAt: new Date(bookedAt) });
      expect((await cancel(id)).booking).toMatchObject({ halfHoursDue });
    }
  });

  it('is refused to whoever saw an older version, and once the care is over', async () => {
    const stale = await givenBooking(graph.db, { version: 2 });
    const over = await givenBooking(graph.db, {
      startsAt: new Date('2026-02-27T09:00:00+01:00'),
      endsAt: new Date('2026-02-27T12:00:00+01:00'),
    });

    expect((await cancel(stale.id)).refusal.reason).toBe('STALE_VERSION');
    expect((await cancel(over.id)).refusal.reason).toBe('ALREADY_ENDED');
    expect((await cancel(newId())).refusal.reason).toBe('UNKNOWN_BOOKING');
  });

  it('is for coordinators', async () => {
    const { id } = await givenBooking(graph.db);
    const input = { bookingId: id, version: 1, reason: 'Absence' };

    const { errors } = await graph.query(CANCEL, { input }, caseworker());

    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
