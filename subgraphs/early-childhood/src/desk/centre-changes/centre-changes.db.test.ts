import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { Booking } from '../../care/bookings/booking.ts';
import {
  ask as askClosure,
  CLOSE as CLOSE_DAYS,
  staffOf,
  WITHDRAW,
} from '../../care/closures/testing/ask-closure.ts';
import { givenBookedPlacement } from '../../care/placements/placement.builder.ts';
import { Placement } from '../../care/placements/placement.ts';
import { MARCH } from '../../care/placements/testing/ask-placement.ts';
import { givenCentre, givenDistrict, givenSection } from '../../centres/centres/centre.builder.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { Section } from '../../centres/centres/section.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
beforeEach(() => graph.setNow(NOW));
afterAll(() => graph.close());

type Given = Readonly<Record<string, unknown>>;

const CHANGE = `mutation ($input: ChangeCentreInput!) { changeCentre(input: $input) {
  centre { id version authorisedPlaces siret sections { id name places } toCome { from authorisedPlaces sections { id name } } }
  bookingsInTheWay { id } refusal { reason message isQuestion } } }`;
const OPEN = `mutation ($input: OpenCentreInput!) { openCentre(input: $input) {
  centre { id name openedOn siret sections { id name staff } placesByHour { from to places } district { id } } refusal { reason } } }`;
const CLOSE = `mutation ($input: CloseCentreForGoodInput!) { closeCentreForGood(input: $input) {
  centre { id closedFrom } closure { id startsOn isLasting } bookingsInTheWay { id } freedBookings endedPlacements
  withdrawnOffers uncoveredMilestones { status } refusal { reason message isQuestion } } }`;

const asked = async (document: string, input: Given, as: TestUser = coordinator()) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data.changeCentre ?? data.openCentre ?? data.closeCentreForGood ?? data.bookCare;
};

const change = (centreId: string, input: Given, as?: TestUser) =>
  asked(CHANGE, { centreId, version: 1, from: '2026-03-16', ...input }, as);

const at = (day: string, from: string, to: string) => ({
  startsAt: new Date(`${day}T${from}:00+01:00`),
  endsAt: new Date(`${day}T${to}:00+01:00`),
});

const BOOK = `mutation ($input: BookCareInput!) { bookCare(input: $input) { booking { id } refusal { reason } } }`;

/** Books for another child, or says why not. */
const book = async (sectionId: string, day: string, [from, to]: [string, string], kind = 'SHORT_TERM') => {
  const { id: childId } = await givenChild(graph.db);
  const times = at(day, from, to);
  const input = { childId, sectionId, kind, startsAt: times.startsAt, endsAt: times.endsAt };
  const { booking, refusal } = await asked(BOOK, input);
  return refusal?.reason ?? booking.id;
};

const roomOf = async (places: number) => {
  const centre = await givenCentre(graph.db, { authorisedPlaces: places });
  return givenSection(graph.db, { centreId: centre.id, places });
};

