import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { asOwner } from '@relais/platform/testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { PlacementPause } from '../../care/placements/placement-pause.ts';
import {
  givenCentre,
  givenClosure,
  givenDistrict,
  givenSection,
} from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import type { CareRequest } from '../../requests/care-requests/care-request.ts';
import { subgraph } from '../../subgraph.ts';

const NOW = new Date('2026-03-02T09:00:00+01:00');
const tomorrow = (time: string): Date => new Date(`2026-03-03T${time}:00+01:00`);
const day = (text: string) => Temporal.PlainDate.from(text);

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());
afterEach(async () => {
  await asOwner(
    graph,
    'truncate bookings, care_offers, care_requests, placements, known_milestones, closures, care_steps cascade',
  );
});

type Item = Readonly<Record<'id' | 'kind' | 'urgency' | 'subjectId' | 'sentence' | 'dueAt', string>> & {
  readonly actions: string[];
  readonly familyId: string | null;
};
const DESK = `query ($kinds: [CareDeskKind!], $urgencies: [DeskUrgency!], $dueBefore: DateTime, $centreId: ID,
    $order: DeskOrder! = MOST_URGENT_FIRST, $first: Int! = 20, $after: String) {
  careDesk(kinds: $kinds, urgencies: $urgencies, dueBefore: $dueBefore, centreId: $centreId, order: $order,
    first: $first, after: $after) {
    totalCount isExact pageInfo { hasNextPage endCursor }
    edges { node { id kind urgency dueAt subjectId subjectType familyId sentence actions } } } }`;
type Variables = Readonly<Record<string, unknown>>;

const ask = async (variables: Variables = {}, as: TestUser = coordinator()) => {
  const { data, errors } = await graph.query(DESK, variables, as);
  expect(errors).toEqual([]);
  return data.careDesk;
};
const itemsOf = async (variables?: Variables, as?: TestUser): Promise<Item[]> =>
  (await ask(variables, as)).edges.map(({ node }: { node: Item }) => node);
const kindsOf = async (variables?: Variables, as?: TestUser): Promise<string[]> =>
  (await itemsOf(variables, as)).map(({ kind }) => kind);

const givenOffer = async (
  { id, weeklyPattern }: CareRequest,
  { status = 'OPEN', expiresAt = tomorrow('08:00'), sectionId }: Partial<Record<string, unknown>> = {},
): Promise<string> => {
  const section = sectionId ? { id: sectionId } : await givenSection(graph.db, { name: 'Les petits' });
  const offerId = newId();
  await graph.db.query(
    `insert into care_offers (id, care_request_id, section_id, centre_id, status, first_day, last_day, weekly_pattern,
       stretches, expires_at, offered_at, offered_by, version)
     select $1, $2, section.id, section.centre_id, $4, '2026-03-09', '2026-07-31', $5, '[]', $6, $7, 'zoe', 1
     from sections section where section.id = $3`,
    [offerId, id, section.id, status, JSON.stringify(weeklyPattern), expiresAt, NOW],
  );
  return offerId;
};
const givenGap = async (status: string, startsAt = tomorrow('14:00'), familyId?: string) => {
  const child = familyId ? { familyId } : await givenChild(graph.db);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const milestone = await givenKnownMilestone(graph.db, { familyId: child.familyId, startsAt, endsAt });
  await graph.db.query(
    'insert into published_covers (milestone_id, family_id, status, milestone_version) values ($1, $2, $3, 1)',
    [milestone.id, child.familyId, status],
  );
  return milestone;
};
/** One matter of each kind of the service point, the centre full apart. */
const aBusyDay = async () => {
  const gap = await givenGap('UNCOVERED');
  const offer = await givenOffer(await givenCareRequest(graph.db, { status: 'OFFERED' }));
  const request = await givenCareRequest(graph.db, { status: 'ACCEPTED' });
  const accepted = await givenOffer(request, { status: 'ACCEPTED' });
  const { id: childId, familyId } = await givenChild(graph.db);
  const { id: milestoneId } = await givenKnownMilestone(graph.db, { familyId, status: 'CANCELLED' });
  const left = await givenBooking(graph.db, { childId, milestoneId });
  return { gap, offer, accepted, left };
};

