import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, centreStaff, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { ask as askClosure, WITHDRAW } from '../../care/closures/testing/ask-closure.ts';
import { givenDistrict, givenSection } from '../../centres/centres/centre.builder.ts';
import { askCover, referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { subgraph } from '../../subgraph.ts';

const LOST = `query ($closureId: ID!, $first: Int, $after: String) {
  careLostToClosure(closureId: $closureId, first: $first, after: $after) {
    totalCount isExact pageInfo { endCursor hasNextPage }
    edges { node { startsAt endsAt booking { id child { id } } options(first: 20) { section { id } kind startsAt endsAt isWholeTime } } } } }`;
const BOOK = `mutation ($input: BookBackupsInput!) { bookBackups(input: $input) {
  lines { id booking { id status startsAt endsAt section { id } child { id } } refusal { reason } } refusal { reason } } }`;
const CLOSE = `mutation ($input: CloseCentreInput!) { closeCentre(input: $input) {
  closures { id } freedBookings shortenedBookings refusal { reason } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const day = (time: string) => new Date(`2026-03-17T${time}:00+01:00`);

/** Two children lose their afternoon, one of them all of its care. */
const givenClosing = async () => {
  const { id: sectionId, centreId } = await givenSection(graph.db);
  const { id: elsewhere } = await givenSection(graph.db);
  const whole = await givenBooking(graph.db, { sectionId, startsAt: day('08:00'), endsAt: day('17:00') });
  const milestone = await givenKnownMilestone(graph.db, {
    ...{ familyId: whole.familyId, startsAt: day('15:00'), endsAt: day('16:00'), travelMinutes: 0 },
  });
  await graph.db.query('update bookings set milestone_id = $2 where id = $1', [whole.id, milestone.id]);
  const late = await givenBooking(graph.db, { sectionId, startsAt: day('14:30'), endsAt: day('16:30') });
  const input = {
    centreIds: [centreId],
    from: '2026-03-17',
    to: '2026-03-17',
    reason: 'Panne',
    closesAt: '14:00',
  };
  const closed = await askClosure(graph, CLOSE, input);
  expect(closed).toMatchObject({ freedBookings: 1, shortenedBookings: 1, refusal: null });
  return { closureId: closed.closures[0].id, whole, late, milestone, elsewhere };
};

const lostTo = async (closureId: string, page: object = {}, as: TestUser = coordinator()) => {
  const { data, errors } = await graph.query(LOST, { closureId, ...page }, as);
  expect(errors).toEqual([]);
  return data.careLostToClosure;
};
const bookBackups = async (choices: readonly object[]) => {
  const { data, errors } = await graph.query(BOOK, { input: { choices } }, coordinator());
  expect(errors).toEqual([]);
  return data.bookBackups;
};

describe('what a closure took from children', () => {
  it('is one list with where each can go, booked in one action, each line with its own answer', async () => {
    const { closureId, whole, late, milestone, elsewhere } = await givenClosing();

    const list = await lostTo(closureId);

    expect(list).toMatchObject({
      ...{ totalCount: 2, isExact: true },
      edges: [
        {
          node: {
            booking: { id: whole.id },
            startsAt: day('14:00').toISOString(),
            endsAt: day('17:00').toISOString(),
          },
        },
        {
          node: {
            booking: { id: late.id },
            startsAt: day('14:30').toISOString(),
            endsAt: day('16:30').toISOString(),
          },
        },
      ],
    });
    const option = {
      section: { id: elsewhere },
      ...{
        kind: 'SHORT_TERM',
        isWholeTime: true,
        startsAt: day('14:00').toISOString(),
        endsAt: day('17:00').toISOString(),
      },
    };
    expect(list.edges[0].node.options).toContainEqual(option);
    const first = await lostTo(closureId, { first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await lostTo(closureId, { first: 1, after: first.pageInfo.endCursor });
    expect(second.edges).toMatchObject([{ node: { booking: { id: late.id } } }]);

    const stay = { sectionId: elsewhere, kind: 'SHORT_TERM', startsAt: day('14:30'), endsAt: day('16:30') };
    const asEmergency = { ...stay, kind: 'EMERGENCY', id: newId(), bookingId: late.id };
    expect((await bookBackups([asEmergency])).lines).toMatchObject([{ refusal: { reason: 'FORESEEN' } }]);
    const choices = [
      { ...stay, id: newId(), bookingId: whole.id, startsAt: day('14:00'), endsAt: day('17:00') },
      { ...stay, id: newId(), bookingId: late.id, sectionId: newId() },
      { ...stay, id: newId(), bookingId: late.id, startsAt: day('13:00') },
      { ...stay, id: newId(), bookingId: newId() },
      { ...stay, id: newId(), bookingId: late.id },
    ];
    const booked = await bookBackups(choices);

    expect(booked.refusal).toBeNull();
    expect(
      booked.lines.map((each: { id: string; refusal: { reason: string } | null }) => [
        each.id,
        each.refusal?.reason,
      ]),
    ).toEqual(
      ['', 'UNKNOWN_SECTION', 'NOT_LOST', 'NOT_LOST', ''].map((reason, index) => [
        choices[index]?.id,
        reason || undefined,
      ]),
    );
    expect(booked.lines[0].booking).toMatchObject({
      id: choices[0]?.id,
      status: 'CONFIRMED',
      section: { id: elsewhere },
    });
    const { data } = await askCover(graph, [referenceTo(milestone)]);
    expect(data[0].childcareCover.status).toBe('COVERED');
    const served = await graph.db.query('select milestone_id from bookings where id = $1', [choices[0]?.id]);
    expect(served).toEqual([{ milestone_id: milestone.id }]);
    expect((await bookBackups(choices)).lines).toEqual(booked.lines);
    expect(await lostTo(closureId)).toMatchObject({ totalCount: 0, edges: [] });
    const many = Array.from({ length: 41 }, () => choices[0] ?? {});
    expect(await bookBackups(many)).toEqual({ lines: [], refusal: { reason: 'TOO_MUCH_AT_ONCE' } });
  });

  it('has its place also where the practice has not come yet: what was lost was booked before', async () => {
    const { late, elsewhere } = await givenClosing();
    const { id: districtId } = await givenDistrict(graph.db);
    await graph.db.query('update families set district_id = $2 where id = $1', [late.familyId, districtId]);
    await graph.db.query(
      "insert into district_services (district_id, served_from, turn_to, said_at, said_by, version) values ($1, '2026-09-01', 'la mairie', now(), 'zoe', 1)",
      [districtId],
    );
    const stay = { sectionId: elsewhere, kind: 'SHORT_TERM', startsAt: day('14:30'), endsAt: day('16:30') };
    const input = { ...stay, childId: late.childId };
    const ASK = 'mutation ($input: BookCareInput!) { bookCare(input: $input) { refusal { reason } } }';
    const { data } = await graph.query(ASK, { input }, coordinator());
    expect(data.bookCare.refusal).toEqual({ reason: 'NOT_SERVED_YET' });
    const { lines } = await bookBackups([{ ...stay, id: newId(), bookingId: late.id }]);
    expect(lines[0].refusal).toBeNull();
  });

  it('is nothing once the closure is withdrawn, and asked in as many statements for one child as for many', async () => {
    const { closureId } = await givenClosing();
    const one = await graph.statements(() => lostTo(closureId, { first: 1 }));
    expect(await graph.statements(() => lostTo(closureId))).toBe(one);
    await askClosure(graph, WITHDRAW, { closureId });
    expect(await lostTo(closureId)).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('is not for staff and advisors', async () => {
    const input = { choices: [] };
    for (const user of [centreStaff(), advisor()]) {
      const asked = await graph.query(LOST, { closureId: newId() }, user);
      expect(asked.errors[0]?.extensions?.code).toBe('FORBIDDEN');
      expect((await graph.query(BOOK, { input }, user)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });
});
