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
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import {
  givenCentre,
  givenClosure,
  givenDistrict,
  givenSection,
} from '../../centres/centres/centre.builder.ts';
import { givenAdult, givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const DAY = `day(date: "2026-03-03") {
  date closureReason
  sections { section { name } halfHours { startsAt expectedChildren freePlaces freeEmergencyPlaces } }
  arrivals { firstName adults mayBeCollectedBy collectors { name phone } careAlerts section { name } booking { id version status startsAt } }
  departures { firstName booking { endsAt } }
}`;
const ASK = `query ($id: ID!) { centre(id: $id) { ${DAY} } }`;
const ASK_ALL = `query ($id: ID!) { centres(districtId: $id) { id ${DAY} } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const staffOf = (...centreIds: string[]): TestUser => ({ ...centreStaff(), centreIds });

const ask = async (id: string, as: TestUser = coordinator()) => {
  const { data, errors } = await graph.query(ASK, { id }, as);
  expect(errors).toEqual([]);
  return data.centre.day;
};

const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);

describe('the day of a centre', () => {
  it('tells, per section and half-hour, who is expected and what is free', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const petits = await givenSection(graph.db, {
      centreId,
      name: 'Les petits',
      maxAgeMonths: 24,
      places: 2,
    });
    await givenSection(graph.db, { centreId, name: 'Les grands', minAgeMonths: 24, places: 8 });
    await givenBooking(graph.db, { sectionId: petits.id });
    await givenBooking(graph.db, { sectionId: petits.id, kind: 'EMERGENCY', startsAt: at('11:30') });
    await givenBooking(graph.db, { sectionId: petits.id, status: 'HELD' });
    await givenBooking(graph.db, { sectionId: petits.id, status: 'CANCELLED' });

    const { sections, date } = await ask(centreId);

    expect(date).toBe('2026-03-03');
    expect(sections).toMatchObject([
      { section: { name: 'Les petits' } },
      { section: { name: 'Les grands' } },
    ]);
    expect(sections[0].halfHours).toHaveLength(20);
    expect(sections[0].halfHours.slice(7, 9)).toEqual([
      { startsAt: at('11:30').toISOString(), expectedChildren: 2, freePlaces: 0, freeEmergencyPlaces: 8 },
      { startsAt: at('12:00').toISOString(), expectedChildren: 0, freePlaces: 2, freeEmergencyPlaces: 11 },
    ]);
    expect(sections[1].halfHours[7]).toMatchObject({ expectedChildren: 0, freePlaces: 8 });
  });

  it('lists arrivals and departures, with what those who receive a child need to know', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    const tom = await givenChild(graph.db, {
      mayBeCollectedBy: ['Nadia, grand-mère'],
      collectorPhones: { nadiagrandmere: '+33612345678' },
      careAlerts: ['Arachides'],
    });
    const { id: otherFamilyId } = await givenFamily(graph.db);
    await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
      tom.id,
      otherFamilyId,
    ]);
    const { familyId } = tom;
    await givenAdult(graph.db, { familyId, firstName: 'Ali', lastName: 'Zidi' });
    await givenAdult(graph.db, { familyId: otherFamilyId, firstName: 'Nora', lastName: 'Zidane' });
    await givenAdult(graph.db, { familyId, leftOn: Temporal.PlainDate.from('2026-03-03') });
    await givenAdult(graph.db, { familyId, joinedOn: Temporal.PlainDate.from('2026-03-04') });
    const [ada, zoe] = [
      await givenChild(graph.db, { firstName: 'Ada' }),
      await givenChild(graph.db, { firstName: 'Zoé' }),
    ];
    const long = await givenBooking(graph.db, { sectionId, childId: tom.id, endsAt: at('17:00') });
    await givenBooking(graph.db, { sectionId, childId: ada.id, startsAt: at('10:00') });
    await givenBooking(graph.db, { sectionId, childId: zoe.id, startsAt: at('11:00'), status: 'ABSENT' });
    await givenBooking(graph.db, { sectionId, status: 'HELD' });

    const { arrivals, departures } = await ask(centreId, staffOf(centreId));

    expect(arrivals).toMatchObject([
      { firstName: 'Tom', booking: { status: 'CONFIRMED' } },
      { firstName: 'Ada', booking: { status: 'CONFIRMED' } },
      { firstName: 'Zoé', booking: { status: 'ABSENT' } },
    ]);
    expect(arrivals[0]).toEqual({
      firstName: 'Tom',
      adults: ['Nora Zidane', 'Ali Zidi'],
      mayBeCollectedBy: ['Nadia, grand-mère'],
      collectors: [{ name: 'Nadia, grand-mère', phone: '+33612345678' }],
      careAlerts: ['Arachides'],
      section: { name: 'Les grands' },
      booking: { id: long.id, version: 1, status: 'CONFIRMED', startsAt: at('09:00').toISOString() },
    });
    expect(departures).toEqual([
      { firstName: 'Ada', booking: { endsAt: at('12:00').toISOString() } },
      { firstName: 'Tom', booking: { endsAt: at('17:00').toISOString() } },
    ]);
  });

  it('has no half-hour on a closure, and says why', async () => {
    const { centreId } = await givenSection(graph.db);
    await givenClosure(graph.db, centreId, ['2026-03-02', '2026-03-03']);

    expect(await ask(centreId)).toMatchObject({
      closureReason: 'Journée pédagogique',
      sections: [{ halfHours: [] }],
      arrivals: [],
    });
  });

  it('costs three statements and that of whose children they are, for one centre or for all of a district', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const first = await givenSection(graph.db, {
      centreId: (await givenCentre(graph.db, { districtId })).id,
    });
    const second = await givenSection(graph.db, {
      centreId: (await givenCentre(graph.db, { districtId })).id,
    });
    const bookings = [
      await givenBooking(graph.db, { sectionId: first.id }),
      await givenBooking(graph.db, { sectionId: second.id }),
    ];

    expect(await graph.statements(() => ask(first.centreId))).toBe(5);
    const all = () => graph.query(ASK_ALL, { id: districtId }, coordinator());
    expect(await graph.statements(all)).toBe(5);
    const shown: { id: string; day: { arrivals: { booking: { id: string } }[] } }[] = (await all()).data
      .centres;
    expect(new Map(shown.map(({ id, day }) => [id, day.arrivals.map(({ booking }) => booking.id)]))).toEqual(
      new Map(bookings.map(({ id, centreId }) => [centreId, [id]])),
    );
  });
});

describe('a centre that is come to by many ways', () => {
  it('shows each day and week asked for, from each of them', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    await givenBooking(graph.db, { sectionId });
    await givenClosure(graph.db, centreId, ['2026-03-05', '2026-03-05']);
    await givenClosure(graph.db, centreId, ['2026-03-06', '2026-03-06']);
    const ask = `query ($id: ID!) { centre(id: $id) { closures(from: "2026-03-01", to: "2026-03-31") { centre {
      third: day(date: "2026-03-03") { date arrivals { firstName } }
      fourth: day(date: "2026-03-04") { date arrivals { firstName } }
      week(date: "2026-03-03") { monday bookedHours } next: week(date: "2026-03-10") { monday bookedHours }
    } } } }`;

    const { data } = await graph.query(ask, { id: centreId }, coordinator());

    const shown = {
      third: { date: '2026-03-03', arrivals: [{ firstName: expect.any(String) }] },
      fourth: { date: '2026-03-04', arrivals: [] },
      week: { monday: '2026-03-02', bookedHours: 3 },
      next: { monday: '2026-03-09', bookedHours: 0 },
    };
    expect(data.centre.closures).toEqual([{ centre: shown }, { centre: shown }]);
  });
});

describe('the day of a centre is not shared with', () => {
  it.each([
    ['staff of another centre', staffOf(newId())],
    ['staff of no centre', staffOf()],
    ['caseworkers', caseworker()],
    ['advisors', advisor()],
    ['integrators', integrator()],
    ['auditors', auditor()],
  ])('%s', async (_who, user) => {
    const { centreId } = await givenSection(graph.db);

    const { data, errors } = await graph.query(ASK, { id: centreId }, user);

    expect(data).toEqual({ centre: { day: null } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_SHARED']);
  });
});

it('tells each stay of a child once, with its age', async () => {
  const { id: sectionId, centreId } = await givenSection(graph.db);
  const child = await givenChild(graph.db, { birthDate: Temporal.PlainDate.from('2024-03-04') });
  await givenBooking(graph.db, { sectionId, childId: child.id });
  const CHILDREN = `query ($id: ID!) { centre(id: $id) { day(date: "2026-03-03") {
    children { ageMonths child { id firstName birthDate } section { id } booking { status } } } } }`;
  const { data } = await graph.query(CHILDREN, { id: centreId }, staffOf(centreId));
  expect(data.centre.day.children).toEqual([
    {
      ageMonths: 23,
      child: { id: child.id, firstName: 'Tom', birthDate: null },
      section: { id: sectionId },
      booking: { status: 'CONFIRMED' },
    },
  ]);
});

describe('what changed in a centre, as open screens are told', () => {
  const changes = async (as: TestUser, since: string | null) => {
    const { changes: told, position } = await graph.changes(as, since);
    return { position, told: told.map(({ kind, subjectId }) => `${kind} ${subjectId}`).sort() };
  };

  it('is told to those who work there, without whose file it is', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const { id: sectionId } = await givenSection(graph.db, { centreId, places: 8 });
    const { id: otherId } = await givenCentre(graph.db);
    const { position: since } = await changes(coordinator(), null);
    const { familyId } = await givenBooking(graph.db, { sectionId });
    expect((await changes(staffOf(centreId), since)).told).toEqual([`CENTRE ${centreId}`]);
    expect((await changes(staffOf(otherId), since)).told).toEqual([]);
    expect((await changes(staffOf(), since)).told).toEqual([]);
    expect((await changes(advisor(), since)).told).not.toContain(`CENTRE ${centreId}`);
    const { told } = await changes(coordinator(), since);
    expect(told).toEqual(expect.arrayContaining([`CARE ${familyId}`, `CENTRE ${centreId}`]));
    for (const as of [auditor(), integrator()]) expect((await changes(as, since)).told).toEqual([]);
  });

  it('is told when a closure is entered and taken back', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const { position: before } = await changes(coordinator(), null);
    await givenClosure(graph.db, centreId, ['2026-03-10', '2026-03-11']);
    expect((await changes(staffOf(centreId), before)).told).toEqual([`CENTRE ${centreId}`]);
    const { position: since } = await changes(coordinator(), null);
    await graph.db.query('delete from closures where centre_id = $1', [centreId]);
    expect((await changes(staffOf(centreId), since)).told).toEqual([`CENTRE ${centreId}`]);
  });
});
