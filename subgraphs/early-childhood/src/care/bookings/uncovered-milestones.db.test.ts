import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenDatedArrangement } from '../own-arrangements/own-arrangement.builder.ts';
import { givenBooking } from './booking.builder.ts';
import { Booking } from './booking.ts';

const CHANGED = `booking { status startsAt version history { kind sentence } } refusal { reason }
  uncoveredMilestones { milestone { id } startsAt endsAt status }`;
const CANCEL = `mutation ($input: CancelBookingInput!) { changed: cancelBooking(input: $input) { ${CHANGED} } }`;
const MOVE = `mutation ($input: MoveBookingInput!) { changed: moveBooking(input: $input) { ${CHANGED} } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const ask = async (mutation: string, { id }: Booking, given: Readonly<Record<string, unknown>>) => {
  const input = { bookingId: id, version: 1, ...given };
  const { data, errors } = await graph.query(mutation, { input }, coordinator());
  expect(errors).toEqual([]);
  return data.changed;
};
const cancel = (booking: Booking, given: Readonly<Record<string, unknown>> = {}) =>
  ask(CANCEL, booking, { reason: 'Enfant malade', ...given });

/** From 9 to 12, in which the interview from 10 to 11 lies. */
const givenCoveredInterview = async (facts: Partial<Booking> = {}) => {
  const booking = await givenBooking(graph.db, facts);
  const milestone = await givenKnownMilestone(graph.db, { familyId: booking.familyId });
  return { booking, milestone };
};

const uncoveredIds = (changed: { uncoveredMilestones: { milestone: { id: string } }[] }): string[] =>
  changed.uncoveredMilestones.map(({ milestone }) => milestone.id);

describe('the milestones that lose cover', () => {
  it('are told when a booking is cancelled', async () => {
    const { booking, milestone } = await givenCoveredInterview();

    expect((await cancel(booking)).uncoveredMilestones).toEqual([
      {
        milestone: { id: milestone.id },
        startsAt: '2026-03-03T09:00:00.000Z',
        endsAt: '2026-03-03T10:00:00.000Z',
        status: 'UNCOVERED',
      },
    ]);
  });

  it('are told when a booking moves away, also in part, but not while it covers them still', async () => {
    const { booking, milestone } = await givenCoveredInterview();
    const still = { startsAt: '2026-03-03T10:00:00+01:00', endsAt: '2026-03-03T12:00:00+01:00' };
    const half = { startsAt: '2026-03-03T10:30:00+01:00', endsAt: '2026-03-03T12:00:00+01:00' };

    expect(uncoveredIds(await ask(MOVE, booking, still))).toEqual([]);
    expect(await ask(MOVE, booking, { ...half, version: 2 })).toMatchObject({
      booking: { version: 3 },
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'PARTIAL' }],
    });
  });

  it('are those of the child whose care it was, also when a sibling lacks care already', async () => {
    const { booking, milestone } = await givenCoveredInterview();
    await givenChild(graph.db, { familyId: booking.familyId });

    expect(uncoveredIds(await cancel(booking))).toEqual([milestone.id]);
  });

  it('are none while other care covers them, when they are called off, past, or when the place was only held', async () => {
    const { booking } = await givenCoveredInterview();
    await givenDatedArrangement(graph.db, booking.childId, {
      startsAt: new Date('2026-03-03T08:00:00+01:00'),
      endsAt: new Date('2026-03-03T12:00:00+01:00'),
    });
    const calledOff = await givenBooking(graph.db);
    await givenKnownMilestone(graph.db, { familyId: calledOff.familyId, status: 'CANCELLED' });
    const { booking: held } = await givenCoveredInterview({ status: 'HELD' });

    expect(uncoveredIds(await cancel(booking))).toEqual([]);
    expect(uncoveredIds(await cancel(calledOff))).toEqual([]);
    expect(uncoveredIds(await cancel(held))).toEqual([]);
  });

  it('are none when the change is refused', async () => {
    const { booking } = await givenCoveredInterview();

    expect(await cancel(booking, { version: 3 })).toEqual({
      booking: null,
      refusal: { reason: 'STALE_VERSION' },
      uncoveredMilestones: [],
    });
  });
});

describe('a preview', () => {
  const noon = { startsAt: '2026-03-03T12:00:00+01:00', endsAt: '2026-03-03T14:00:00+01:00' };

  it.each([
    ['of a cancellation', CANCEL, { reason: 'Enfant malade' }],
    ['of a move', MOVE, noon],
  ])('%s answers what the change will, and changes and tells nothing', async (_of, mutation, given) => {
    const { booking, milestone } = await givenCoveredInterview();

    const preview = await ask(mutation, booking, { ...given, preview: true });

    expect(uncoveredIds(preview)).toEqual([milestone.id]);
    expect(await graph.db.findOneByOrFail(Booking, { id: booking.id })).toEqual(booking);
    const told = (await graph.published()).filter(({ familyId }) => familyId === booking.familyId);
    expect(told).toEqual([]);
    expect(preview.booking.history).toHaveLength(1);
    expect(await ask(mutation, booking, given)).toEqual(preview);
  });

  it('is refused as the change would be', async () => {
    const { booking } = await givenCoveredInterview();

    expect((await ask(MOVE, booking, { ...noon, version: 2, preview: true })).refusal.reason).toBe(
      'STALE_VERSION',
    );
  });
});
