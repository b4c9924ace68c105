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
import { givenCentre, givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
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

  it('are not for an advisor', async () => {
    const { errors } = await graph.query(NEWS, SINCE, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
