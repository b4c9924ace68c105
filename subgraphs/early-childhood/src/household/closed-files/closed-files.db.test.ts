import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { subgraph } from '../../subgraph.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const CLOSING = 'closing { reason note closedBy reopenedAt reopenedBy version }';
const CLOSE = `mutation ($input: CloseFamilyFileInput!) { done: closeFamilyFile(input: $input) {
  family { id version } ${CLOSING} endedPlacements { id } withdrawnRequests { id } bookingsGivenBack { id } givenBackCount
  uncoveredMilestones { milestone { id } status } refusal { reason message } } }`;
const REOPEN = `mutation ($input: ReopenFamilyFileInput!) { done: reopenFamilyFile(input: $input) {
  family { version } ${CLOSING} refusal { reason } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

const zoe = coordinator('zoe');
const ask = async (document: string, variables: object, as: TestUser = zoe) => {
  const { data, errors } = await graph.query(document, { ...variables }, as);
  expect(errors).toEqual([]);
  return data;
};
const close = async (input: object) => (await ask(CLOSE, { input: { reason: 'MOVED_AWAY', ...input } })).done;
const reopen = async (input: object) => (await ask(REOPEN, { input })).done;
const closingsOf = async (id: string) =>
  (await ask('query ($id: ID!) { familyById(id: $id) { closings { reopenedAt reopenedBy } } }', { id }))
    .familyById.closings;
const HISTORY =
  'query ($id: ID!) { familyById(id: $id) { careTimeline(first: 9) { edges { node { kind author } } } } }';
const historyOf = async (id: string): Promise<readonly object[]> =>
  (await ask(HISTORY, { id })).familyById.careTimeline.edges.map(({ node }: { node: object }) => node);
const at = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`);

const MOVED = { startsAt: at('2026-03-06', '09:00'), endsAt: at('2026-03-06', '12:00') };

/** A family with a placement, a request and care booked today and later, which covers a milestone. */
const aFamilyInCare = async () => {
  const { id: childId, familyId } = await givenChild(graph.db);
  const placement = await givenPlacement(graph.db, {
    ...{ childId, familyId },
    ...{ startsOn: Temporal.PlainDate.from('2026-02-02'), endsOn: Temporal.PlainDate.from('2026-06-30') },
  });
  const request = await givenCareRequest(graph.db, { childId, familyId });
  const stay = (day: string) => ({
    ...{ childId, familyId },
    ...{ startsAt: at(day, '09:00'), endsAt: at(day, '12:00') },
  });
  const today = await givenBooking(graph.db, { ...stay('2026-03-02'), startsAt: at('2026-03-02', '11:00') });
  const later = await givenBooking(graph.db, stay('2026-03-05'));
  const milestone = await givenKnownMilestone(graph.db, {
    ...{ familyId, travelMinutes: 0 },
    ...{ startsAt: at('2026-03-05', '09:30'), endsAt: at('2026-03-05', '11:00') },
  });
  return { childId, familyId, placement, request, today, later, milestone };
};