describe('a centre that becomes another one from a day on', () => {
  it('has its places, hours and sections of the day: before it the old ones, from it the new ones', async () => {
    const section = await roomOf(1);
    const { centreId } = section;

    const { centre } = await change(centreId, {
      authorisedPlaces: 2,
      openingHours: [{ weekday: 2, from: '08:00', to: '12:00' }],
      sections: [
        { id: section.id, name: 'Les grands', minAgeMonths: 2, maxAgeMonths: 72, places: 2 },
        { name: 'Les petits', minAgeMonths: 2, maxAgeMonths: 72, places: 1, staff: 2 },
      ],
    });

    expect(centre).toMatchObject({ version: 2, authorisedPlaces: 1 });
    expect(centre.sections).toEqual([{ id: section.id, name: 'Les grands', places: 1 }]);
    expect(centre.toCome).toEqual([
      {
        from: '2026-03-16',
        authorisedPlaces: 2,
        sections: [{ id: section.id, name: 'Les grands' }, expect.anything()],
      },
    ]);
    const little = centre.toCome[0].sections[1].id;
    expect(await book(section.id, '2026-03-10', ['09:00', '11:00'])).toMatch(/-/);
    expect(await book(section.id, '2026-03-10', ['09:00', '11:00'])).toBe('SECTION_FULL');
    expect(await book(little, '2026-03-10', ['09:00', '11:00'])).toBe('OUTSIDE_OPENING_HOURS');
    expect(await book(section.id, '2026-03-17', ['09:00', '11:00'])).toMatch(/-/);
    expect(await book(little, '2026-03-17', ['09:00', '11:00'])).toMatch(/-/);
    expect(await book(little, '2026-03-17', ['09:00', '11:00'])).toBe('SECTION_FULL');
    expect(await book(section.id, '2026-03-17', ['09:00', '11:00'])).toBe('CENTRE_FULL');
    expect(await book(section.id, '2026-03-17', ['11:00', '13:00'])).toBe('OUTSIDE_OPENING_HOURS');

    graph.setNow(new Date('2026-03-16T08:00:00+01:00'));
    await graph.runDueJobs();
    expect(await graph.db.findOneByOrFail(Centre, { id: centreId })).toMatchObject({ authorisedPlaces: 2 });
    expect(await graph.db.findOneByOrFail(Section, { id: section.id })).toMatchObject({ places: 2 });
  });

  it('keeps its promise in the database too, whoever writes: fewer places from a day, fewer in some hours', async () => {
    const section = await roomOf(3);
    await change(section.centreId, {
      authorisedPlaces: 2,
      placesByHour: [{ weekday: 2, from: '08:00', to: '09:00', places: 1 }],
      sections: [{ id: section.id, name: 'Les grands', minAgeMonths: 2, maxAgeMonths: 72, places: 2 }],
    });
    const put = (day: string, from: string, to: string) =>
      givenBooking(graph.db, { sectionId: section.id, ...at(day, from, to) });

    for (let child = 0; child < 3; child += 1) await put('2026-03-10', '08:00', '10:00');
    await put('2026-03-17', '08:00', '10:00');
    await expect(put('2026-03-17', '08:30', '09:30')).rejects.toThrow('centre_not_overfilled');
    await put('2026-03-17', '09:00', '10:00');
    await expect(put('2026-03-17', '09:30', '10:00')).rejects.toThrow('section_not_overfilled');
    expect(await book(section.id, '2026-03-24', ['08:00', '09:00'])).toMatch(/-/);
    expect(await book(section.id, '2026-03-24', ['08:30', '11:00'])).toBe('CENTRE_FULL');
    expect(await book(section.id, '2026-03-24', ['09:00', '11:00'])).toMatch(/-/);
  });

  it('keeps places of a section for emergencies in some hours, from its day on: for whoever books, looks or writes', async () => {
    const section = await roomOf(3);
    const { centreId, id: sectionId } = section;
    const other = await givenSection(graph.db, { centreId, places: 3 });
    const emergencyPlaces = [{ sectionId, weekday: 2, from: '08:00', to: '12:00', places: 1 }];
    const put = (day: string, [from, to]: [string, string], of = sectionId, kind = 'SHORT_TERM') =>
      givenBooking(graph.db, { sectionId: of, kind: kind as Booking['kind'], ...at(day, from, to) });
    const KEPT = `mutation ($input: ChangeCentreInput!) { changeCentre(input: $input) {
      centre { version emergencyPlaces { places } toCome { from emergencyPlaces { sectionId weekday from to places } } }
      refusal { reason } bookingsInTheWay { id } } }`;
    const keep = (lines: readonly Given[], version: number) =>
      asked(KEPT, { centreId, version, from: '2026-03-16', emergencyPlaces: lines });
    for (let child = 0; child < 2; child += 1) await put('2026-03-17', ['08:00', '10:00']);
    const third = await put('2026-03-17', ['08:00', '10:00'], other.id);

    expect(await keep([{ ...emergencyPlaces[0], places: 4 }], 1)).toMatchObject({
      refusal: { reason: 'EMERGENCY_PLACES_NOT_POSSIBLE' },
    });
    // The centre has three places, and three are booked: none is left to keep.
    expect(await keep(emergencyPlaces, 1)).toMatchObject({
      refusal: { reason: 'STILL_BOOKED' },
      bookingsInTheWay: [{ id: expect.any(String) }],
    });
    await graph.db.update(Booking, { id: third.id }, { status: 'CANCELLED', cancellationReason: 'Déplacée' });
    expect((await keep(emergencyPlaces, 1)).centre).toEqual({
      version: 2,
      emergencyPlaces: [],
      toCome: [{ from: '2026-03-16', emergencyPlaces }],
    });
    expect((await keep(emergencyPlaces, 2)).centre).toMatchObject({ version: 2 });

    expect(await book(sectionId, '2026-03-17', ['09:00', '11:00'])).toBe('SECTION_FULL');
    expect(await book(other.id, '2026-03-17', ['09:00', '11:00'])).toBe('CENTRE_FULL');
    await expect(put('2026-03-17', ['09:00', '11:00'])).rejects.toThrow('section_not_overfilled');
    await expect(put('2026-03-17', ['09:00', '11:00'], other.id)).rejects.toThrow('centre_not_overfilled');
    const FREE = `query ($kind: CareKind, $to: DateTime!) {
      freePlaces(from: "2026-03-17T09:00:00+01:00", to: $to, careKind: $kind, first: 50) {
        edges { node { section { id } freePlaces freeEmergencyPlaces } } } }`;
    const free = async (kind: string | null, to: string) => {
      const { data } = await graph.query(FREE, { kind, to: `2026-03-17T${to}:00+01:00` }, coordinator());
      const found = data.freePlaces.edges.find(
        ({ node }: { node: { section: Given } }) => node.section.id === sectionId,
      );
      return found && [found.node.freePlaces, found.node.freeEmergencyPlaces];
    };
    expect(await free(null, '11:00')).toBeUndefined();
    expect(await free('EMERGENCY', '11:00')).toEqual([0, 1]);
    await put('2026-03-17', ['09:00', '11:00'], sectionId, 'EMERGENCY');
    expect(await book(sectionId, '2026-03-17', ['12:00', '13:00'])).toMatch(/-/);
    expect(await book(sectionId, '2026-03-10', ['09:00', '11:00'])).toMatch(/-/);

    // Nothing is kept of a section that is gone, nor once the city votes so.
    const sections = [{ id: other.id, name: 'Seule', minAgeMonths: 2, maxAgeMonths: 72, places: 3 }];
    const gone = { centreId, version: 2, from: '2026-03-23', sections };
    expect((await asked(KEPT, gone)).centre.toCome[1].emergencyPlaces).toEqual([]);
    await asked(KEPT, { centreId, version: 3, from: '2026-03-30', emergencyPlaces: [] });
    expect(await book(other.id, '2026-03-31', ['09:00', '11:00'])).toMatch(/-/);
  });

  it('is refused while more is booked than would fit, the bookings named: who booked first keeps the place', async () => {
    const section = await roomOf(2);
    await givenBooking(graph.db, {
      sectionId: section.id,
      ...at('2026-03-17', '09:00', '11:00'),
      bookedAt: null,
    });
    const second = await givenBooking(graph.db, {
      sectionId: section.id,
      ...at('2026-03-17', '09:00', '11:00'),
      bookedAt: new Date('2026-03-02T09:00:00+01:00'),
    });
    await givenBooking(graph.db, { sectionId: section.id, ...at('2026-03-10', '09:00', '11:00') });
    const sections = [{ id: section.id, name: 'Les grands', minAgeMonths: 2, maxAgeMonths: 72, places: 1 }];
    const fewer = { authorisedPlaces: 1, sections };

    const refused = await change(section.centreId, fewer);
    expect(refused.refusal).toEqual({
      reason: 'STILL_BOOKED',
      isQuestion: false,
      message: expect.stringMatching(/^1 /),
    });
    expect(refused.bookingsInTheWay).toEqual([{ id: second.id }]);
    expect(
      (await change(section.centreId, { openingHours: [{ weekday: 2, from: '10:00', to: '12:00' }] }))
        .bookingsInTheWay,
    ).toHaveLength(2);

    await graph.db.update(
      Booking,
      { id: second.id },
      { status: 'CANCELLED', cancellationReason: 'Déplacée' },
    );
    expect((await change(section.centreId, { ...fewer, preview: true })).centre).toMatchObject({
      version: 2,
    });
    expect((await change(section.centreId, fewer)).centre).toMatchObject({ version: 2 });
  });

  it('and a booking of the same moment: one of them finds no room', async () => {
    for (let round = 0; round < 6; round += 1) {
      const section = await roomOf(2);
      await givenBooking(graph.db, { sectionId: section.id, ...at('2026-03-17', '09:00', '11:00') });
      const sections = [{ id: section.id, name: 'Les grands', minAgeMonths: 2, maxAgeMonths: 72, places: 1 }];

      const [changed, booked] = await Promise.all([
        change(section.centreId, { authorisedPlaces: 1, sections }),
        book(section.id, '2026-03-17', ['09:00', '11:00']),
      ]);

      const isChanged = changed.refusal === null;
      expect(isChanged ? booked : changed.refusal.reason).toBe(isChanged ? 'SECTION_FULL' : 'STILL_BOOKED');
    }
  });

  it('is refused for a day that is past or before a later change, for what no centre is, and for another version', async () => {
    const section = await roomOf(2);
    const { centreId } = section;
    const refusal = async (input: Given) => (await change(centreId, input)).refusal?.reason;

    expect(await refusal({ from: '2026-03-01', authorisedPlaces: 3 })).toBe('IN_THE_PAST');
    expect(await refusal({ version: 7 })).toBe('STALE_VERSION');
    expect(await refusal({ siret: '12345678901234' })).toBe('SIRET_NOT_VALID');
    expect(await refusal({ authorisedPlaces: 0 })).toBe('PLACES_OUT_OF_RANGE');
    const foreign = { id: newId(), name: 'Ailleurs', minAgeMonths: 2, maxAgeMonths: 72, places: 1 };
    expect(await refusal({ sections: [foreign] })).toBe('UNKNOWN_SECTION');
    expect((await change(newId(), {})).refusal.reason).toBe('UNKNOWN_CENTRE');
    expect((await change(centreId, { isAvip: false })).centre).toMatchObject({ version: 1 });

    await change(centreId, { isAvip: true, siret: '73282932000074' });
    expect(await refusal({ version: 2, from: '2026-03-09', isAvip: false })).toBe('LATER_CHANGE_DECIDED');
    const other = await roomOf(2);
    expect((await change(other.centreId, { siret: '73282932000074' })).refusal.reason).toBe(
      'EXTERNAL_ID_TAKEN',
    );
    const { errors } = await graph.query(
      CHANGE,
      { input: { centreId, version: 2, from: '2026-03-16' } },
      staffOf(centreId),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

const NEW_CENTRE = {
  from: '2026-03-16',
  name: 'Les Alouettes',
  kind: 'MULTI_PURPOSE',
  operator: 'MUNICIPAL',
  address: { street: '3 rue du Lavoir', postalCode: '44300', city: 'Nantes' },
  position: { latitude: 47.2575, longitude: -1.56547 },
  authorisedPlaces: 20,
  placesByHour: [{ weekday: 1, from: '08:00', to: '08:30', places: 10 }],
  openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
  careKinds: ['SHORT_TERM', 'EMERGENCY'],
  sections: [{ name: 'Tous', minAgeMonths: 2, maxAgeMonths: 72, places: 20, staff: 4 }],
  siret: '35600000049837',
};

describe('the week of a centre that becomes another one', () => {
  it('allows as much by the database as is shown: places by the hour, closed for a day and for a part of one', async () => {
    const section = await roomOf(10);
    const { centreId } = section;
    const weekdays = [1, 2, 3, 4, 5];
    await change(centreId, {
      from: '2026-03-18',
      authorisedPlaces: 12,
      openingHours: weekdays.map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
      placesByHour: weekdays.map((weekday) => ({ weekday, from: '16:00', to: '18:00', places: 6 })),
    });
    const closeOn = (from: string, hours: Given) =>
      askClosure(graph, CLOSE_DAYS, { centreIds: [centreId], from, to: from, reason: 'Travaux', ...hours });
    await closeOn('2026-03-16', {});
    await closeOn('2026-03-17', { opensAt: '09:00' });
    await closeOn('2026-03-18', { closesAt: '17:00' });
    await closeOn('2026-03-19', { opensAt: '17:00', closesAt: '17:30' });

    const WEEK =
      'query ($id: ID!) { centre(id: $id) { week(date: "2026-03-17") { allowedHours days { allowedHours } } } }';
    const { week } = (await graph.query(WEEK, { id: centreId }, coordinator())).data.centre;
    expect(week.days.map(({ allowedHours }: { allowedHours: number }) => allowedHours)).toEqual([
      ...[0, 90, 102, 3, 108, 0, 0],
    ]);
    const [{ hours }] = await graph.db.query(
      "select (extract(epoch from hours) / 3600)::float as hours from child_hours_in_week($1, '2026-03-16')",
      [centreId],
    );
    expect(hours).toBe(week.allowedHours);
  });

  it('keeps opening hours that are not on the half-hour, where it has them', async () => {
    const { id: centreId } = await givenCentre(graph.db, { openingHours: onWorkingDays('07:45', '18:15') });
    await givenSection(graph.db, { centreId, places: 2 });
    const earlier = (to: string) => [{ weekday: 1, from: '07:45', to }];
    const changed = async (input: Given) => (await change(centreId, input)).refusal?.reason ?? null;

    expect(await changed({ openingHours: earlier('16:10') })).toBe('HOURS_NOT_POSSIBLE');
    expect(await changed({ isAvip: true })).toBeNull();
    expect(await changed({ version: 2, openingHours: earlier('16:00') })).toBeNull();
  });
});

describe('a centre that opens', () => {
  it('can be booked from its first day on, and not before; sent again it opens once', async () => {
    const district = await givenDistrict(graph.db);
    const input = { ...NEW_CENTRE, id: newId(), districtId: district.id };

    const { centre } = await asked(OPEN, input);

    expect(centre).toEqual({
      id: input.id,
      name: 'Les Alouettes',
      openedOn: '2026-03-16',
      siret: NEW_CENTRE.siret,
      sections: [{ id: expect.any(String), name: 'Tous', staff: 4 }],
      placesByHour: [{ from: '08:00', to: '08:30', places: 10 }],
      district: { id: district.id },
    });
    expect((await asked(OPEN, input)).centre).toEqual(centre);
    expect((await asked(OPEN, { ...input, name: 'Autre' })).refusal.reason).toBe('CONFLICT');
    expect(await book(centre.sections[0].id, '2026-03-13', ['09:00', '10:00'])).toBe('CENTRE_CLOSED');
    expect(await book(centre.sections[0].id, '2026-03-16', ['09:00', '10:00'])).toMatch(/-/);
    expect((await asked(OPEN, { ...input, id: newId() })).refusal.reason).toBe('EXTERNAL_ID_TAKEN');
  });

  it('keeps places for emergencies from its first day, as does a section that is new', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const kept = { weekday: 2, from: '08:00', to: '09:00', places: 1 };
    const section = (name: string, emergencyPlaces?: readonly Given[]) => ({
      ...{ name, minAgeMonths: 2, maxAgeMonths: 72, places: 1, emergencyPlaces },
    });
    const input = {
      ...{ ...NEW_CENTRE, siret: null, id: newId(), districtId, placesByHour: [], authorisedPlaces: 3 },
      sections: [section('Une', [kept]), section('Autre')],
    };
    const { centre } = await asked(OPEN, input);
    const idOf = (name: string) => centre.sections.find((each: Given) => each.name === name).id;
    expect(await book(idOf('Une'), '2026-03-17', ['08:30', '09:30'])).toBe('SECTION_FULL');
    expect(await book(idOf('Autre'), '2026-03-17', ['08:30', '09:30'])).toMatch(/-/);
    expect((await asked(OPEN, input)).centre).toEqual(centre);
    const others = [section('Une'), section('Autre', [kept])];
    expect((await asked(OPEN, { ...input, sections: others })).refusal.reason).toBe('CONFLICT');
    const many = [section('Une', [{ ...kept, places: 2 }])];
    expect((await asked(OPEN, { ...input, id: newId(), sections: many })).refusal.reason).toBe(
      'EMERGENCY_PLACES_NOT_POSSIBLE',
    );

    const GIVE = `mutation ($input: ChangeCentreInput!) { changeCentre(input: $input) {
      centre { toCome { sections { id name } emergencyPlaces { sectionId } } } refusal { reason } } }`;
    const said = { centreId: centre.id, version: 1, from: '2026-03-23' };
    const sections = [
      { ...section('Une', []), id: idOf('Une') },
      { ...section('Autre'), id: idOf('Autre') },
      section('Neuve', [kept]),
    ];
    const { toCome } = (await asked(GIVE, { ...said, sections })).centre;
    const isNew = ({ name }: Given) => name === 'Neuve';
    expect(toCome[0].emergencyPlaces).toEqual([{ sectionId: toCome[0].sections.find(isNew).id }]);
  });

  it('is refused for a past day, no district, hours that overlap, and to others than coordinators', async () => {
    const refusal = async (given: Given) =>
      (await asked(OPEN, { ...NEW_CENTRE, siret: null, ...given })).refusal.reason;

    expect(await refusal({ from: '2026-03-01' })).toBe('IN_THE_PAST');
    expect(await refusal({})).toBe('OUTSIDE_DISTRICTS');
    expect(await refusal({ districtId: newId() })).toBe('UNKNOWN_DISTRICT');
    expect(await refusal({ name: ' ' })).toBe('NAME_MISSING');
    const twice = [
      { weekday: 1, from: '08:00', to: '12:00' },
      { weekday: 1, from: '11:00', to: '18:00' },
    ];
    expect(await refusal({ openingHours: twice })).toBe('HOURS_NOT_POSSIBLE');
    const { errors } = await graph.query(OPEN, { input: NEW_CENTRE }, staffOf());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('a centre that closes for good', () => {
  it('asks with the bookings named, gives them back, ends placements, and is not booked again', async () => {
    const section = await givenSection(graph.db, { places: 2 });
    const placement = await givenBookedPlacement(graph.db, '2026-03-03', { ...MARCH, sectionId: section.id });
    const input = { centreId: section.centreId, version: 1, from: '2026-03-16', reason: 'Bâtiment vendu' };

    const question = await asked(CLOSE, input);
    expect(question.refusal).toMatchObject({ reason: 'STILL_BOOKED', isQuestion: true });
    expect(question.bookingsInTheWay.length).toBeGreaterThan(5);
    const preview = await asked(CLOSE, { ...input, preview: true });
    const closed = await asked(CLOSE, { ...input, confirmed: true });

    expect(closed).toMatchObject({
      centre: { id: section.centreId, closedFrom: '2026-03-16' },
      closure: { startsOn: '2026-03-16', isLasting: true },
      endedPlacements: 1,
      refusal: null,
    });
    expect(preview.freedBookings).toBe(closed.freedBookings);
    expect(closed.freedBookings).toBeGreaterThan(5);
    const ended = await graph.db.findOneByOrFail(Placement, { id: placement.id });
    expect([`${ended.endsOn}`, ended.endReason]).toEqual(['2026-03-15', 'Bâtiment vendu']);
    expect(await book(section.id, '2027-03-16', ['09:00', '10:00'])).toBe('CENTRE_CLOSED');
    const left = await graph.db.findBy(Booking, { centreId: section.centreId, status: 'CONFIRMED' });
    expect(left.every(({ startsAt }) => startsAt < new Date('2026-03-16'))).toBe(true);
    expect((await asked(CLOSE, { ...input, version: 2 })).refusal.reason).toBe('ALREADY_CLOSED_FOR_GOOD');
    expect((await change(section.centreId, { version: 2 })).refusal.reason).toBe('CLOSED_THEN');

    const closesWithTheCity = async (day: string) => {
      const city = {
        allMunicipal: true,
        from: day,
        to: day,
        reason: 'Férié',
        preview: true,
        confirmed: true,
      };
      const { closures } = await askClosure(graph, CLOSE_DAYS, city);
      return closures.some((closure: { centre: Given }) => closure.centre.id === section.centreId);
    };
    expect([await closesWithTheCity('2026-03-13'), await closesWithTheCity('2026-03-16')]).toEqual([
      true,
      false,
    ]);

    const withdraw = { closureId: closed.closure.id };
    expect((await askClosure(graph, WITHDRAW, withdraw, staffOf(section.centreId))).refusal.reason).toBe(
      'UNKNOWN_CLOSURE',
    );
    expect((await askClosure(graph, WITHDRAW, withdraw)).refusal).toBeNull();
    expect(await graph.db.findOneByOrFail(Centre, { id: section.centreId })).toMatchObject({
      closedFrom: null,
    });
    expect(await book(section.id, '2026-03-17', ['09:00', '10:00'])).toMatch(/-/);
  });

  it('is refused without a reason, for a past day, another version or no centre, and to its own staff', async () => {
    const { id: centreId } = await givenCentre(graph.db);
    const input = { centreId, version: 1, from: '2026-03-16', reason: 'Vendu' };
    const refusal = async (given: Given) => (await asked(CLOSE, { ...input, ...given })).refusal.reason;

    expect(await refusal({ reason: ' ' })).toBe('REASON_MISSING');
    expect(await refusal({ from: '2026-03-01' })).toBe('IN_THE_PAST');
    expect(await refusal({ version: 3 })).toBe('STALE_VERSION');
    expect(await refusal({ centreId: newId() })).toBe('UNKNOWN_CENTRE');
    const { errors } = await graph.query(CLOSE, { input }, staffOf(centreId));
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
