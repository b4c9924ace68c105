import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, centreStaff, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import { Booking } from '../bookings/booking.ts';

const RECORD = `mutation ($input: RecordAttendancesInput!) { recordAttendances(input: $input) {
  lines { id booking { id status version } arrivedAt leftAt halfHoursDue refusal { reason message } } refusal { reason } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-03T18:00:00+01:00') });
});
afterAll(() => graph.close());

const staffOf = (...centreIds: string[]): TestUser => ({ ...centreStaff(), centreIds });
const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`).toISOString();
const line = (bookingId: string, kind: string, time: string) => ({
  id: newId(),
  bookingId,
  kind,
  at: at(time),
});

const ask = (lines: readonly object[], as: TestUser) =>
  graph.query(RECORD, { input: { lines } }, as, { language: 'en' });
const record = async (lines: readonly object[], as: TestUser = coordinator()) => {
  const { data, errors } = await ask(lines, as);
  expect(errors).toEqual([]);
  return data.recordAttendances;
};

describe('what is noted at the door', () => {
  it('keeps the real times and tells the half-hours due, each line with its own answer, by its centre only', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    const [tom, ada, zoe] = [
      await givenBooking(graph.db, { sectionId }),
      await givenBooking(graph.db, { sectionId }),
      await givenBooking(graph.db, { sectionId }),
    ];
    const elsewhere = await givenBooking(graph.db);
    const lines = [
      line(tom.id, 'LEFT', '12:05'),
      line(tom.id, 'ARRIVED', '08:50'),
      line(ada.id, 'ABSENT', '09:30'),
      line(zoe.id, 'LEFT', '12:00'),
      line(elsewhere.id, 'ARRIVED', '09:00'),
    ];

    const noted = await record(lines, staffOf(centreId));

    const absent = { booking: null, arrivedAt: null, leftAt: null, halfHoursDue: null };
    const whole = {
      booking: { id: tom.id, status: 'ATTENDED', version: 3 },
      ...{ arrivedAt: at('08:50'), leftAt: at('12:05'), halfHoursDue: 8, refusal: null },
    };
    expect(noted).toEqual({
      refusal: null,
      lines: [
        { id: lines[0]?.id, ...whole },
        {
          id: lines[1]?.id,
          ...whole,
          booking: { ...whole.booking, version: 2 },
          leftAt: null,
          halfHoursDue: 7,
        },
        {
          id: lines[2]?.id,
          ...{
            ...absent,
            booking: { id: ada.id, status: 'ABSENT', version: 2 },
            halfHoursDue: 6,
            refusal: null,
          },
        },
        {
          id: lines[3]?.id,
          ...absent,
          refusal: {
            reason: 'NOT_ARRIVED',
            message: 'The arrival of the child is not noted: note it first.',
          },
        },
        { id: lines[4]?.id, ...absent, refusal: { reason: 'UNKNOWN_BOOKING', message: expect.any(String) } },
      ],
    });
    expect(await graph.db.findOneByOrFail(Booking, { id: elsewhere.id })).toMatchObject({ version: 1 });

    const again = await record(lines, staffOf(centreId));
    expect(
      again.lines.slice(0, 3).map((each: { booking: { version: number } }) => each.booking.version),
    ).toEqual([3, 3, 2]);
    const [conflict] = (await record([{ ...lines[1], at: at('09:00') }])).lines;
    expect(conflict.refusal.reason).toBe('CONFLICT');

    const SHOWN = `query ($id: ID!) { centre(id: $id) { day(date: "2026-03-03") {
      arrivals { booking { id } arrivedAt leftAt halfHoursDue } } } }`;
    const { data } = await graph.query(SHOWN, { id: centreId }, staffOf(centreId));
    expect(data.centre.day.arrivals).toContainEqual({
      ...{ booking: { id: tom.id }, arrivedAt: at('08:50'), leftAt: at('12:05'), halfHoursDue: 8 },
    });
    const steps = await graph.db.query('select kind from care_steps where subject_id = $1', [ada.id]);
    expect(steps).toEqual([{ kind: 'CHILD_ABSENT' }]);
  });

  it('is corrected with its times, which stay readable', async () => {
    const { id: bookingId } = await givenBooking(graph.db);
    await record([line(bookingId, 'ARRIVED', '08:10')]);
    const CORRECT = `mutation ($input: CorrectAttendanceInput!) { correctAttendance(input: $input) {
      booking { arrivedAt leftAt halfHoursDue corrections { changes { field before after } } } refusal { reason } } }`;
    const correct = async (given: object) => {
      const input = { bookingId, version: 2, outcome: 'ATTENDED', reason: 'Arrivée à 9 h 10', ...given };
      return (await graph.query(CORRECT, { input }, coordinator())).data.correctAttendance;
    };

    expect((await correct({ leftAt: at('08:00') })).refusal.reason).toBe('LEFT_BEFORE_ARRIVAL');
    expect((await correct({ arrivedAt: at('09:10') })).booking).toEqual({
      ...{ arrivedAt: at('09:10'), leftAt: null, halfHoursDue: 6 },
      corrections: [{ changes: [{ field: 'arrivedAt', before: at('08:10'), after: at('09:10') }] }],
    });
  });

  it('is noted once by two who send it at the same moment, and sixty lines at once', async () => {
    const { id } = await givenBooking(graph.db);
    const same = line(id, 'ARRIVED', '09:00');
    const [one, other] = await Promise.all([record([same]), record([same])]);
    expect([one.lines[0].booking.version, other.lines[0].booking.version]).toEqual([2, 2]);
    const many = Array.from({ length: 61 }, () => line(newId(), 'ARRIVED', '09:00'));
    expect(await record(many)).toEqual({ lines: [], refusal: { reason: 'TOO_MUCH_AT_ONCE' } });
    expect((await ask([same], caseworker())).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