describe('closing a file', () => {
  it('shows what ends, then ends it; today’s care goes on, and the milestone shows its gap', async () => {
    const { familyId, placement, request, today, later, milestone } = await aFamilyInCare();
    const asked = { familyId, version: 1, note: ' À Rennes ' };
    const shown = await close({ ...asked, preview: true });
    expect(await closingsOf(familyId)).toEqual([]);
    const done = await close(asked);
    expect(done).toEqual(shown);
    expect(done).toMatchObject({
      family: { id: familyId, version: 2 },
      closing: { reason: 'MOVED_AWAY', note: 'À Rennes', closedBy: 'zoe', reopenedAt: null, version: 1 },
      endedPlacements: [{ id: placement.id }],
      withdrawnRequests: [{ id: request.id }],
      bookingsGivenBack: [{ id: later.id }],
      givenBackCount: 1,
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'UNCOVERED' }],
      refusal: null,
    });
    const states = await graph.db.query(
      `select (select ends_on::text from placements where id = $1) as ends, (select status from care_requests where id = $2) as request,
         (select status from bookings where id = $3) as today, (select status from bookings where id = $4) as later`,
      [placement.id, request.id, today.id, later.id],
    );
    expect(states).toEqual([
      { ends: '2026-03-02', request: 'WITHDRAWN', today: 'CONFIRMED', later: 'CANCELLED' },
    ]);
    expect(await historyOf(familyId)).toContainEqual({ kind: 'BOOKING_CANCELLED', author: 'zoe' });
    expect((await close({ ...asked, version: 2 })).refusal.reason).toBe('CLOSED_ALREADY');
    const told = (await graph.published()).filter(({ type }) => type === 'relais.family.changed.v1');
    expect(told.at(-1)?.data).toMatchObject({ familyId, version: 2 });
  });

  it('counts what an accepted offer booked from tomorrow on, and leaves its care of today', async () => {
    const { id, childId, familyId, weeklyPattern } = await givenCareRequest(graph.db, { status: 'ACCEPTED' });
    const section = await givenSection(graph.db);
    const offerId = newId();
    await graph.db.query(
      `insert into care_offers (id, care_request_id, section_id, centre_id, status, first_day, last_day, weekly_pattern,
         stretches, expires_at, offered_at, offered_by, version)
       values ($1, $2, $3, $4, 'ACCEPTED', '2026-03-02', '2026-03-05', $6, '[]', $5, $5, 'zoe', 1)`,
      [offerId, id, section.id, section.centreId, NOW, JSON.stringify(weeklyPattern)],
    );
    const stays = ['2026-03-02', '2026-03-05'].map((day) =>
      givenBooking(graph.db, {
        ...{ childId, familyId, offerId, sectionId: section.id, centreId: section.centreId },
        ...{ startsAt: at(day, '14:00'), endsAt: at(day, '17:00') },
      }),
    );
    const [today, later] = await Promise.all(stays);
    const shown = await close({ familyId, version: 1, preview: true });
    const done = await close({ familyId, version: 1 });
    expect(done).toEqual(shown);
    expect([done.bookingsGivenBack, done.givenBackCount]).toEqual([[{ id: later?.id }], 1]);
    const status = async (bookingId = '') =>
      (await graph.db.findOneByOrFail(Booking, { id: bookingId })).status;
    expect([await status(today?.id), await status(later?.id)]).toEqual(['CONFIRMED', 'CANCELLED']);
    expect(await historyOf(familyId)).not.toContainEqual(
      expect.objectContaining({ kind: 'BOOKING_CANCELLED' }),
    );
  });

  it('calls a placement off that has not begun', async () => {
    const { id: childId, familyId } = await givenChild(graph.db);
    const { id } = await givenPlacement(graph.db, {
      ...{ childId, familyId },
      ...{ startsOn: Temporal.PlainDate.from('2026-04-06'), endsOn: Temporal.PlainDate.from('2026-06-30') },
    });
    await close({ familyId, version: 1 });
    const [placement] = await graph.db.query('select ends_on::text as ends from placements where id = $1', [
      id,
    ]);
    expect(placement).toEqual({ ends: '2026-04-05' });
  });

  it('is refused, each with its reason, and is the service point’s', async () => {
    const { familyId } = await givenChild(graph.db, { birthDate: Temporal.PlainDate.from('2024-01-01') });
    const reasonOf = async (input: object) =>
      (await close({ familyId, version: 1, ...input })).refusal.reason;
    expect(await reasonOf({ familyId: newId() })).toBe('UNKNOWN_FAMILY');
    expect(await reasonOf({ version: 2 })).toBe('STALE_VERSION');
    expect(await reasonOf({ reason: 'YOUNGEST_TURNED_SIX' })).toBe('CHILD_UNDER_SIX');
    const input = { familyId, version: 1 };
    for (const [document, given] of [
      [CLOSE, { ...input, reason: 'MOVED_AWAY' }],
      [REOPEN, input],
    ] as const) {
      const { errors } = await graph.query(document, { input: given }, caseworker());
      expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });
});

