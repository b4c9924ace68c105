import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  integrator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { halfHoursDue } from '../../care/attendance/attendance-times.rules.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { Booking } from '../../care/bookings/booking.ts';
import {
  givenCentre,
  givenClosure,
  givenDistrict,
  givenSection,
} from '../../centres/centres/centre.builder.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const WEEK = `week(date: $date) {
  monday bookedHours allowedHours hoursLeft occupancy
  days { date closureReason openHours bookedHours allowedHours occupancy expectedChildren peakChildren places placesWithEmergencies }
}`;
const ASK = `query ($id: ID!, $date: Date!) { centre(id: $id) { ${WEEK} } }`;
const ASK_ALL = `query ($id: ID!, $date: Date!) { centres(districtId: $id) { id ${WEEK} } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const staffOf = (...centreIds: string[]): TestUser => ({ ...centreStaff(), centreIds });

const ask = async (id: string, date = '2026-03-05', as: TestUser = coordinator()) => {
  const { data, errors } = await graph.query(ASK, { id, date }, as);
  expect(errors).toEqual([]);
  return data.centre.week;
};

const from = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

it('counts what is due as each booking does', async () => {
  const { id: sectionId, centreId } = await givenSection(graph.db);
  const at = (text: string) => new Date(`2026-03-03T${text}:00+01:00`);
  const at5 = (text: string) => new Date(`2026-03-05T${text}:00+01:00`);
  const noted = { arrivedAt: at('08:55'), leftAt: at('12:01') };
  const given = [
    { status: 'ATTENDED', ...noted },
    { status: 'ATTENDED', arrivedAt: at('09:20'), leftAt: at('11:30') },
    { status: 'ATTENDED', arrivedAt: null, leftAt: at('12:30') },
    { status: 'ABSENT' },
    { status: 'CONFIRMED' },
    { status: 'HELD' },
    { status: 'CANCELLED' },
    { status: 'CANCELLED', cancelledAfterStart: true },
  ] as const;
  const bookings: Booking[] = [];
  for (const facts of given) bookings.push(await givenBooking(graph.db, { sectionId, ...facts }));
  // One child, of which half-hours are due with one of its bookings alone; another family pays for itself.
  const first = await givenBooking(graph.db, { sectionId, status: 'CANCELLED', cancelledAfterStart: true });
  const { id: otherId } = await givenFamily(graph.db);
  const ofChild = [first];
  for (const facts of [
    { status: 'ATTENDED', startsAt: at('10:30'), endsAt: at('11:30'), leftAt: at('12:10') },
    { status: 'CANCELLED', startsAt: at('10:30'), endsAt: at('11:30'), cancelledAfterStart: true },
    { status: 'ATTENDED', startsAt: at('12:00'), endsAt: at('13:00'), arrivedAt: at('11:55') },
  ] as const)
    ofChild.push(await givenBooking(graph.db, { sectionId, childId: first.childId, ...facts }));
  const [, , ofOther] = ofChild;
  if (!ofOther) throw new Error('four were given');
  ofOther.familyId = otherId;
  await graph.db.query('update bookings set family_id = $2 where id = $1', [ofOther.id, otherId]);
  const dueOf = (booking: Booking) => {
    const isBeside = (each: Booking) => each !== booking && each.familyId === booking.familyId;
    return halfHoursDue(booking, ofChild.includes(booking) ? ofChild.filter(isBeside) : []);
  };
  expect(ofChild.map(dueOf)).toEqual([3, 3, 2, 2]);
  const SHOWN = 'query ($id: ID!) { booking(id: $id) { halfHoursDue } }';
  for (const booking of ofChild)
    expect((await graph.query(SHOWN, { id: booking.id }, coordinator())).data.booking).toEqual({
      halfHoursDue: dueOf(booking),
    });
  const due = [...bookings, ...ofChild].reduce((total, booking) => total + dueOf(booking), 0) / 2;
  const DUE =
    'query ($id: ID!) { centre(id: $id) { week(date: "2026-03-03") { dueHours days { dueHours } } } }';
  const { data } = await graph.query(DUE, { id: centreId }, coordinator());
  const { dueHours, days } = data.centre.week;
  expect([dueHours, days[1].dueHours, days[2].dueHours]).toEqual([due, due, 0]);
  expect(due).toBe(24.5);
  // On a day on which nothing else is booked as well.
  const alone = { startsAt: at5('09:00'), endsAt: at5('12:00') };
  await givenBooking(graph.db, { sectionId, status: 'CANCELLED', cancelledAfterStart: true, ...alone });
  const again = (await graph.query(DUE, { id: centreId }, coordinator())).data.centre.week;
  expect([again.dueHours, again.days[3].dueHours]).toEqual([27.5, 3]);
});

/** As the trigger that keeps the weekly limit counts. */
const allowedByDatabase = async (centreId: string, monday: string): Promise<number> => {
  const [{ hours }] = await graph.db.query(
    `select (extract(epoch from authorised_places * (select hours from open_in_week(id, $2))) / 3600)::float as hours
      from centres where id = $1`,
    [centreId, monday],
  );
  return hours;
};

describe('the week of a centre', () => {
  it('tells child-hours booked out of those allowed, and the most children of each day', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    await givenBooking(graph.db, { sectionId });
    await givenBooking(graph.db, {
      sectionId,
      kind: 'EMERGENCY',
      ...from('2026-03-03T11:30:00+01:00', '2026-03-03T13:00:00+01:00'),
    });
    await givenBooking(graph.db, {
      sectionId,
      status: 'HELD',
      ...from('2026-03-03T12:00:00+01:00', '2026-03-03T14:30:00+01:00'),
    });
    await givenBooking(graph.db, { sectionId, status: 'CANCELLED' });
    await givenBooking(graph.db, {
      sectionId,
      status: 'ATTENDED',
      ...from('2026-03-06T08:00:00+01:00', '2026-03-06T18:00:00+01:00'),
    });
    await givenBooking(graph.db, {
      sectionId,
      ...from('2026-03-09T08:00:00+01:00', '2026-03-09T18:00:00+01:00'),
    });

    const { days, ...week } = await ask(centreId, '2026-03-05', staffOf(centreId));

    expect(week).toEqual({
      monday: '2026-03-02',
      bookedHours: 17,
      allowedHours: 500,
      hoursLeft: 483,
      occupancy: 0.034,
    });
    expect(days.map(({ bookedHours }: { bookedHours: number }) => bookedHours)).toEqual([
      0, 7, 0, 0, 10, 0, 0,
    ]);
    expect(days[1]).toEqual({
      date: '2026-03-03',
      closureReason: null,
      openHours: 10,
      bookedHours: 7,
      allowedHours: 100,
      occupancy: 0.07,
      expectedChildren: 2,
      peakChildren: 2,
      places: 10,
      placesWithEmergencies: 11,
    });
    expect(days[6]).toMatchObject({ openHours: 0, allowedHours: 0, occupancy: null, peakChildren: 0 });
    expect((await ask(centreId, '2026-03-09')).bookedHours).toBe(10);
  });

  it('takes closures off', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    await givenClosure(graph.db, centreId, ['2026-02-27', '2026-03-03']);
    await givenClosure(graph.db, centreId, ['2026-03-08', '2026-03-08']);

    const { days, allowedHours } = await ask(centreId);

    expect(allowedHours).toBe(300);
    expect(allowedHours).toBe(await allowedByDatabase(centreId, '2026-03-02'));
    expect(days.slice(1, 3)).toMatchObject([
      { closureReason: 'Journée pédagogique', openHours: 0, allowedHours: 0, occupancy: null },
      { closureReason: null, openHours: 10, allowedHours: 100 },
    ]);
  });

  it('counts a night with the day on which it starts, and its children on both days', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    await givenBooking(graph.db, {
      sectionId,
      ...from('2026-03-08T22:00:00+01:00', '2026-03-09T05:00:00+01:00'),
    });

    const [before, after] = [await ask(centreId, '2026-03-08'), await ask(centreId, '2026-03-09')];

    expect(before.days[6]).toMatchObject({ bookedHours: 7, peakChildren: 1 });
    expect(after.days[0]).toMatchObject({ bookedHours: 0, peakChildren: 1 });
    expect([before.bookedHours, after.bookedHours]).toEqual([7, 0]);
  });

  it.each([
    ['when the clock is set forward', '2026-03-23', '2026-03-29T00:30:00+01:00', '2026-03-29T03:30:00+02:00'],
    ['when it is set back', '2026-10-19', '2026-10-25T00:30:00+02:00', '2026-10-25T01:30:00+01:00'],
  ])('has no hour left exactly where the database refuses more, %s', async (_when, monday, starts, ends) => {
    const openingHours = onWorkingDays('08:00', '10:00').slice(0, 1);
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces: 1, openingHours });
    const { id: sectionId } = await givenSection(graph.db, { centreId });
    await givenBooking(graph.db, { sectionId, ...from(starts, ends) });

    const week = await ask(centreId, monday);

    expect(week).toMatchObject({ bookedHours: 2, allowedHours: 2, hoursLeft: 0, occupancy: 1 });
    expect(await allowedByDatabase(centreId, monday)).toBe(2);
    const more = from(`${monday}T06:00:00Z`, `${monday}T06:30:00Z`);
    await expect(givenBooking(graph.db, { sectionId, ...more })).rejects.toMatchObject({
      driverError: { constraint: 'centre_week_within_100_percent' },
    });
  });

  it('costs three statements, for one centre or for all of a district', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const centreIds = [
      (await givenCentre(graph.db, { districtId })).id,
      (await givenCentre(graph.db, { districtId })).id,
    ];
    for (const centreId of centreIds)
      await givenBooking(graph.db, { sectionId: (await givenSection(graph.db, { centreId })).id });

    expect(await graph.statements(() => ask(centreIds[0] ?? ''))).toBe(3);
    const all = () => graph.query(ASK_ALL, { id: districtId, date: '2026-03-05' }, coordinator());
    expect(await graph.statements(all)).toBe(3);
    expect((await all()).data.centres).toMatchObject([
      { week: { bookedHours: 3 } },
      { week: { bookedHours: 3 } },
    ]);
  });
});

describe('the week of a centre is not shared with', () => {
  it.each([
    ['staff of another centre', staffOf(newId())],
    ['caseworkers', caseworker()],
    ['advisors', advisor()],
    ['integrators', integrator()],
    ['auditors', auditor()],
  ])('%s', async (_who, user) => {
    const { id } = await givenCentre(graph.db);

    const { data, errors } = await graph.query(ASK, { id, date: '2026-03-05' }, user);

    expect(data).toEqual({ centre: { week: null } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_SHARED']);
  });
});

it('tells how many children are expected on a day, each once', async () => {
  const { id: sectionId, centreId } = await givenSection(graph.db);
  const { childId } = await givenBooking(graph.db, { sectionId });
  await givenBooking(graph.db, {
    sectionId,
    childId,
    ...from('2026-03-03T14:00:00+01:00', '2026-03-03T16:00:00+01:00'),
  });
  await givenBooking(graph.db, { sectionId, status: 'HELD' });
  await givenBooking(graph.db, { sectionId, status: 'ABSENT' });
  const { days } = await ask(centreId);
  expect(days.map((each: { expectedChildren: number }) => each.expectedChildren)).toEqual([
    0, 1, 0, 0, 0, 0, 0,
  ]);
});
