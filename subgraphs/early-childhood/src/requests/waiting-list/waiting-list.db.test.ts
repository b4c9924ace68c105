import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { givenCentre, givenDistrict } from '../../centres/centres/centre.builder.ts';
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
    // One of them asks which files the reader is kept from.
    expect([await cost(1), await cost(40)]).toEqual([4, 4]);
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
    expect(await leftOut(caseworker('of-others'))).toEqual([]);
    expect(await leftOut(coordinator())).toEqual([]);
  });
});