describe('the desk of the service point', () => {
  it('tells most urgent first what waits, whose it is, and what can be done', async () => {
    const { gap, offer, accepted, left } = await aBusyDay();
    const items = await itemsOf();
    expect(items.map(({ kind, urgency, subjectId }) => [kind, urgency, subjectId])).toEqual([
      ['OFFER_OPEN', 'NOW', offer],
      ['BOOKING_OF_CANCELLED_MILESTONE', 'SOON', left.id],
      ['MILESTONE_WITHOUT_CARE', 'SOON', gap.id],
      ['OFFER_ACCEPTED', 'SOON', accepted],
    ]);
    expect(items[2]).toMatchObject({
      familyId: gap.familyId,
      subjectType: 'Milestone',
      actions: ['COVER_MILESTONE', 'CALL_FAMILY'],
      sentence: 'Aucune garde pour Tom : étape du 3 mars 2026 à 14:00, jusqu’à 15:00.',
    });
    expect(items[0]?.sentence).toBe(
      'Place proposée pour Tom (Les petits, Les Ribambelles) : la famille peut répondre jusqu’au 3 mars 2026 à 08:00.',
    );
    expect(items[3]?.sentence).toMatch(/^Tom a une place à partir du 9 mars 2026 \(.+\) : il reste/);
  });

  it('says what is missing in part, or cannot be judged, until the next working day', async () => {
    await givenGap('PARTIAL');
    await givenGap('UNKNOWN');
    await givenGap('COVERED');
    await givenGap('UNCOVERED', new Date('2026-03-04T09:00:00+01:00'));
    await givenGap('UNCOVERED', new Date('2026-03-02T08:00:00+01:00'));
    const sentences = (await itemsOf()).map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(2);
    expect(sentences.filter((each) => /^Garde incomplète|calendrier/.test(each))).toHaveLength(2);
  });

  it('is filtered, sorted and walked in pages that pass over nothing', async () => {
    const { offer } = await aBusyDay();
    const kinds = ['OFFER_OPEN', 'OFFER_ACCEPTED'];
    expect(await kindsOf({ kinds })).toEqual(kinds);
    expect(await kindsOf({ kinds: [] })).toEqual([]);
    expect(await kindsOf({ kinds: ['ARRIVAL'] })).toEqual([]);
    expect(await kindsOf({ urgencies: ['NOW'] })).toEqual(['OFFER_OPEN']);
    expect(await kindsOf({ dueBefore: tomorrow('09:00').toISOString() })).toEqual(['OFFER_OPEN']);
    expect(await kindsOf({ order: 'EARLIEST_FIRST' })).toHaveLength(4);
    const [section] = await graph.db.query('select centre_id from care_offers where id = $1', [offer]);
    expect(await kindsOf({ centreId: section.centre_id })).toEqual(['OFFER_OPEN']);

    const walked: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { edges, pageInfo, totalCount, isExact } = await ask({ first: 1, after });
      expect([totalCount, isExact, pageInfo.hasNextPage]).toEqual([4, true, page < 3]);
      walked.push(edges[0].node.id);
      after = pageInfo.endCursor;
    }
    expect(walked).toEqual((await itemsOf()).map(({ id }) => id));
    const { errors } = await graph.query(DESK, { after: 'bm8' }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('counts up to a thousand, and says that there are more', async () => {
    const request = await givenCareRequest(graph.db, { status: 'ACCEPTED' });
    const first = await givenOffer(request, { status: 'ACCEPTED' });
    const more = (count: number) =>
      graph.db.query(
        `insert into care_offers select (jsonb_populate_record(offer, jsonb_build_object('id', gen_random_uuid()))).*
         from care_offers offer, generate_series(1, $2) where offer.id = $1`,
        [first, count],
      );
    await more(999);
    expect(await ask({ first: 1 })).toMatchObject({ totalCount: 1000, isExact: true });
    await more(1);
    expect(await ask({ first: 1 })).toMatchObject({ totalCount: 1000, isExact: false });
  });

  it('tells of a centre once it is full, and of a child that grows out of its section', async () => {
    const centre = await givenCentre(graph.db, { authorisedPlaces: 2 });
    const { id: sectionId } = await givenSection(graph.db, { centreId: centre.id, maxAgeMonths: 24 });
    const at = { startsAt: tomorrow('10:00'), endsAt: tomorrow('11:00'), sectionId };
    await givenBooking(graph.db, at);
    await givenBooking(graph.db, { ...at, endsAt: tomorrow('10:30'), kind: 'EMERGENCY' });
    expect(await kindsOf()).toEqual([]);
    await givenBooking(graph.db, { ...at, startsAt: tomorrow('10:30') });
    const child = await givenChild(graph.db, { birthDate: day('2024-03-20') });
    const { id: childId, familyId } = child;
    await givenPlacement(graph.db, { childId, familyId, sectionId });
    await givenPlacement(graph.db, { childId, familyId, sectionId, endsOn: day('2026-03-10') });
    expect((await itemsOf()).map(({ kind, sentence, actions }) => [kind, sentence, actions])).toEqual([
      ['CENTRE_FULL', 'Les Ribambelles est complet à partir du 3 mars 2026 à 10:30.', []],
      [
        'SECTION_AGE_ENDS',
        'Tom dépasse l’âge de sa section le 20 mars 2026 (Les grands, Les Ribambelles).',
        ['CHANGE_PLACEMENT'],
      ],
    ]);
  });

  it('counts those who stayed the night, where too few come on a day to fill a centre', async () => {
    const { id: centreId } = await givenCentre(graph.db, { authorisedPlaces: 2 });
    const { id: sectionId } = await givenSection(graph.db, { centreId });
    const night = { startsAt: new Date('2026-03-02T20:00:00+01:00'), endsAt: tomorrow('08:00') };
    await givenBooking(graph.db, { sectionId, ...night });
    await givenBooking(graph.db, { sectionId, startsAt: tomorrow('08:00'), endsAt: tomorrow('12:00') });
    expect(await kindsOf()).toEqual([]);
    await givenBooking(graph.db, { sectionId, startsAt: tomorrow('07:30'), endsAt: tomorrow('08:00') });
    expect((await itemsOf()).map(({ sentence }) => sentence)).toEqual([
      'Les Ribambelles est complet à partir du 3 mars 2026 à 07:30.',
    ]);
  });

  it('costs three statements, whatever waits: what is left out, the page, the count', async () => {
    const as = await graph.signIn(coordinator());
    const none = await graph.statements(() => ask({}, as));
    await aBusyDay();
    await aBusyDay();
    expect([none, await graph.statements(() => ask({}, as))]).toEqual([3, 3]);
  });

  it('tells nothing of a family that objects or whose file is kept from the reader, and says so', async () => {
    const { gap } = await aBusyDay();
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'CARE')",
      [gap.familyId],
    );
    const { data, errors } = await graph.query(DESK, {}, coordinator());
    expect(data.careDesk.totalCount).toBe(3);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED', because: 'OBJECTION' } }]);
    await graph.db.query('delete from objections');
  });

  it.each([caseworker(), advisor()])('is not for $role', async (as) => {
    const { errors } = await graph.query(DESK, {}, as);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the desk of a centre', () => {
  const given = async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    const today = {
      startsAt: new Date('2026-03-02T10:00:00+01:00'),
      endsAt: new Date('2026-03-02T12:00:00+01:00'),
    };
    const booking = await givenBooking(graph.db, { sectionId, ...today });
    await givenBooking(graph.db, { ...today });
    await givenBooking(graph.db, { sectionId, ...today, status: 'ATTENDED' });
    await givenBooking(graph.db, { sectionId });
    const placement = await givenPlacement(graph.db, { sectionId });
    await graph.db.insert(PlacementPause, {
      id: newId(),
      placementId: placement.id,
      kind: 'ABSENCE',
      startsOn: day('2026-03-04'),
      endsOn: day('2026-03-06'),
      reason: 'Opération',
    });
    await givenClosure(graph.db, centreId, ['2026-03-20', '2026-03-20']);
    await givenClosure(graph.db, centreId, ['2026-03-24', '2026-03-25'], {
      ...{ opensAt: Temporal.PlainTime.from('09:00'), closesAt: Temporal.PlainTime.from('14:00') },
    });
    const staff = { ...centreStaff(), centreIds: [centreId] };
    return { staff, booking };
  };

  it('tells its staff who comes, who does not, and when it is closed; never whose file it is', async () => {
    const { staff, booking } = await given();
    const items = await itemsOf({}, staff);
    expect(items.map(({ kind, urgency, sentence }) => [kind, urgency, sentence])).toEqual([
      ['ARRIVAL', 'TODAY', expect.stringMatching(/^Tom .+ est attendu de 10:00 à 12:00 \(Les grands\)\.$/)],
      [
        'ABSENCE',
        'SOON',
        expect.stringMatching(/^Absence annoncée de Tom .+ du 4 mars 2026 au 6 mars 2026 \(Les grands\)\.$/),
      ],
      ['CLOSURE', 'LATER', expect.stringMatching(/ferme du 20 mars 2026 au 20 mars 2026 : Journée/)],
      [
        'CLOSURE',
        'LATER',
        expect.stringMatching(
          / a des horaires réduits du 24 mars 2026 au 25 mars 2026, ouverture à 09:00, fermeture à 14:00 : Journée/,
        ),
      ],
    ]);
    expect(items[0]).toMatchObject({ subjectId: booking.id, familyId: null, actions: ['RECORD_ATTENDANCE'] });
    const seen = await graph.db.query(
      "select family from access_log where sub = $1 and 'CARE' = any(categories)",
      [staff.sub],
    );
    expect(seen.map(({ family }: { family: string }) => family)).toContain(booking.familyId);
  });

  it('tells the staff of other centres nothing', async () => {
    await given();
    expect(await ask({}, { ...centreStaff(), centreIds: [newId()] })).toMatchObject({
      totalCount: 0,
      isExact: true,
      edges: [],
    });
  });
});

const NEWS = `query ($since: DateTime!, $first: Int! = 20, $after: String) {
  careNews(since: $since, first: $first, after: $after) {
    totalCount isExact pageInfo { endCursor hasNextPage } edges { node { id kind at subjectId familyId sentence } } } }`;
const SINCE = { since: '2026-03-01T00:00:00Z' };

describe('the news of care', () => {
  const cancelled = async (facts = {}) => {
    const booking = await givenBooking(graph.db, facts);
    const { errors, data } = await graph.query(
      `mutation ($id: ID!) { cancelBooking(input: { bookingId: $id, version: 1, reason: "Enfant malade" }) {
        booking { id } refusal { reason } } }`,
      { id: booking.id },
      coordinator('zoe'),
    );
    expect([errors, data.cancelBooking.refusal]).toEqual([[], null]);
    return booking;
  };
  const newsFor = async (as: TestUser, variables: Variables = SINCE) => {
    const { data, errors } = await graph.query(NEWS, variables, as);
    expect(errors).toEqual([]);
    return data.careNews;
  };

  it('are what others did: for whoever coordinates, follows the family, or receives the child', async () => {
    const booking = await cancelled();
    await cancelled();
    await givenFollowers(graph.db, booking.familyId, [{ sub: 'maud', relation: 'TEAM' }]);
    const [mine, own, hers, theirs] = [
      await newsFor(coordinator('hana')),
      await newsFor(coordinator('zoe')),
      await newsFor(caseworker('maud')),
      await newsFor({ ...centreStaff(), centreIds: [booking.centreId] }),
    ];
    expect([mine, own, hers, theirs].map(({ totalCount }) => totalCount)).toEqual([2, 0, 1, 1]);
    expect(hers.edges[0].node).toMatchObject({
      kind: 'BOOKING_CANCELLED',
      subjectId: booking.id,
      familyId: booking.familyId,
      sentence: 'Accueil de Tom annulé, prévu le 3 mars 2026 à 09:00 : Enfant malade.',
    });
    expect(theirs.edges[0].node).toMatchObject({
      familyId: null,
      sentence: 'Accueil de Tom annulé, prévu le 3 mars 2026 à 09:00.',
    });
  });

  it('are walked newest first, from a day of the last month on', async () => {
    await cancelled();
    await cancelled();
    const first = await newsFor(coordinator(), { ...SINCE, first: 1 });
    const second = await newsFor(coordinator(), { ...SINCE, first: 1, after: first.pageInfo.endCursor });
    expect(new Set([first, second].map(({ edges }) => edges[0].node.id)).size).toBe(2);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const { errors } = await graph.query(NEWS, { since: '2026-01-20T00:00:00Z' }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('tell an advisor nothing of families, though they follow one', async () => {
    await cancelled();
    expect((await newsFor(advisor())).edges).toEqual([]);
  });
});

describe('the list of offers', () => {
  const OFFERS = `query ($status: [CareOfferStatus!], $expiresBefore: DateTime, $centreId: ID,
      $order: CareOfferOrder! = EXPIRES_FIRST, $first: Int! = 20, $after: String) {
    careOffers(status: $status, expiresBefore: $expiresBefore, centreId: $centreId, order: $order, first: $first, after: $after) {
      totalCount isExact pageInfo { endCursor hasNextPage } edges { node { id } } } }`;
  const offersFor = async (variables: Variables = {}, as: TestUser = coordinator()) => {
    const { data, errors } = await graph.query(OFFERS, variables, as);
    expect(errors).toEqual([]);
    const { edges, ...list } = data.careOffers;
    return { ...list, ids: edges.map(({ node }: { node: { id: string } }) => node.id) };
  };

  it('is of open ones unless told, those that expire first, in pages', async () => {
    const request = () => givenCareRequest(graph.db, { status: 'OFFERED' });
    const later = await givenOffer(await request(), { expiresAt: tomorrow('18:00') });
    const sooner = await givenOffer(await request());
    const accepted = await givenOffer(await request(), { status: 'ACCEPTED', expiresAt: tomorrow('12:00') });
    expect(await offersFor()).toMatchObject({ ids: [sooner, later], totalCount: 2, isExact: true });
    expect((await offersFor({ status: ['ACCEPTED', 'OPEN'] })).ids).toEqual([sooner, accepted, later]);
    expect((await offersFor({ expiresBefore: tomorrow('09:00').toISOString() })).ids).toEqual([sooner]);
    const [{ centre_id: centreId }] = await graph.db.query(
      'select centre_id from care_offers where id = $1',
      [later],
    );
    expect((await offersFor({ centreId })).ids).toEqual([later]);
    for (const order of ['EXPIRES_FIRST', 'NEWEST_FIRST']) {
      const first = await offersFor({ order, first: 1 });
      const second = await offersFor({ order, first: 1, after: first.pageInfo.endCursor });
      expect([...first.ids, ...second.ids].sort()).toEqual([later, sooner].sort());
    }
  });

  it('is of the families whose care the reader sees', async () => {
    const request = await givenCareRequest(graph.db, { status: 'OFFERED' });
    const offer = await givenOffer(request);
    await givenFollowers(graph.db, request.familyId, [{ sub: 'maud', relation: 'TEAM' }]);
    expect((await offersFor({}, caseworker('maud'))).ids).toEqual([offer]);
    expect(await offersFor({}, caseworker('nora'))).toMatchObject({ ids: [], totalCount: 0 });
    const { errors } = await graph.query(OFFERS, {}, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the milestones without care', () => {
  const LIST = `query ($from: DateTime!, $to: DateTime!, $districtId: ID, $order: WithoutCareOrder! = SOONEST_FIRST,
      $first: Int! = 20, $after: String) {
    milestonesWithoutCare(from: $from, to: $to, districtId: $districtId, order: $order, first: $first, after: $after) {
      totalCount isExact pageInfo { endCursor } edges { node { status startsAt endsAt milestone { id } } } } }`;
  const MARCH = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
  const listFor = async (variables: Variables = {}, as: TestUser = coordinator()) => {
    const { data, errors } = await graph.query(LIST, { ...MARCH, ...variables }, as);
    expect(errors).toEqual([]);
    const { edges, ...list } = data.milestonesWithoutCare;
    return {
      ...list,
      ids: edges.map(({ node }: { node: { milestone: { id: string } } }) => node.milestone.id),
    };
  };

  it('are those to come of a span and a district, soonest or worst first, in pages', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const { familyId } = await givenChild(graph.db, {
      familyId: (await givenFamily(graph.db, { districtId })).id,
    });
    const partly = await givenGap('PARTIAL', tomorrow('09:00'), familyId);
    const wholly = await givenGap('UNCOVERED', tomorrow('14:00'));
    await givenGap('COVERED', tomorrow('15:00'));
    await givenGap('UNCOVERED', new Date('2026-03-02T08:00:00+01:00'));
    await givenGap('UNCOVERED', new Date('2026-04-02T08:00:00+02:00'));
    expect(await listFor()).toMatchObject({ ids: [partly.id, wholly.id], totalCount: 2, isExact: true });
    expect((await listFor({ order: 'WORST_FIRST' })).ids).toEqual([wholly.id, partly.id]);
    expect((await listFor({ districtId })).ids).toEqual([partly.id]);
    for (const order of ['SOONEST_FIRST', 'WORST_FIRST']) {
      const first = await listFor({ order, first: 1 });
      const second = await listFor({ order, first: 1, after: first.pageInfo.endCursor });
      expect(first.ids).not.toEqual(second.ids);
    }
    const { errors } = await graph.query(LIST, { ...MARCH, to: '2026-12-01T00:00:00Z' }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('are told to an advisor of their own job seekers', async () => {
    const { id, familyId } = await givenGap('UNCOVERED');
    await givenFollowers(graph.db, familyId, [{ sub: 'lea', relation: 'ADVISOR' }]);
    expect((await listFor({}, advisor('lea'))).ids).toEqual([id]);
    expect((await listFor({}, advisor('ali'))).ids).toEqual([]);
    const { errors } = await graph.query(LIST, MARCH, centreStaff());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('free places', () => {
  const PLACES = `query ($from: DateTime!, $to: DateTime!, $ageMonths: Int, $districtId: ID, $careKind: CareKind,
      $order: FreePlacesOrder! = MOST_FREE_FIRST, $first: Int! = 20, $after: String) {
    freePlaces(from: $from, to: $to, ageMonths: $ageMonths, districtId: $districtId, careKind: $careKind, order: $order,
      first: $first, after: $after) {
      totalCount isExact pageInfo { endCursor } edges { node { freePlaces freeEmergencyPlaces daysWithPlaces days { day isOpen freePlaces } section { id } } } } }`;
  const morning = { from: tomorrow('09:00').toISOString(), to: tomorrow('12:00').toISOString() };
  const placesFor = async (variables: Variables) => {
    const { data, errors } = await graph.query(PLACES, { ...morning, ...variables }, coordinator());
    expect(errors).toEqual([]);
    const { edges, ...list } = data.freePlaces;
    type Edge = { node: { freePlaces: number; section: { id: string } } };
    return { ...list, rows: edges.map(({ node }: Edge) => [node.section.id, node.freePlaces]) };
  };

  it('are those all through a stretch, by what is booked, the age, the kind of care, and closures', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const centre = await givenCentre(graph.db, {
      districtId,
      name: 'A',
      authorisedPlaces: 2,
      careKinds: ['FLEXIBLE', 'EMERGENCY'],
    });
    const small = await givenSection(graph.db, { centreId: centre.id, places: 2, maxAgeMonths: 24 });
    const other = await givenCentre(graph.db, { districtId, name: 'B' });
    const large = await givenSection(graph.db, { centreId: other.id, places: 10 });
    const closed = await givenSection(graph.db, {
      centreId: (await givenCentre(graph.db, { districtId })).id,
    });
    await givenClosure(graph.db, closed.centreId, ['2026-03-03', '2026-03-03']);
    await givenBooking(graph.db, { sectionId: small.id, endsAt: tomorrow('10:00') });
    await givenBooking(graph.db, { sectionId: large.id });

    expect(await placesFor({ districtId })).toMatchObject({
      rows: [
        [large.id, 9],
        [small.id, 1],
      ],
      totalCount: 2,
      isExact: true,
    });
    expect((await placesFor({ districtId, order: 'BY_CENTRE' })).rows).toEqual([
      [small.id, 1],
      [large.id, 9],
    ]);
    expect((await placesFor({ districtId, ageMonths: 30 })).rows).toEqual([[large.id, 9]]);
    expect((await placesFor({ districtId, careKind: 'FLEXIBLE', ageMonths: 12 })).rows).toHaveLength(2);
    expect((await placesFor({ districtId, careKind: 'LONG_TERM' })).rows).toEqual([[large.id, 9]]);
    await givenBooking(graph.db, {
      sectionId: small.id,
      startsAt: tomorrow('09:30'),
      endsAt: tomorrow('10:00'),
    });
    expect((await placesFor({ districtId })).rows).toEqual([[large.id, 9]]);
    expect((await placesFor({ districtId, to: tomorrow('19:00').toISOString() })).rows).toEqual([]);
    const twoDays = { districtId, to: '2026-03-04T12:00:00+01:00' };
    expect((await placesFor(twoDays)).rows).toEqual([
      [large.id, 9],
      [closed.id, closed.places],
      [small.id, 0],
    ]);
    const { data } = await graph.query(PLACES, { ...morning, ...twoDays, first: 2 }, coordinator());
    expect(data.freePlaces.edges[1].node).toMatchObject({
      daysWithPlaces: 1,
      days: [
        { day: '2026-03-03', isOpen: false, freePlaces: 0 },
        { day: '2026-03-04', isOpen: true, freePlaces: closed.places },
      ],
    });
    const first = await placesFor({ districtId, from: tomorrow('10:00').toISOString(), first: 1 });
    const after = first.pageInfo.endCursor;
    const second = await placesFor({ districtId, from: tomorrow('10:00').toISOString(), first: 1, after });
    expect([...first.rows, ...second.rows]).toEqual([
      [large.id, 9],
      [small.id, 2],
    ]);
  });

  it('are of the same hours of two weeks at most, and not for advisors', async () => {
    for (const to of [morning.from, '2026-03-17T12:00:00Z', '2026-03-04T07:00:00Z']) {
      const { errors } = await graph.query(PLACES, { ...morning, to }, coordinator());
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    const { errors } = await graph.query(PLACES, morning, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('lie in districts whose border a map can draw', async () => {
    const border = [
      [-1.6, 47.2],
      [-1.5, 47.2],
      [-1.5, 47.3],
    ] as const;
    const { id } = await givenDistrict(graph.db, { outline: border });
    const { id: unknown } = await givenDistrict(graph.db);
    const OUTLINE = 'query ($id: ID!) { district(id: $id) { outline { type coordinates } } }';
    const { data } = await graph.query(OUTLINE, { id }, advisor());
    expect(data.district.outline).toEqual({ type: 'Polygon', coordinates: [[...border, border[0]]] });
    const none = await graph.query(OUTLINE, { id: unknown }, advisor());
    expect(none).toEqual({ data: { district: { outline: null } }, errors: [] });
  });
});

describe('lists of the service point', () => {
  const since = 'since: "2026-03-01T00:00:00Z"';
  const span = 'from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z"';
  const morning = 'from: "2026-03-03T08:00:00Z", to: "2026-03-03T10:00:00Z"';
  it.each([
    ['careNews', `careNews(${since}) { totalCount edges { node { sentence } } }`],
    [
      'careOffers',
      'careOffers(status: [OPEN, ACCEPTED]) { totalCount edges { node { bookingCount section { centre { name } } careRequest { child { firstName } } } } }',
    ],
    [
      'milestonesWithoutCare',
      `milestonesWithoutCare(${span}) { totalCount edges { node { status milestone { id } } } }`,
    ],
    [
      'freePlaces',
      `freePlaces(${morning}) { totalCount edges { node { freePlaces section { centre { name } } } } }`,
    ],
    ['families', 'families(search: "Lefort") { totalCount edges { node { displayName } } }'],
    [
      'waitingList',
      'waitingList(filter: { search: "Lefort" }) { totalCount edges { node { child { firstName } } } }',
    ],
  ])('cost the same, whatever they hold: %s', async (_name, question) => {
    const as = await graph.signIn(coordinator());
    const cost = () =>
      graph.statements(async () => {
        const { errors } = await graph.query(`{ ${question} }`, {}, as);
        expect(errors).toEqual([]);
      });
    await aBusyDay();
    await givenSection(graph.db);
    const few = await cost();
    for (let count = 0; count < 5; count += 1) await aBusyDay();
    expect(await cost()).toBe(few);
  });
});
