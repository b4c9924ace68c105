import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import type { Adult } from '../../families/families/adult.ts';
import type { Child } from '../../families/families/child.ts';
import { givenAdult, givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { subgraph } from '../../subgraph.ts';

type Facts = Readonly<Record<string, unknown>>;
const ADULT = 'adult { leftOn version }';
const CHILD = 'child { leftOn version }';
const selections: Readonly<Record<string, string>> = {
  recordAdultDeparture: ADULT,
  correctChild: CHILD,
  recordChildDeparture: `${CHILD} bookingsToCome { id } placementsToCome { id } openCareRequests { id }`,
};

let graph: TestSubgraph;
let familyId: string;
let adult: Adult;
let child: Child;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  familyId = (await givenFamily(graph.db, { householdKind: 'COUPLE' })).id;
  adult = await givenAdult(graph.db, { familyId, phone: '+33612345678' });
  child = await givenChild(graph.db, { familyId, careAlerts: ['Arachide'] });
});
afterAll(() => graph.close());

const change = async (door: string, facts: Facts) => {
  const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { answer: ${door}(input: $input) {
    ${selections[door]} refusal { reason message } } }`;
  const { data, errors } = await graph.query(document, { input: facts }, caseworker());
  expect(errors).toEqual([]);
  return data.answer;
};
const fileOf = async (id = familyId) => {
  const { data, errors } = await graph.resolveReferences(
    'Family',
    [{ id }],
    '{ version adults { id } children { id } formerAdults { id leftOn } formerChildren { id leftOn } }',
    coordinator(),
  );
  expect(errors).toEqual([]);
  return data[0];
};
const eventsOf = async (type: string) =>
  (await graph.published()).filter((event) => event.familyId === familyId && event.type === type);

const WAITING = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
const untilOneWaits = async (): Promise<void> => {
  while ((await graph.db.query(WAITING)).length === 0) await setTimeout(5);
};

describe('a member who leaves', () => {
  it('no longer counts from that day, and stays in the history', async () => {
    const second = await givenAdult(graph.db, { familyId });
    const departure = { version: 1, leftOn: '2026-03-01' };

    await change('recordAdultDeparture', { ...departure, adultId: adult.id });
    await change('recordChildDeparture', { ...departure, childId: child.id });

    expect(await fileOf()).toEqual({
      version: 3,
      adults: [{ id: second.id }],
      children: [],
      formerAdults: [{ id: adult.id, leftOn: '2026-03-01' }],
      formerChildren: [{ id: child.id, leftOn: '2026-03-01' }],
    });
    const told = await eventsOf('relais.family.changed.v1');
    expect(told.map(({ data }) => data.adultIds)).toEqual([[second.id], [second.id]]);
  });

  it('is back when that was a mistake', async () => {
    await change('recordChildDeparture', { childId: child.id, version: 1, leftOn: '2026-03-01' });
    const { child: back } = await change('recordChildDeparture', { childId: child.id, version: 2 });
    expect(back).toMatchObject({ leftOn: null, version: 3 });
    expect((await fileOf()).children).toEqual([{ id: child.id }]);
    const told = await eventsOf('relais.children.changed.v1');
    expect(told.map(({ data }) => data.childIds)).toEqual([[], [child.id]]);
    const steps = await graph.db.query('select kind from care_steps where subject_id = $1 order by id', [
      child.id,
    ]);
    expect(steps).toEqual([{ kind: 'CHILD_LEFT' }, { kind: 'CHILD_BACK' }]);
  });

  it('needs no care for milestones from that day on; what was before stays true', async () => {
    await givenAdult(graph.db, { familyId });
    const day = (text: string) => ({
      familyId,
      startsAt: new Date(`${text}T10:00:00+01:00`),
      endsAt: new Date(`${text}T11:00:00+01:00`),
    });
    const before = await givenKnownMilestone(graph.db, day('2026-02-26'));
    const after = await givenKnownMilestone(graph.db, day('2026-03-03'));
    await change('correctChild', { childId: child.id, version: 1, careAlerts: ['Lait'] });

    await change('recordChildDeparture', { childId: child.id, version: 2, leftOn: '2026-02-27' });

    const { data, errors } = await graph.resolveReferences(
      'Milestone',
      [before, after].map(({ id, startsAt, endsAt }) => ({
        id,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        travelMinutes: 0,
        family: { id: familyId },
      })),
      '{ childcareCover { status } }',
      coordinator(),
    );
    expect(errors).toEqual([]);
    expect(data).toEqual([
      { childcareCover: { status: 'UNCOVERED' } },
      { childcareCover: { status: 'NOT_NEEDED' } },
    ]);
    const told = await eventsOf('relais.cover.changed.v1');
    expect(told.map((event) => event.data.status)).toEqual(['UNCOVERED', 'NOT_NEEDED']);
  });

  it('does not leave places behind: the care to come is shown, and must end first', async () => {
    const booking = await givenBooking(graph.db, {
      childId: child.id,
      startsAt: new Date('2026-03-04T09:00:00+01:00'),
      endsAt: new Date('2026-03-04T12:00:00+01:00'),
    });
    const placement = await givenPlacement(graph.db, { childId: child.id, familyId });
    const request = await givenCareRequest(graph.db, { childId: child.id });
    await givenCareRequest(graph.db, { childId: child.id, status: 'WITHDRAWN' });
    const leaving = { childId: child.id, version: 1, leftOn: '2026-03-02' };

    const refused = await change('recordChildDeparture', leaving);
    expect(refused).toMatchObject({
      child: null,
      refusal: { reason: 'CARE_TO_COME' },
      bookingsToCome: [{ id: booking.id }],
      placementsToCome: [{ id: placement.id }],
      openCareRequests: [{ id: request.id }],
    });

    await graph.db.query("update bookings set status = 'CANCELLED', cancellation_reason = 'Départ'");
    await graph.db.query("update care_requests set status = 'WITHDRAWN'");
    await graph.db.query("update placements set ends_on = '2026-03-01', end_reason = 'Départ'");
    expect((await change('recordChildDeparture', leaving)).refusal).toBeNull();
    const { data } = await graph.query(
      `{ child(id: "${child.id}") { bookings(from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { id } } }`,
      {},
      coordinator(),
    );
    expect(data.child.bookings).toEqual([{ id: booking.id }]);
  });

  it('is not taken into care any more', async () => {
    await change('recordChildDeparture', { childId: child.id, version: 1, leftOn: '2026-03-02' });
    const { id: sectionId } = (await graph.db.query('select id from sections limit 1'))[0];
    const { data } = await graph.query(
      `mutation ($input: BookCareInput!) { bookCare(input: $input) { refusal { reason } } }`,
      {
        input: {
          childId: child.id,
          sectionId,
          kind: 'EMERGENCY',
          startsAt: '2026-03-05T09:00:00+01:00',
          endsAt: '2026-03-05T12:00:00+01:00',
          confirmed: true,
        },
      },
      coordinator(),
    );
    expect(data.bookCare.refusal.reason).toBe('CHILD_OF_ANOTHER_FAMILY');
  });

  it('and a booking of the same moment wait for each other: the second is refused', async () => {
    const leaving = { childId: child.id, version: 1, leftOn: '2026-03-02' };
    const times = { startsAt: new Date('2026-03-04T08:00:00Z'), endsAt: new Date('2026-03-04T11:00:00Z') };
    const departure = inTransaction(graph.db, async (tx) => {
      await givenBooking(tx, { childId: child.id, ...times });
      const answer = change('recordChildDeparture', leaving);
      await untilOneWaits();
      return { answer };
    });
    expect((await (await departure).answer).refusal.reason).toBe('CARE_TO_COME');

    await graph.db.query("update bookings set status = 'CANCELLED', cancellation_reason = 'Départ'");
    await change('recordChildDeparture', leaving);
    await expect(givenBooking(graph.db, { childId: child.id, ...times })).rejects.toMatchObject({
      driverError: { constraint: 'booking_of_a_child_still_here' },
    });
    const before = { startsAt: new Date('2026-02-27T08:00:00Z'), endsAt: new Date('2026-02-27T11:00:00Z') };
    expect((await givenBooking(graph.db, { childId: child.id, ...before })).status).toBe('CONFIRMED');
  });
});