describe('a closed file', () => {
  it('is opened again by hand, and what ended with it stays ended', async () => {
    const { familyId, later } = await aFamilyInCare();
    expect((await reopen({ familyId, version: 1 })).refusal.reason).toBe('NOT_CLOSED');
    expect((await reopen({ familyId: newId(), version: 1 })).refusal.reason).toBe('UNKNOWN_FAMILY');
    await close({ familyId, version: 1 });
    expect((await reopen({ familyId, version: 2 })).refusal.reason).toBe('STALE_VERSION');
    const { family, closing } = await reopen({ familyId, version: 1 });
    expect([family.version, closing]).toEqual([
      3,
      expect.objectContaining({ reopenedAt: NOW.toISOString(), reopenedBy: 'zoe', version: 2 }),
    ]);
    expect((await graph.db.findOneByOrFail(Booking, { id: later.id })).status).toBe('CANCELLED');
    expect((await close({ familyId, version: 3 })).refusal).toBeNull();
    expect(await closingsOf(familyId)).toHaveLength(2);
  });

  it('is opened by whatever is asked for it or booked, so that it never has care to come', async () => {
    const asked = await givenChild(graph.db);
    await close({ familyId: asked.familyId, version: 1 });
    const submit = `mutation ($input: SubmitCareRequestInput!) { submitCareRequest(input: $input) { careRequest { id } refusal { reason } } }`;
    const stretch = { startsAt: '2026-03-05T09:00:00+01:00', endsAt: '2026-03-05T12:00:00+01:00' };
    const input = { childId: asked.id, kind: 'SHORT_TERM', stretches: [stretch] };
    const { submitCareRequest } = await ask(submit, { input }, coordinator('lea'));
    expect(submitCareRequest.refusal).toBeNull();
    expect(await closingsOf(asked.familyId)).toEqual([{ reopenedAt: NOW.toISOString(), reopenedBy: 'lea' }]);

    expect(await historyOf(asked.familyId)).toContainEqual({ kind: 'FAMILY_REOPENED', author: 'lea' });

    const booked = await givenChild(graph.db);
    await close({ familyId: booked.familyId, version: 1 });
    await givenBooking(graph.db, { childId: booked.id, familyId: booked.familyId });
    expect((await closingsOf(booked.familyId))[0].reopenedAt).not.toBeNull();

    const waits = await givenCareRequest(graph.db);
    await close({ familyId: waits.familyId, version: 1 });
    await graph.db.update(CareRequest, { id: waits.id }, { status: 'SUBMITTED' });
    expect((await closingsOf(waits.familyId))[0].reopenedAt).not.toBeNull();
  });

  it('is opened by care of today that is moved to a day to come', async () => {
    const { familyId, today } = await aFamilyInCare();
    await close({ familyId, version: 1 });
    await graph.db.update(Booking, { id: today.id }, MOVED);
    expect(await closingsOf(familyId)).toEqual([expect.objectContaining({ reopenedBy: 'relais' })]);
  });

  it('is not closed before a booking has come to stand where it is moved at the same moment', async () => {
    const { familyId, today, later } = await aFamilyInCare();
    const closing = await inTransaction(graph.db, async (tx) => {
      await tx.update(Booking, { id: today.id }, MOVED);
      const done = close({ familyId, version: 1 });
      expect(await Promise.race([done, setTimeout(300, 'WAITS')])).toBe('WAITS');
      return { done };
    });
    const { bookingsGivenBack } = await closing.done;
    expect(bookingsGivenBack).toEqual([{ id: later.id }, { id: today.id }]);
  });

  it('is open once it is merged, whichever of the two was closed', async () => {
    const [survivor, duplicate] = [await givenFamily(graph.db), await givenFamily(graph.db)];
    for (const { id: familyId } of [survivor, duplicate]) await close({ familyId, version: 1 });
    const input = {
      ...{ survivorId: survivor.id, survivorVersion: 2 },
      ...{ duplicateId: duplicate.id, duplicateVersion: 2 },
    };
    const merge = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) { refusal { reason } } }`;
    expect((await ask(merge, { input })).mergeFamilies.refusal).toBeNull();
    const closings = await closingsOf(survivor.id);
    expect(closings.map(({ reopenedBy }: { reopenedBy: string }) => reopenedBy)).toEqual(['zoe', 'zoe']);
    const opened = { kind: 'FAMILY_REOPENED', author: 'zoe' };
    const history = await historyOf(survivor.id);
    expect(history.filter((step) => JSON.stringify(step) === JSON.stringify(opened))).toHaveLength(2);
  });
});
