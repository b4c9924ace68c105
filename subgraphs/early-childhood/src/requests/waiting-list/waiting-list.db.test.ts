import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { givenCentre, givenDistrict } from '../../centres/centres/centre.builder.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const TODAY = Temporal.PlainDate.from('2026-03-02');
const LIST = `query ($filter: WaitingListFilterInput, $first: Int, $after: String) {
  waitingList(filter: $filter, first: $first, after: $after) {
    edges { node { id submittedAt priority { score reasons { criterion weight value contribution sentence } } } }
    pageInfo { hasNextPage endCursor } } }`;

let graph: TestSubgraph;
let districtId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
  districtId = (await givenDistrict(graph.db)).id;
});
afterAll(() => graph.close());

type Edges = { node: { id: string; submittedAt: string; priority: { score: number } } }[];
const ask = async (variables: Readonly<Record<string, unknown>>, as: TestUser = coordinator()) => {
  const { data, errors } = await graph.query(LIST, { first: 50, ...variables }, as);
  expect(errors).toEqual([]);
  return data.waitingList;
};
const idsOf = async (filter: Readonly<Record<string, unknown>>): Promise<string[]> =>
  (await ask({ filter })).edges.map(({ node }: Edges[number]) => node.id);

const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 24 * 3_600_000);
const receive = (familyId: string, status: string) =>
  graph.db.query(
    `insert into known_income_support (family_id, status, starts_on) values ($1, $2, '2026-01-01')`,
    [familyId, status],
  );

type Standing = {
  readonly isLone: boolean;
  readonly support: string | null;
  readonly milestoneIn: number | null;
  readonly startsIn: number;
  readonly waited: number;
};
/** A request of a family of its own that chose the centre. */
const givenWaiting = async (centreId: string, standing: Standing): Promise<CareRequest> => {
  const { id: familyId } = await givenFamily(graph.db, {
    districtId,
    householdKind: standing.isLone ? 'LONE_PARENT' : 'COUPLE',
  });
  if (standing.support) await receive(familyId, standing.support);
  if (standing.milestoneIn !== null) {
    const startsAt = daysAgo(-standing.milestoneIn);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    await givenKnownMilestone(graph.db, { familyId, startsAt, endsAt });
  }
  const { id: childId } = await givenChild(graph.db, { familyId });
  const firstDay = TODAY.add({ days: standing.startsIn });
  return givenCareRequest(graph.db, {
    childId,
    firstDay,
    lastDay: firstDay.add({ days: 200 }),
    rankedCentreIds: [centreId],
    submittedAt: daysAgo(standing.waited),
  });
};

const standings: fc.Arbitrary<Standing> = fc.record({
  isLone: fc.boolean(),
  support: fc.constantFrom('RECEIVING', 'SUSPENDED', 'PENDING', 'NONE', null),
  milestoneIn: fc.option(fc.constantFrom(0, 1, 2, 3, 7, 8, 14, 15)),
  startsIn: fc.constantFrom(-20, 0, 7, 8, 30, 31, 60),
  waited: fc.constantFrom(0, 29, 30, 59, 60, 89, 90, 119, 120, 179, 180, 300),
});

