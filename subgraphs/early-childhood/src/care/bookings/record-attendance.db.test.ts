import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { askCover, referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from './booking.builder.ts';
import { Booking } from './booking.ts';

const RECORD = `mutation ($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) {
    booking { id status version child { firstName } } refusal { reason message }
  }
}`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-03T09:30:00+01:00') });
});
afterAll(() => graph.close());

const staffOf = (...centreIds: string[]): TestUser => ({ ...centreStaff(), centreIds });

const ask = (
  bookingId: string,
  given: Readonly<Record<string, unknown>> = {},
  as: TestUser = coordinator(),
) =>
  graph.query(RECORD, { input: { bookingId, version: 1, outcome: 'ATTENDED', ...given } }, as, {
    language: 'en',
  });

const record = async (...asked: Parameters<typeof ask>) => {
  const { data, errors } = await ask(...asked);
  expect(errors).toEqual([]);
  return data.recordAttendance;
};

describe('noting attendance', () => {
  it.each(['ATTENDED', 'ABSENT'])('keeps %s, and what the booking covers', async (outcome) => {
    const booking = await givenBooking(graph.db);
    const milestone = await givenKnownMilestone(graph.db, { familyId: booking.familyId });

    expect(await record(booking.id, { outcome })).toEqual({
      booking: { id: booking.id, status: outcome, version: 2, child: { firstName: 'Tom' } },
      refusal: null,
    });
    const [asked] = (await askCover(graph, [referenceTo(milestone)])).data;
    expect(asked.childcareCover.status).toBe('COVERED');
    const told = (await graph.published()).filter(({ familyId }) => familyId === booking.familyId);
    expect(told.map(({ data }) => data.status)).toEqual(['COVERED']);
  });

  it('is refused before care starts, twice, and to whoever saw an older version', async () => {
    const startsAt = new Date('2026-03-03T10:00:00+01:00');
    const early = await givenBooking(graph.db, { startsAt });
    const stale = await givenBooking(graph.db, { version: 2 });
    const noted = await givenBooking(graph.db, { status: 'ABSENT' });
    const held = await givenBooking(graph.db, { status: 'HELD' });

    expect((await record(early.id)).refusal).toEqual({
      reason: 'NOT_STARTED_YET',
      message: 'Care has not started yet.',
    });
    expect((await record(stale.id)).refusal.reason).toBe('STALE_VERSION');
    expect((await record(noted.id)).refusal.reason).toBe('ALREADY_ATTENDED');
    expect((await record(held.id)).refusal.reason).toBe('NOT_CONFIRMED');
    expect((await record(newId())).refusal.reason).toBe('UNKNOWN_BOOKING');
  });

  it('is noted once by two who do so at the same moment', async () => {
    const { id } = await givenBooking(graph.db);

    const answers = await Promise.all([record(id), record(id, { outcome: 'ABSENT' })]);

    expect(answers.filter(({ booking }) => booking)).toHaveLength(1);
    expect(answers.find(({ refusal }) => refusal)?.refusal.reason).toBe('ALREADY_ATTENDED');
    expect(await graph.db.findOneByOrFail(Booking, { id })).toMatchObject({ version: 2 });
  });

  it('is for the staff of the centre; a booking of another centre is as absent', async () => {
    const here = await givenBooking(graph.db);
    const elsewhere = await givenBooking(graph.db);
    const staff = staffOf(here.centreId);

    expect((await record(elsewhere.id, {}, staff)).refusal).toEqual(
      (await record(newId(), {}, staff)).refusal,
    );
    expect((await record(elsewhere.id, {}, staffOf())).refusal.reason).toBe('UNKNOWN_BOOKING');
    expect(await graph.db.findOneByOrFail(Booking, { id: elsewhere.id })).toMatchObject({
      status: 'CONFIRMED',
      version: 1,
    });
    expect((await record(here.id, {}, staff)).booking.status).toBe('ATTENDED');
  });

  it('is not for caseworkers and advisors', async () => {
    const { id } = await givenBooking(graph.db);

    for (const user of [caseworker(), advisor()]) {
      expect((await ask(id, {}, user)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });
});

describe('putting attendance right', () => {
  const CORRECT = `mutation ($input: CorrectAttendanceInput!) { correctAttendance(input: $input) {
    booking { status version corrections { by reason isBeside changes { field before after } } history { kind sentence } }
    refusal { reason } } }`;
  const correct = async (input: object, as: TestUser = coordinator('lea')) => {
    const { data, errors } = await graph.query(
      CORRECT,
      { input: { reason: 'Erreur de saisie', ...input } },
      as,
    );
    return { ...data?.correctAttendance, errors };
  };

  it('keeps what was noted, who changed it and why', async () => {
    const { id: bookingId } = await givenBooking(graph.db, { status: 'ABSENT' });
    const { booking } = await correct({ bookingId, version: 1, outcome: 'ATTENDED' });
    expect(booking).toEqual({
      ...{ status: 'ATTENDED', version: 2 },
      corrections: [
        {
          ...{ by: 'lea', reason: 'Erreur de saisie', isBeside: false },
          changes: [{ field: 'status', before: 'ABSENT', after: 'ATTENDED' }],
        },
      ],
      history: [{ kind: 'ATTENDANCE_CORRECTED', sentence: expect.stringContaining('Erreur de saisie') }],
    });
    expect((await correct({ bookingId, version: 2, outcome: 'ATTENDED' })).booking.version).toBe(2);
  });

  it('is the staff’s of the centre, who see no family', async () => {
    const booking = await givenBooking(graph.db, { status: 'ATTENDED' });
    const input = { bookingId: booking.id, version: 1, outcome: 'ABSENT' };
    expect((await correct(input, staffOf(newId()))).refusal.reason).toBe('UNKNOWN_BOOKING');
    const { booking: corrected, errors } = await correct(input, staffOf(booking.centreId));
    expect(corrected).toMatchObject({ status: 'ABSENT', version: 2, corrections: null });
    expect(errors[0].extensions.code).toBe('NOT_SHARED');
    expect(
      await graph.db.query('select reason from corrections where subject_id = $1', [booking.id]),
    ).toEqual([{ reason: 'Erreur de saisie' }]);
  });

  it('is refused with its reason', async () => {
    const { id: bookingId } = await givenBooking(graph.db);
    const noted = await givenBooking(graph.db, { status: 'ABSENT' });
    const reasonOf = async (input: object) =>
      (await correct({ version: 1, outcome: 'ATTENDED', ...input })).refusal.reason;
    expect(await reasonOf({ bookingId })).toBe('NOT_RECORDED');
    expect(await reasonOf({ bookingId: newId() })).toBe('UNKNOWN_BOOKING');
    expect(await reasonOf({ bookingId: noted.id, version: 2 })).toBe('STALE_VERSION');
    expect(await reasonOf({ bookingId: noted.id, reason: ' ' })).toBe('REASON_MISSING');
    const { errors } = await correct({ bookingId, version: 1, outcome: 'ABSENT' }, caseworker());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
