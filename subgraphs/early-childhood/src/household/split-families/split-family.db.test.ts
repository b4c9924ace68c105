import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { Placement } from '../../care/placements/placement.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import { givenAdult, givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenSharedResidence } from '../../families/shared-residence/shared-residence.builder.ts';
import { offersIn } from '../../requests/care-offers/testing/ask-offers.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { subgraph } from '../../subgraph.ts';

const FILE =
  '{ householdKind adults { id } children { id } placements openCareRequests bookingsToCome bookingsForMilestones careLeftToPay }';
const SPLIT = `mutation ($input: SplitFamilyInput!) { splitFamily(input: $input) {
  family { id version householdKind } newFamily { id reference displayName householdKind version }
  remaining ${FILE} leaving ${FILE} refusal { reason message isQuestion } } }`;
const SEEN = `query ($id: ID!) { familyById(id: $id) { address { street } adults { id } children { id }
  addressProtections { basis reason beganBy endedAt } careTimeline(first: 20) { edges { node { kind } } } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const maud = caseworker();
const ask = async (document: string, variables: object, as: TestUser = maud) => {
  const { data, errors } = await graph.query(document, { ...variables }, as);
  expect(errors).toEqual([]);
  return data;
};
const at = (text: string) => new Date(`2026-${text}:00+01:00`);
const ADDRESS = { street: '8 rue du Port', postalCode: '44000', city: 'Nantes' };

const aCouple = async () => {
  const { id: familyId } = await givenFamily(graph.db, { householdKind: 'COUPLE' });
  const [awa, ali] = [
    await givenAdult(graph.db, { familyId }),
    await givenAdult(graph.db, { familyId, firstName: 'Ali', lastName: 'Zidi' }),
  ];
  const [tom, zoe] = [await givenChild(graph.db, { familyId }), await givenChild(graph.db, { familyId })];
  return { familyId, awa, ali, tom, zoe };
};
type Couple = Awaited<ReturnType<typeof aCouple>>;

const split = async ({ familyId, ali, zoe }: Couple, given: object = {}, as: TestUser = maud) => {
  const family = { householdKind: 'LONE_PARENT', address: ADDRESS };
  const input = { familyId, version: 1, adultIds: [ali.id], childIds: [zoe.id], family, ...given };
  return (await ask(SPLIT, { input }, as)).splitFamily;
};

/** Care of a child that is over, booked, agreed and asked for. */
const givenCare = async (familyId: string, childId: string) => {
  const ofChild = { familyId, childId };
  const over = await givenBooking(graph.db, {
    ...{ ...ofChild, startsAt: at('02-16T09:00'), endsAt: at('02-16T12:00') },
    status: 'ATTENDED',
  });
  const toCome = await givenBooking(graph.db, {
    ...{ ...ofChild, startsAt: at('03-16T09:00'), endsAt: at('03-16T12:00') },
  });
  return {
    over,
    toCome,
    placement: await givenPlacement(graph.db, ofChild),
    request: await givenCareRequest(graph.db, ofChild),
  };
};

it('a file becomes two, each with what is theirs, and what binds it binds both', async () => {
  const couple = await aCouple();
  const { familyId, awa, ali, tom, zoe } = couple;
  const staying = await givenCare(familyId, tom.id);
  const going = await givenCare(familyId, zoe.id);
  const { id: elsewhere } = await givenFamily(graph.db);
  const byTurns = await givenChild(graph.db, { familyId: elsewhere });
  await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
    byTurns.id,
    familyId,
  ]);
  const milestone = await givenKnownMilestone(graph.db, {
    familyId,
    startsAt: at('03-16T10:00'),
    endsAt: at('03-16T11:00'),
  });
  await graph.db.query(
    "insert into objections (family_id, category, agency) values ($1, 'CARE', 'JOB_SEARCH')",
    [familyId],
  );
  await graph.db.query(
    `insert into address_protections (id, family_id, basis, reason, began_at, began_by, version)
     values ($1, $2, 'COMPLAINT', 'Plainte', now(), 'her-caseworker', 1)`,
    [newId(), familyId],
  );
  await givenFollowers(graph.db, familyId, [
    { sub: maud.sub ?? '', relation: 'NAMED' },
    { sub: 'neighbour', relation: 'BARRED' },
  ]);

  const over = await givenKnownMilestone(graph.db, {
    ...{ familyId, status: 'ATTENDED', startsAt: at('02-16T10:00'), endsAt: at('02-16T11:00') },
  });
  await graph.db.query(
    "insert into published_covers (milestone_id, family_id, status, milestone_version) values ($1, $2, 'COVERED', $3)",
    [over.id, familyId, over.version],
  );
  // Due already: of the family that had it, whatever of that day is still to come.
  const today = { familyId, childId: zoe.id, startsAt: at('03-02T08:00') };
  const due = [
    await givenBooking(graph.db, {
      ...{ ...today, endsAt: at('03-02T10:30'), status: 'ATTENDED' },
      ...{ arrivedAt: at('03-02T08:00'), leftAt: at('03-02T09:50') },
    }),
    await givenBooking(graph.db, {
      ...{ ...today, startsAt: at('03-02T10:30'), endsAt: at('03-02T17:00'), status: 'ABSENT' },
    }),
    await givenBooking(graph.db, {
      ...{ ...today, endsAt: at('03-02T16:00'), status: 'CANCELLED' },
      cancelledAfterStart: true,
    }),
  ];
  // What was kept of a merge, to undo it.
  const merged = await givenFamily(graph.db);
  await graph.db.query('update families set merged_into = $1 where id = $2', [familyId, merged.id]);
  await graph.db.query(
    "insert into merge_journals (duplicate, survivor, merged_at, kept_until, told_whole) values ($1, $2, now(), now() + interval '9 days', '{}')",
    [merged.id, familyId],
  );
  for (const { id } of [staying.toCome, going.toCome])
    await graph.db.query('update bookings set milestone_id = $2 where id = $1', [id, milestone.id]);
  const given = { id: newId(), childIds: [zoe.id, byTurns.id] };
  const care = { placements: 1, openCareRequests: 1, bookingsToCome: 1, bookingsForMilestones: 1 };
  const files = {
    remaining: {
      ...{ householdKind: 'LONE_PARENT', adults: [{ id: awa.id }], children: [{ id: tom.id }] },
      ...{ ...care, careLeftToPay: 4 },
    },
    leaving: {
      ...{ householdKind: 'LONE_PARENT', adults: [{ id: ali.id }] },
      children: expect.arrayContaining([{ id: zoe.id }, { id: byTurns.id }]),
      ...{ ...care, careLeftToPay: 0 },
    },
  };
  const before = await graph.db.query('select * from families order by id');
  expect(await split(couple, { ...given, preview: true })).toMatchObject({
    ...files,
    family: { id: familyId, version: 1, householdKind: 'LONE_PARENT' },
    newFamily: null,
    refusal: null,
  });
  expect(await graph.db.query('select * from families order by id')).toEqual(before);

  const done = await split(couple, given);
  expect(done).toMatchObject({
    ...files,
    family: { id: familyId, version: 2, householdKind: 'LONE_PARENT' },
    newFamily: { id: given.id, displayName: 'Zidi', version: 1 },
    refusal: null,
  });
  for (const preview of [false, true])
    expect((await split(couple, { ...given, preview })).newFamily).toEqual(done.newFamily);
  const elsewhereAddress = { ...ADDRESS, street: '9 rue du Port' };
  for (const other of [
    { childIds: [zoe.id] },
    { adultIds: [awa.id] },
    { family: { householdKind: 'LONE_PARENT', address: elsewhereAddress } },
    { family: { householdKind: 'COUPLE', address: ADDRESS }, preview: true },
  ])
    expect((await split(couple, { ...given, ...other })).refusal.reason).toBe('CONFLICT');

  const seen = (await ask(SEEN, { id: given.id })).familyById;
  expect(seen).toMatchObject({
    address: { street: ADDRESS.street },
    adults: [{ id: ali.id }],
    // Not why, which the other one said.
    addressProtections: [
      {
        ...{ basis: 'SAID_BY_FAMILY', reason: 'Reprise lors de la séparation du dossier' },
        ...{ beganBy: maud.sub, endedAt: null },
      },
    ],
    careTimeline: { edges: [{ node: { kind: 'FAMILY_SPLIT_OFF' } }] },
  });
  const english = await graph.query(SEEN, { id: given.id }, maud, { language: 'en' });
  expect(english.data.familyById.addressProtections).toMatchObject([
    { reason: 'Taken over when the file was split' },
  ]);
  const familyOf = async (
    kind: typeof Booking | typeof Placement | typeof CareRequest,
    { id }: { id: string },
  ) => (await graph.db.findOneByOrFail(kind, { id })).familyId;
  for (const each of [going.over, ...due]) expect(await familyOf(Booking, each)).toBe(familyId);
  expect(await graph.db.query('select from merge_journals where duplicate = $1', [merged.id])).toEqual([]);
  expect(await familyOf(Booking, going.toCome)).toBe(given.id);
  expect(await familyOf(Placement, going.placement)).toBe(given.id);
  expect(await familyOf(CareRequest, going.request)).toBe(given.id);
  for (const each of [staying.over, staying.toCome]) expect(await familyOf(Booking, each)).toBe(familyId);
  const rows = (statement: string) => graph.db.query(statement, [given.id]);
  expect(await rows('select category, agency from objections where family_id = $1')).toEqual([
    { category: 'CARE', agency: 'JOB_SEARCH' },
  ]);
  expect(await rows('select sub, relation from followers where family_id = $1 order by relation')).toEqual([
    { sub: 'neighbour', relation: 'BARRED' },
    { sub: maud.sub, relation: 'NAMED' },
    { sub: maud.sub, relation: 'TEAM' },
  ]);
  expect(await rows('select child_id from shared_residences where other_family_id = $1')).toEqual([
    { child_id: byTurns.id },
  ]);

  const linked = async ({ id }: { id: string }) =>
    (await graph.db.findOneByOrFail(Booking, { id })).milestoneId;
  expect([await linked(going.toCome), await linked(staying.toCome)]).toEqual([null, milestone.id]);

  const told = (await graph.published()).filter(({ type }) => type === 'relais.family.changed.v1').slice(-2);
  expect(told).toMatchObject([
    { familyId, data: { adultIds: [awa.id], districtId: null } },
    { familyId: given.id, data: { adultIds: [ali.id], splitFrom: familyId, districtId: null } },
  ]);
  // Employment tells whose the milestone is: its cover is told anew, for the children of that file.
  const along = {
    from: familyId,
    childIds: expect.arrayContaining([zoe.id, byTurns.id]),
    at: expect.any(String),
  };
  const toldOfChildren = async () =>
    (await graph.published()).filter(
      ({ type, familyId: whose }) => type === 'relais.children.changed.v1' && whose === given.id,
    );
  expect(await toldOfChildren()).toMatchObject([{ data: { takenAlong: along } }]);
  const born = { firstName: 'Léo', lastName: 'Zidi', birthDate: '2026-02-01' };
  const add = 'mutation ($input: AddChildInput!) { addChild(input: $input) { refusal { reason } } }';
  expect((await ask(add, { input: { familyId: given.id, child: born } })).addChild.refusal).toBeNull();
  // Whatever is told later says the same: what was missed is found again.
  const [, later] = await toldOfChildren();
  expect(later?.data).toMatchObject({ takenAlong: along });
  expect(later?.data.takenAlong).toMatchObject({ childIds: { length: 2 } });
  const tellMilestone = (whose: string, version: number, { id, startsAt, endsAt } = milestone) =>
    graph.receive('relais.milestone.changed.v1', whose, {
      ...{ milestoneId: id, familyId: whose, travelMinutes: 0, status: 'PLANNED', version },
      ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    });
  await tellMilestone(given.id, over.version + 1, over);
  expect(
    await rows('select milestone_version as version from published_covers where family_id = $1'),
  ).toEqual([{ version: over.version + 1 }]);
  await tellMilestone(given.id, milestone.version + 1);
  expect((await graph.published()).at(-1)).toMatchObject({
    type: 'relais.cover.changed.v1',
    data: { familyId: given.id, milestoneId: milestone.id },
  });
  expect(await linked(staying.toCome)).toBeNull();
  // What was told before, and comes late, does not take it back.
  await tellMilestone(familyId, milestone.version);
  const [{ whose }] = await graph.db.query('select family_id as whose from known_milestones where id = $1', [
    milestone.id,
  ]);
  expect(whose).toBe(given.id);
});

describe('seen from the file that was left, by who follows no other', () => {
  const anne = caseworker('anne');
  const bea = caseworker('bea');
  const SPAN = '(from: "2026-01-01T00:00:00Z", to: "2026-06-01T00:00:00Z")';
  const CARE = `firstName placements { id } bookings${SPAN} { id } careAlerts mayBeCollectedBy collectors { name }`;
  const nothing = {
    ...{ firstName: 'Zoé', placements: null, bookings: null },
    ...{ careAlerts: null, mayBeCollectedBy: null, collectors: null },
  };
  // What is not shared is absent, and said so.
  const answer = async (document: string, as: TestUser) => (await graph.query(document, {}, as)).data;
  const milestoneOf = async (milestone: KnownMilestone, selection: string) => {
    const { data } = await graph.resolveReferences('Milestone', [referenceTo(milestone)], selection, anne);
    return data[0];
  };
  let left: string;
  let own: string;
  let zoe: string;
  let care: Readonly<
    Record<'over' | 'toCome' | 'ofTom', Booking> &
      Record<'ended' | 'running', Placement> &
      Record<'past' | 'toBe', KnownMilestone>
  >;
  beforeAll(async () => {
    const couple = await aCouple();
    const { familyId, tom } = couple;
    const child = await givenChild(graph.db, {
      ...{ familyId, firstName: 'Zoé', careAlerts: ['Arachide'] },
      ...{ mayBeCollectedBy: ['Mamie'], collectorPhones: {} },
    });
    const ofZoe = { familyId, childId: child.id };
    const milestone = (day: string) =>
      givenKnownMilestone(graph.db, {
        ...{ familyId, startsAt: at(`${day}T10:00`), endsAt: at(`${day}T11:00`) },
      });
    const [past, toBe] = [await milestone('02-16'), await milestone('03-16')];
    const running = await givenPlacement(graph.db, ofZoe);
    const ended = await givenPlacement(graph.db, {
      ...{ ...ofZoe, startsOn: Temporal.PlainDate.from('2025-09-01') },
      endsOn: Temporal.PlainDate.from('2025-12-31'),
    });
    await graph.db.update(Placement, { id: running.id }, { continuesId: ended.id });
    const stay = { startsAt: at('03-16T09:00'), endsAt: at('03-16T12:00'), milestoneId: toBe.id };
    const over = await givenBooking(graph.db, {
      ...{ ...ofZoe, startsAt: at('02-16T09:00'), endsAt: at('02-16T12:00'), status: 'ATTENDED' },
      ...{ placementId: running.id, milestoneId: past.id },
    });
    const toCome = await givenBooking(graph.db, { ...ofZoe, ...stay });
    const ofTom = await givenBooking(graph.db, { familyId, childId: tom.id, ...stay });
    await givenFollowers(graph.db, familyId, [{ sub: 'anne', relation: 'TEAM' }]);
    const done = await split(couple, { childIds: [child.id] });
    [left, own, zoe] = [familyId, done.newFamily.id, child.id];
    await givenFollowers(graph.db, own, [{ sub: 'bea', relation: 'TEAM' }]);
    care = { over, toCome, ofTom, ended, running, past, toBe };
    // As if it had been written before anybody looked to that: no list may rest on the tie having been cut.
    expect(await tieOf(toCome)).toBeNull();
    await graph.db.update(Booking, { id: toCome.id }, { milestoneId: toBe.id });
  });
  const tieOf = async ({ id }: Booking) => (await graph.db.findOneByOrFail(Booking, { id })).milestoneId;

  it('a milestone that is over names the child, and leads to nothing of it', async () => {
    const { childcareCover } = await milestoneOf(
      care.past,
      `{ childcareCover { children { child { id ${CARE} family { id } sharedResidence { version } } } } }`,
    );
    const children = childcareCover.children.map(({ child }: { child: { id: string } }) => child);
    expect(children).toHaveLength(3);
    const ofZoe = children.find(({ id }: { id: string }) => id === zoe);
    expect(ofZoe).toEqual({ id: zoe, ...nothing, family: null, sharedResidence: null });
  });

  it('whoever reads what is over leaves no trace in the log of the other file', async () => {
    const claire = caseworker('claire');
    await givenFollowers(graph.db, left, [{ sub: 'claire', relation: 'TEAM' }]);
    const child = `child { id lastName ${CARE} }`;
    const cover = `{ childcareCover { children { ${child} } } bookings { status ${child} } }`;
    await graph.resolveReferences('Milestone', [referenceTo(care.past)], cover, claire);
    await answer(
      `{ booking(id: "${care.over.id}") { status ${child} } placement(id: "${care.ended.id}") { ${child} } }`,
      claire,
    );
    const log = await graph.db.query(
      "select distinct family, outcome from access_log where sub = 'claire' order by 2",
    );
    expect(log).toEqual([
      { family: left, outcome: 'DENIED' },
      { family: left, outcome: 'SEEN' },
    ]);
  });

  it('care that is over, which the file pays, leads to nothing of the child, nor to the contract that goes on', async () => {
    const document = `{ booking(id: "${care.over.id}") { status family { id } placement { id } child { ${CARE} } } }`;
    const { booking } = await answer(document, anne);
    expect(booking).toEqual({ status: 'ATTENDED', family: { id: left }, placement: null, child: nothing });
    const ids = [
      `a: booking(id: "${care.toCome.id}") { id }`,
      `b: placement(id: "${care.running.id}") { id }`,
    ];
    expect(await answer(`{ ${ids.join(' ')} }`, anne)).toEqual({ a: null, b: null });
    const ended = `{ placement(id: "${care.ended.id}") { family { id } child { ${CARE} } } }`;
    expect(await answer(ended, anne)).toEqual({ placement: { family: { id: left }, child: nothing } });
  });

  it('what the file goes on paying is listed in it, and waits at the desk until it is billed', async () => {
    const leftIn = async (id: string, as: TestUser) =>
      (
        await answer(
          `{ familyById(id: "${id}") { careLeftToPay(first: 1) {
            edges { node { id halfHoursDue child { id } } } pageInfo { hasNextPage } } } }`,
          as,
        )
      ).familyById.careLeftToPay;
    expect(await leftIn(left, anne)).toEqual({
      edges: [{ node: { id: care.over.id, halfHoursDue: 6, child: { id: zoe } } }],
      pageInfo: { hasNextPage: false },
    });
    expect((await leftIn(own, bea)).edges).toEqual([]);
    const desk = async () => {
      const asked =
        '{ careDesk(kinds: [CARE_LEFT_TO_PAY]) { edges { node { familyId subjectId dueAt sentence } } } }';
      const { careDesk } = await answer(asked, coordinator());
      return careDesk.edges
        .map(({ node }: { node: { familyId: string } }) => node)
        .filter((node: { familyId: string }) => [left, own].includes(node.familyId));
    };
    expect(await desk()).toEqual([
      {
        ...{ familyId: left, subjectId: left, dueAt: '2026-03-31T22:00:00.000Z' },
        sentence: expect.stringMatching(
          /^Dossier séparé NAN-\d+ \(1\) : il paie encore .* quitté, du 16 février 2026 au 16 février 2026\.$/,
        ),
      },
    ]);
    const { data } = await graph.query(
      `{ familyById(id: "${left}") { careLeftToPay { edges { cursor } } } }`,
      {},
      advisor(),
    );
    expect(data.familyById?.careLeftToPay ?? null).toBeNull();
    // In April February is billed.
    graph.setNow(new Date('2026-04-03T10:00:00+02:00'));
    const later = [await desk(), (await leftIn(left, anne)).edges];
    graph.setNow(new Date('2026-03-02T10:00:00+01:00'));
    expect(later).toEqual([[], []]);
  });

  it('a milestone to come has the bookings of its own file alone', async () => {
    const { bookings } = await milestoneOf(care.toBe, '{ bookings { id } }');
    expect(bookings).toEqual([{ id: care.ofTom.id }]);
    expect((await milestoneOf(care.past, '{ bookings { id } }')).bookings).toEqual([{ id: care.over.id }]);
    // Nor is any other given back with it.
    const input = { milestoneId: care.toBe.id, reason: 'Reporté', preview: true };
    const uncover =
      'mutation ($input: UncoverMilestoneInput!) { uncoverMilestone(input: $input) { bookings { id } } }';
    expect((await ask(uncover, { input }, coordinator())).uncoverMilestone).toEqual({
      bookings: [{ id: care.ofTom.id }],
    });
  });

  it('what a milestone that is called off leaves behind names no child of another file, on no desk', async () => {
    await graph.db.query("update known_milestones set status = 'CANCELLED' where id = $1", [care.toBe.id]);
    const { data } = await graph.resolveReferences(
      'Family',
      [{ id: left }],
      '{ careAttention { subjectId } }',
      anne,
    );
    expect(data[0].careAttention).toEqual([{ subjectId: care.ofTom.id }]);
    const desk = '{ bookingsOfCancelledMilestones(first: 9) { totalCount edges { node { id } } } }';
    expect((await answer(desk, coordinator())).bookingsOfCancelledMilestones).toEqual({
      totalCount: 1,
      edges: [{ node: { id: care.ofTom.id } }],
    });
  });

  it('the new file has what is its own of the care: neither who pays it, nor whom it served, is told there', async () => {
    const { child } = await answer(`{ child(id: "${zoe}") { family { id } ${CARE} } }`, bea);
    expect(child).toMatchObject({
      ...{ family: { id: own }, placements: [{ id: care.running.id }], bookings: [{ id: care.toCome.id }] },
      ...{ careAlerts: ['Arachide'], collectors: [{ name: 'Mamie' }] },
    });
    // Who sees the file that pays too finds what it paid.
    const both = (await answer(`{ child(id: "${zoe}") { ${CARE} } }`, coordinator())).child;
    expect([both.placements, both.bookings]).toEqual([
      [{ id: care.ended.id }, { id: care.running.id }],
      [{ id: care.over.id }, { id: care.toCome.id }],
    ]);
    const document = `{
      over: booking(id: "${care.over.id}") { id } ended: placement(id: "${care.ended.id}") { id }
      toCome: booking(id: "${care.toCome.id}") { milestone { id } child { firstName placements { id } } }
      running: placement(id: "${care.running.id}") { continues { id } } }`;
    expect(await answer(document, bea)).toEqual({
      ...{ over: null, ended: null, running: { continues: null } },
      toCome: { milestone: null, child: { firstName: 'Zoé', placements: [{ id: care.running.id }] } },
    });
  });

  it('a child who is to live by turns with both is read in both from then on, with what is over', async () => {
    const SHARE =
      'mutation ($input: ShareResidenceInput!) { shareResidence(input: $input) { refusal { reason } } }';
    const rule = {
      ...{ kind: 'EVERY_SECOND_WEEK', startsOn: '2026-03-06', weekday: 5, time: '18:00' },
      firstFamilyId: own,
    };
    const input = { childId: zoe, otherFamilyId: left, rule };
    expect((await ask(SHARE, { input }, coordinator())).shareResidence.refusal).toBeNull();
    for (const reader of [anne, bea]) {
      const { child } = await answer(`{ child(id: "${zoe}") { ${CARE} } }`, reader);
      expect([child.placements, child.bookings]).toEqual([
        [{ id: care.ended.id }, { id: care.running.id }],
        [{ id: care.over.id }, { id: care.toCome.id }],
      ]);
    }
    const { familyById } = await answer(
      `{ familyById(id: "${left}") { careLeftToPay { edges { cursor } } } }`,
      anne,
    );
    expect(familyById.careLeftToPay.edges).toEqual([]);
    const waiting = await answer(
      '{ careDesk(kinds: [CARE_LEFT_TO_PAY]) { edges { node { familyId } } } }',
      coordinator(),
    );
    expect(waiting.careDesk.edges).not.toContainEqual({ node: { familyId: left } });
  });
});

it('care that is booked at the same moment goes along, also of a child who lives there by turns', async () => {
  const couple = await aCouple();
  const { familyId, zoe } = couple;
  const byTurns = await givenChild(graph.db);
  await givenSharedResidence(graph.db, byTurns.id, familyId);
  const childIds = [zoe.id, byTurns.id];
  const raced = await inTransaction(graph.db, async (tx) => {
    const booked: Booking[] = [];
    for (const childId of childIds) booked.push(await givenBooking(tx, { childId, familyId }));
    const done = split(couple, { childIds });
    expect(await Promise.race([done, setTimeout(300, 'WAITS')])).toBe('WAITS');
    return { done, booked };
  });
  const { newFamily } = await raced.done;
  for (const { id } of raced.booked)
    expect((await graph.db.findOneByOrFail(Booking, { id })).familyId).toBe(newFamily.id);
});

it('what waits for a word of the family is answered first', async () => {
  const couple = await aCouple();
  const { familyId, zoe, tom } = couple;
  const milestone = await givenKnownMilestone(graph.db, { familyId });
  const urgent = await givenCareRequest(graph.db, {
    ...{ familyId, childId: tom.id, kind: 'EMERGENCY', emergencyReason: 'MILESTONE' },
    milestoneId: milestone.id,
  });
  expect((await split(couple)).refusal.reason).toBe('MILESTONE_REQUEST_WAITS');
  await graph.db.update(CareRequest, { id: urgent.id }, { status: 'WITHDRAWN' });
  const request = await givenCareRequest(graph.db, { familyId, childId: zoe.id, kind: 'SHORT_TERM' });
  const { id: sectionId } = await givenSection(graph.db);
  expect((await offersIn(() => graph).offer(request, sectionId)).refusal).toBeNull();
  expect((await split(couple, { preview: true })).refusal).toEqual({
    ...{ reason: 'OFFER_WAITS', isQuestion: false },
    message: expect.stringContaining('notez d’abord'),
  });
  await graph.running.drained();
  expect((await split(couple, { childIds: [tom.id] })).refusal).toBeNull();
});

it('every column that names a child and its family goes along, or is of what is over', async () => {
  const rows: { table: string }[] = await graph.db.query(`
    select table_name as table from information_schema.columns
    where table_schema = 'public' and column_name in ('child_id', 'family_id')
    group by table_name having count(*) = 2 order by 1`);
  expect(rows.map(({ table }) => table)).toEqual([
    'bookings',
    'care_requests',
    'care_steps',
    'placements',
    'residence_periods',
  ]);
});

it('a file stays one, in words, and whoever is not in its team splits none', async () => {
  const couple = await aCouple();
  const { awa, ali } = couple;
  const other = await aCouple();
  const cases: readonly (readonly [string, object, TestUser?])[] = [
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['STALE_VERSION', { version: 2 }],
    ['NO_ADULT_LEAVES', { adultIds: [] }],
    ['NO_ADULT_STAYS', { adultIds: [awa.id, ali.id] }],
    ['UNKNOWN_ADULT', { adultIds: [other.ali.id] }],
    ['UNKNOWN_CHILD', { childIds: [other.zoe.id] }],
    ['ADDRESS_NOT_UNDERSTOOD', { family: { householdKind: 'COUPLE', address: { ...ADDRESS, city: ' ' } } }],
    ['UNKNOWN_DISTRICT', { family: { householdKind: 'COUPLE', address: ADDRESS, districtId: newId() } }],
    ['CONFLICT', { id: other.familyId }],
    ['ONLY_ITS_TEAM', {}, coordinator('not-in-team')],
    ['UNKNOWN_FAMILY', {}, { ...caseworker(), sub: 'nobody' }],
  ];
  for (const [reason, given, as] of cases)
    expect((await split(couple, given, as)).refusal).toEqual({
      reason,
      message: expect.stringMatching(/\.$/),
      isQuestion: false,
    });
  // Nor while an agency has yet to hear of it, of what was merged into it, or of what is a file of its own again.
  const { id: merged } = await givenFamily(graph.db);
  const { id: parted, reference } = await givenFamily(graph.db);
  await graph.db.query('update families set merged_into = $1 where id = $2', [couple.familyId, merged]);
  await graph.db.query(
    `insert into care_steps (id, family_id, subject_id, kind, at, done_by, facts)
     values ($1, $2, $2, 'MERGE_UNDONE', '2026-03-01T09:30:00Z', 'zoe', $3)`,
    [newId(), couple.familyId, { reference, reason: 'Deux familles' }],
  );
  for (const waiting of [couple.familyId, merged, parted]) {
    await graph.db.query(
      `insert into pending_deliveries (subscriber, family_id, number, retry_at)
       values ('employment', $1, 1000000, now() + interval '1 hour')`,
      [waiting],
    );
    for (const preview of [true, false])
      expect((await split(couple, { preview })).refusal).toEqual({
        ...{ reason: 'NOT_TAKEN_YET', isQuestion: false },
        message: expect.stringContaining('(employment)'),
      });
    await graph.db.query('delete from pending_deliveries where family_id = $1', [waiting]);
  }
  expect((await split(couple, { preview: true })).refusal).toBeNull();
});