describe('the waiting list', () => {
  it('is in the order of the score that the explained criteria sum up to', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    for (const standing of fc.sample(standings, { numRuns: 40, seed: 2026 }))
      await givenWaiting(centreId, standing);

    const { edges }: { edges: Edges } = await ask({ filter: { centreId } });
    expect(edges).toHaveLength(40);
    const scores = edges.map(({ node }) => node.priority.score);
    expect(new Set(scores).size).toBeGreaterThan(10);
    const ranks = edges.map(({ node }) => ({ ...node, score: node.priority.score }));
    const sorted = ranks.toSorted(
      (one, other) =>
        other.score - one.score ||
        one.submittedAt.localeCompare(other.submittedAt) ||
        one.id.localeCompare(other.id),
    );
    expect(ranks.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  it('is walked page by page without loss or repeat, also past midnight', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    for (const standing of fc.sample(standings, { numRuns: 11, seed: 7 }))
      await givenWaiting(centreId, { ...standing, startsIn: 40 });
    const all = await idsOf({ centreId });

    const walked: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      graph.setNow(new Date(NOW.getTime() + page * 12 * 24 * 3_600_000));
      const { edges, pageInfo } = await ask({ filter: { centreId }, first: 4, after });
      walked.push(...edges.map(({ node }: Edges[number]) => node.id));
      after = pageInfo.endCursor;
    }
    graph.setNow(NOW);
    expect(walked).toEqual(all);
    const { errors } = await graph.query(LIST, { after: 'x' }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('explains each criterion in words', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    const standing = { isLone: true, support: 'RECEIVING', milestoneIn: 3, startsIn: 20, waited: 45 };
    await givenWaiting(centreId, standing);
    const { edges } = await ask({ filter: { centreId } }, caseworker());
    const reason = (
      criterion: string,
      weight: number,
      value: number,
      contribution: number,
      sentence: string,
    ) => ({
      criterion,
      weight,
      value,
      contribution,
      sentence,
    });
    expect(edges[0].node.priority).toEqual({
      score: 70,
      reasons: [
        reason('MILESTONE', 30, 0.7, 21, 'Une étape de la recherche d’emploi a lieu dans 3 jours.'),
        reason('INCOME_SUPPORT', 25, 1, 25, 'La famille perçoit le RSA.'),
        reason('LONE_PARENT', 15, 1, 15, 'Un parent élève seul les enfants.'),
        reason('FIRST_DAY', 15, 0.4, 6, 'L’accueil est nécessaire dans 20 jours.'),
        reason('WAITING_TIME', 15, 0.2, 3, 'La demande a été faite il y a 45 jours.'),
      ],
    });
  });

  it.each([
    [
      'SUSPENDED',
      25,
      'Le RSA de la famille est suspendu depuis le 1er janvier 2026 ; il compte comme s’il était versé, car une place aide à y répondre.',
    ],
    ['PENDING', 0, 'La famille a demandé le RSA ; il n’est pas encore accordé.'],
    ['NONE', 0, 'La famille ne perçoit pas le RSA.'],
    ['UNKNOWN', 0, 'Le relais ne sait pas si la famille perçoit le RSA.'],
    [null, 0, 'Le relais ne sait pas si la famille perçoit le RSA.'],
  ])('says the truth of income support that is %s, in words', async (support, contribution, sentence) => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    await givenWaiting(centreId, { isLone: false, support, milestoneIn: 1, startsIn: -1, waited: 0 });
    const { edges } = await ask({ filter: { centreId } });

    const { score, reasons } = edges[0].node.priority;
    expect(reasons).toContainEqual(
      expect.objectContaining({ criterion: 'INCOME_SUPPORT', contribution, sentence }),
    );
    expect(score).toBe(45 + contribution);
    expect(reasons.map((reason: { sentence: string }) => reason.sentence)).toEqual(
      expect.arrayContaining([
        'Une étape de la recherche d’emploi a lieu demain.',
        'L’accueil était nécessaire hier.',
        'La demande a été faite aujourd’hui.',
      ]),
    );
  });

  it.each([
    ['filter.maxAgeMonths', { minAgeMonths: 50, maxAgeMonths: 4 }],
    ['filter.maxAgeMonths', { minAgeMonths: 4, maxAgeMonths: 4 }],
    ['filter.firstDayTo', { firstDayFrom: '2026-03-10', firstDayTo: '2026-03-09' }],
  ])('says which limit is the wrong way round: %s', async (argument, filter) => {
    const { errors } = await graph.query(LIST, { filter }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it('lists open requests whose need is not over, by kind, district, age and first day', async () => {
    const { id: elsewhere } = await givenDistrict(graph.db);
    const { id: centreId } = await givenCentre(graph.db, { districtId: elsewhere });
    const { id: familyId } = await givenFamily(graph.db, { districtId: elsewhere });
    const child = (birthDate: string) =>
      givenChild(graph.db, { familyId, birthDate: Temporal.PlainDate.from(birthDate) });
    const baby = await child('2025-10-02');
    const toddler = await child('2024-03-02');
    const chosen = { rankedCentreIds: [centreId] };
    const month = (text: string) => ({ firstDay: Temporal.PlainDate.from(text) });
    const early = await givenCareRequest(graph.db, { childId: baby.id, ...chosen, ...month('2026-03-02') });
    const late = await givenCareRequest(graph.db, { childId: toddler.id, ...chosen, ...month('2026-04-02') });
    const short = await givenCareRequest(graph.db, { childId: toddler.id, kind: 'SHORT_TERM' });
    const over = Temporal.PlainDate.from('2026-03-01');
    await givenCareRequest(graph.db, { childId: baby.id, firstDay: over, lastDay: over, ...chosen });
    for (const status of ['PLACED', 'WITHDRAWN'] as const)
      await givenCareRequest(graph.db, { childId: baby.id, status, ...chosen });

    const found = async (filter: object) => (await idsOf({ districtId: elsewhere, ...filter })).toSorted();
    const ids = (...requests: CareRequest[]) => requests.map(({ id }) => id).toSorted();
    expect(await found({})).toEqual(ids(early, late, short));
    expect(await found({ centreId })).toEqual(ids(early, late));
    expect(await found({ kind: 'SHORT_TERM' })).toEqual(ids(short));
    expect(await found({ minAgeMonths: 5, maxAgeMonths: 24 })).toEqual(ids(early));
    expect(await found({ minAgeMonths: 6 })).toEqual(ids(late, short));
    expect(await found({ maxAgeMonths: 5 })).toEqual([]);
    expect(await found({ firstDayFrom: '2026-03-03', firstDayTo: '2026-03-10' })).toEqual(ids(short));
  });

  it('tells no priority of what is over, and nothing to advisors', async () => {
    const { id } = await givenCareRequest(graph.db, { status: 'PLACED' });
    const priority = '{ priority { score } }';
    const found = await graph.resolveReferences('CareRequest', [{ id }], priority, coordinator());
    expect(found).toEqual({ data: [{ priority: null }], errors: [] });
    const { errors } = await graph.query(LIST, {}, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('costs the same statements for 1 and for 40 requests', async () => {
    const cost = (first: number) => graph.statements(() => ask({ first }));
    // One of them asks which files the reader is kept from, one what the city decided.
    expect([await cost(1), await cost(40)]).toEqual([5, 5]);
  });
});

/** What happens to those who wait; each is told by whom it concerns: a request, its family, or the city. */
type Happening = (requestId: string, familyId: string, days: number) => Promise<unknown>;
const inDays = (days: number) => daysAgo(-days);
let today = TODAY;
const goTo = (day: Temporal.PlainDate) => {
  today = day;
  graph.setNow(inDays(TODAY.until(day).days));
};
const happenings: Readonly<Record<string, Happening>> = {
  'a household is another': (_, familyId, days) =>
    graph.db.query('update families set household_kind = $2 where id = $1', [
      familyId,
      days % 2 === 0 ? 'LONE_PARENT' : 'COUPLE',
    ]),
  'income support is told': (_, familyId, days) =>
    graph.receive('relais.income-support.changed.v1', familyId, {
      familyId,
      periods: [{ status: days % 3 === 0 ? 'NONE' : 'RECEIVING', from: '2026-02-01', to: null }],
    }),
  'income support is unknown': (_, familyId) =>
    graph.db.query('delete from known_income_support where family_id = $1', [familyId]),
  'a milestone is planned': (_, familyId, days) =>
    givenKnownMilestone(graph.db, { familyId, startsAt: inDays(days), endsAt: inDays(days + 0.1) }),
  'milestones are cancelled': (_, familyId) =>
    graph.db.query("update known_milestones set status = 'CANCELLED' where family_id = $1", [familyId]),
  'milestones are forgotten': (_, familyId) =>
    graph.db.query('delete from known_milestones where family_id = $1', [familyId]),
  'care is needed on another day': (id, _, days) =>
    graph.db.query('update care_requests set first_day = $2, last_day = $2::date + 100 where id = $1', [
      id,
      TODAY.add({ days }).toString(),
    ]),
  'a request becomes another': (id, _, days) =>
    graph.db.query('update care_requests set status = $2 where id = $1', [
      id,
      ['SUBMITTED', 'OFFERED', 'PLACED', 'ACCEPTED', 'WITHDRAWN'][days % 5],
    ]),
  'another family asks': async (id) => {
    const [found] = await graph.db.query(
      'select ranked_centre_ids[1] as id from care_requests where id = $1',
      [id],
    );
    await givenWaiting(found.id, { isLone: true, support: null, milestoneIn: 2, startsIn: 3, waited: 31 });
  },
  'the job runs': () => keepAll(),
  'the job runs, on another day': (_id, _family, days) => {
    goTo(TODAY.add({ days }));
    return keepAll();
  },
  'days pass, and the job does not run': async (_id, _family, days) => goTo(TODAY.add({ days })),
};

const keepAll = async () => {
  await graph.db.query("update scheduled_jobs set run_at = '2026-01-01' where name = 'keep-priorities'");
  await graph.runDueJobs();
};

/** Each score is asked of what is known, not of what is kept. */
const expectOrder = async (centreId: string) => {
  const { edges }: { edges: Edges } = await ask({ filter: { centreId } });
  const listed = edges.map(({ node }) => node);
  const open = await graph.db.query(
    `select id from care_requests where ranked_centre_ids @> array[$1::uuid] and last_day >= $2
       and status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED')`,
    [centreId, today.toString()],
  );
  expect(listed.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }: { id: string }) => id).toSorted());
  const inOrder = listed.toSorted(
    (one, other) =>
      other.priority.score - one.priority.score ||
      one.submittedAt.localeCompare(other.submittedAt) ||
      one.id.localeCompare(other.id),
  );
  expect(listed.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
};

describe('the scores that are kept', () => {
  afterEach(() => goTo(TODAY));

  it('order the list as those computed for the day do, whatever happens and whether or not the job has run', async () => {
    const life = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.nat(11), fc.integer({ min: 0, max: 40 })),
      { minLength: 6, maxLength: 6 },
    );
    const city = fc.tuple(fc.array(standings, { minLength: 12, maxLength: 12 }), life);
    for (const [families, steps] of fc.sample(city, { numRuns: 6, seed: 74 })) {
      const { id: centreId } = await givenCentre(graph.db, { districtId });
      const requests: CareRequest[] = [];
      for (const standing of families) requests.push(await givenWaiting(centreId, standing));
      goTo(TODAY);
      await keepAll();
      for (const [name, who, days] of steps) {
        const { id = '', familyId = '' } = requests[who] ?? {};
        await happenings[name]?.(id, familyId, days);
        await expectOrder(centreId);
      }
    }
  });

  const keptOf = async (centreId: string) =>
    graph.db.query(
      `select kept.care_request_id as id, kept.score, kept.right_for from kept_priorities kept
       join care_requests request on request.id = kept.care_request_id
       where request.ranked_centre_ids @> array[$1::uuid]`,
      [centreId],
    );
  const WAITING = { isLone: false, support: null, milestoneIn: null, startsIn: 60, waited: 0 };

  it('are asked for, doubted when a fact changes, and kept of open requests alone', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    const first = await givenWaiting(centreId, WAITING);
    const second = await givenWaiting(centreId, { ...WAITING, waited: 30 });
    await keepAll();
    expect((await keptOf(centreId)).map(({ score }: { score: number }) => score).toSorted()).toEqual([0, 3]);
    await graph.db.query('update kept_priorities set score = 99 where care_request_id = $1', [first.id]);
    expect(await idsOf({ centreId })).toEqual([first.id, second.id]);

    await graph.db.query("update families set household_kind = 'LONE_PARENT' where id = $1", [
      first.familyId,
    ]);
    await graph.db.query("update families set household_kind = 'COUPLE' where id = $1", [first.familyId]);
    expect(await idsOf({ centreId })).toEqual([second.id, first.id]);

    await graph.db.query("update care_requests set status = 'PLACED' where id = $1", [second.id]);
    await keepAll();
    expect(await keptOf(centreId)).toMatchObject([{ id: first.id, score: 0 }]);
  });

  it('are right of a change that is not yet committed while they are kept', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    const { id, familyId } = await givenWaiting(centreId, WAITING);
    await graph.db.transaction(async (tx) => {
      await tx.query("update families set household_kind = 'LONE_PARENT' where id = $1", [familyId]);
      await keepAll();
    });
    expect(await keptOf(centreId)).toMatchObject([{ id, right_for: '' }]);
    await expectOrder(centreId);
  });

  it('are right of a request that comes while a fact of its family changes', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    const { id, familyId } = await givenWaiting(centreId, WAITING);
    let asked: Promise<unknown> = Promise.resolve();
    await graph.db.transaction(async (tx) => {
      await tx.query(
        "insert into known_income_support (family_id, status, starts_on) values ($1, 'RECEIVING', '2026-01-01')",
        [familyId],
      );
      await tx.query('set constraints all immediate');
      asked = graph.db.query(
        `insert into care_requests select (jsonb_populate_record(request, jsonb_build_object('id', gen_random_uuid()))).*
         from care_requests request where id = $1`,
        [id],
      );
      await keepAll();
    });
    await asked;
    await keepAll();
    expect((await keptOf(centreId)).map(({ score }: { score: number }) => score)).toEqual([25, 25]);
  });
});

describe('lists of care', () => {
  const BOTH = `{ waitingList { edges { node { id } } }
    commissions(from: "2026-03-01", to: "2026-03-31") { decisions { edges { node { id } } } } }`;
  const leftOut = async (as: TestUser) =>
    (await graph.query(BOTH, {}, as)).errors
      .filter(({ extensions }) => extensions?.isPartial)
      .map(({ path, extensions }) => [path?.join('.'), extensions?.because]);

  it('say once that they are not all, to who follows a family that objects, and to nobody else', async () => {
    const { id: familyId } = await givenFamily(graph.db, { districtId });
    await givenFollowers(graph.db, familyId, [{ sub: 'of-objecting', relation: 'TEAM' }]);
    await graph.db.query(
      "insert into admission_commissions (id, held_on, status, version) values (gen_random_uuid(), '2026-03-05', 'SCHEDULED', 1)",
    );
    expect(await leftOut(caseworker('of-objecting'))).toEqual([]);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'CARE', 'BENEFITS')",
      [familyId],
    );
    expect((await leftOut(caseworker('of-objecting'))).sort()).toEqual([
      ['commissions.0.decisions', 'OBJECTION'],
      ['waitingList', 'OBJECTION'],
    ]);
    const cost = () => graph.statements(() => leftOut(caseworker('of-objecting')));
    const ofOne = await cost();
    for (let count = 0; count < 5; count += 1) {
      const other = await givenFamily(graph.db, { districtId });
      await givenFollowers(graph.db, other.id, [{ sub: 'of-objecting', relation: 'TEAM' }]);
    }
    expect([ofOne, await cost()]).toEqual([5, 5]);
    expect(await leftOut(caseworker('of-others'))).toEqual([]);
    expect(await leftOut(coordinator())).toEqual([]);
  });
});

describe('the waiting list', () => {
  it('is of some states, some requests or a name, and says how many there are', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    const { id: familyId } = await givenFamily(graph.db, { districtId, displayName: 'Kervella' });
    const { id: childId } = await givenChild(graph.db, { familyId });
    const waiting = await givenCareRequest(graph.db, { childId, rankedCentreIds: [centreId] });
    const proposed = await givenCareRequest(graph.db, {
      childId,
      kind: 'FLEXIBLE',
      rankedCentreIds: [centreId],
      status: 'ALTERNATIVE_PROPOSED',
      alternative: 'Une assistante maternelle',
    });
    const idsIn = async (filter: Readonly<Record<string, unknown>>) =>
      (await idsOf({ centreId, ...filter })).sort();
    expect(await idsIn({})).toEqual([waiting.id, proposed.id].sort());
    expect(await idsIn({ status: ['ALTERNATIVE_PROPOSED'] })).toEqual([proposed.id]);
    expect(await idsIn({ careRequestIds: [waiting.id] })).toEqual([waiting.id]);
    expect(await idsIn({ search: 'kervel' })).toEqual([waiting.id, proposed.id].sort());
    expect(await idsIn({ search: 'k' })).toEqual([waiting.id, proposed.id].sort());
    expect(await idsIn({ search: 'abgrall' })).toEqual([]);
    expect(await idsIn({ search: '--' })).toEqual([]);
    const COUNT = `query ($filter: WaitingListFilterInput) {
      waitingList(filter: $filter, first: 1) { totalCount isExact edges { node { id } } } }`;
    const { data, errors } = await graph.query(
      COUNT,
      { filter: { centreId, districtId, minAgeMonths: 0, search: 'kervella' } },
      coordinator(),
    );
    expect(errors).toEqual([]);
    expect(data.waitingList).toMatchObject({ totalCount: 2, isExact: true });
    expect(data.waitingList.edges).toHaveLength(1);
  });
});

describe('what the city decides', () => {
  const CHANGE = `mutation ($input: ChangeCitySettingsInput!) { changeCitySettings(input: $input) {
    citySettings { version from reason saidBy emergencyNoticeHours weights { milestone waitingTime } } refusal { reason message } } }`;
  const SETTINGS = `{ citySettings { version from weights { milestone } waitingBands { days value } }
    later: citySettings(on: "2026-03-03") { version weights { milestone } } citySettingsHistory { version reason saidBy } }`;
  const administrator = { ...coordinator('head-of-service'), admin: true };
  const weights = { milestone: 5, incomeSupport: 5, loneParent: 5, firstDay: 5, waitingTime: 80 };

  const decide = async (input: Readonly<Record<string, unknown>>, as: TestUser = administrator) => {
    const whole = { version: 0, from: '2026-03-03', reason: 'Vote du conseil', ...input };
    return graph.query(CHANGE, { input: whole }, as);
  };
  const reasonOf = async (input: Readonly<Record<string, unknown>>) =>
    (await decide(input)).data.changeCitySettings.refusal?.reason;
  const WITHDRAW = `mutation ($input: WithdrawCitySettingsInput!) { withdrawCitySettings(input: $input) {
    citySettings { version from withdraws weights { milestone } } refusal { reason message } } }`;
  const withdraw = (version: number, reason = 'Vote annulé', as: TestUser = administrator) =>
    graph.query(WITHDRAW, { input: { version, reason } }, as);

  it('holds from its day: the list of today keeps its order, that of tomorrow has the new one, kept scores with it', async () => {
    const { id: centreId } = await givenCentre(graph.db, { districtId });
    const usual = { isLone: false, support: null, milestoneIn: null, startsIn: 60, waited: 0 };
    const near = await givenWaiting(centreId, { ...usual, milestoneIn: 3 });
    const long = await givenWaiting(centreId, { ...usual, waited: 200 });
    await graph.runDueJobs();
    expect(await idsOf({ centreId })).toEqual([near.id, long.id]);

    const { data } = await decide({ weights, emergencyNoticeHours: 24 });
    expect(data.changeCitySettings).toEqual({
      refusal: null,
      citySettings: {
        ...{ version: 1, from: '2026-03-03', reason: 'Vote du conseil', saidBy: administrator.sub },
        ...{ emergencyNoticeHours: 24, weights: { milestone: 5, waitingTime: 80 } },
      },
    });
    expect(await idsOf({ centreId })).toEqual([near.id, long.id]);

    graph.setNow(new Date('2026-03-03T10:00:00+01:00'));
    expect(await idsOf({ centreId })).toEqual([long.id, near.id]);
    await graph.runDueJobs();
    expect(await idsOf({ centreId })).toEqual([long.id, near.id]);
    const [first] = (await ask({ filter: { centreId } })).edges;
    expect(first.node.priority).toMatchObject({ score: 80 });

    // From today on as well: what was kept this morning is right no longer.
    const back = { milestone: 60, incomeSupport: 10, loneParent: 10, firstDay: 10, waitingTime: 10 };
    await decide({ version: 1, weights: back });
    expect(await idsOf({ centreId })).toEqual([near.id, long.id]);
    await graph.runDueJobs();
    expect(await idsOf({ centreId })).toEqual([near.id, long.id]);
    graph.setNow(NOW);
  });

  it('is said with its history, is refused where it cannot be, and is an administrator’s of the service point', async () => {
    const { data } = await graph.query(SETTINGS, {}, caseworker());
    expect(data).toMatchObject({
      citySettings: { version: 0, from: null, weights: { milestone: 30 } },
      later: { version: 2, weights: { milestone: 60 } },
      citySettingsHistory: [
        { version: 2, reason: 'Vote du conseil', saidBy: administrator.sub },
        { version: 1 },
      ],
    });
    expect(await reasonOf({ version: 1 })).toBe('STALE_VERSION');
    expect(await reasonOf({ version: 2, weights: { ...weights, milestone: 6 } })).toBe('WEIGHTS_NOT_100');
    expect((await decide({ version: 2, from: '2026-03-02' })).data.changeCitySettings.refusal).toEqual({
      reason: 'LATER_CHANGE_DECIDED',
      message: expect.stringContaining('3 mars'),
    });
    expect((await decide({ version: 2 })).data.changeCitySettings.citySettings.version).toBe(2);
    for (const as of [coordinator(), { ...caseworker('admin-of-benefits'), admin: true }]) {
      for (const { errors } of [await decide({ version: 2 }, as), await withdraw(2, 'Erreur', as)])
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
  it('can be taken back until it begins, the last one first, and is in the history', async () => {
    const HOLDS = `query ($on: Date) { citySettings(on: $on) { version weights { milestone } }
      citySettingsHistory { version withdraws } }`;
    const holdsOn = async (on: string) => (await graph.query(HOLDS, { on }, coordinator())).data;
    const refusalOf = async (version: number, reason?: string) =>
      (await withdraw(version, reason)).data.withdrawCitySettings.refusal;
    await decide({ version: 2, from: '2026-03-10', weights });
    await decide({
      version: 3,
      from: '2026-03-20',
      weights: { ...weights, milestone: 15, loneParent: 0, firstDay: 0 },
    });

    expect((await refusalOf(3)).reason).toBe('STALE_VERSION');
    expect((await refusalOf(4, ' ')).reason).toBe('REASON_MISSING');
    const { data } = await withdraw(4);
    expect(data.withdrawCitySettings).toEqual({
      citySettings: { version: 5, from: '2026-03-20', withdraws: 4, weights: { milestone: 5 } },
      refusal: null,
    });
    await withdraw(5);
    expect(await holdsOn('2026-03-21')).toEqual({
      citySettings: { version: 2, weights: { milestone: 60 } },
      citySettingsHistory: [
        ...[
          { version: 6, withdraws: 3 },
          { version: 5, withdraws: 4 },
        ],
        ...[4, 3, 2, 1].map((version) => ({ version, withdraws: null })),
      ],
    });
    expect(await settingsOn(graph.db, Temporal.PlainDate.from('2026-03-21'))).toMatchObject({
      weights: { milestone: 60 },
    });
    // Nothing is decided for later any more, so a change from an earlier day stands in nobody's way.
    const { data: sooner } = await decide({ version: 6, from: '2026-03-05', weights });
    expect(sooner.changeCitySettings.citySettings).toMatchObject({ version: 7, from: '2026-03-05' });
    expect((await holdsOn('2026-03-21')).citySettings).toMatchObject({ version: 7 });
    graph.setNow(new Date('2026-03-05T10:00:00+01:00'));
    expect(await refusalOf(7)).toEqual({
      reason: 'BEGUN_ALREADY',
      message: expect.stringContaining('5 mars'),
    });
    graph.setNow(NOW);
    await graph.db.query('delete from city_settings');
    expect((await refusalOf(0)).reason).toBe('NOTHING_TO_WITHDRAW');
  });
});
