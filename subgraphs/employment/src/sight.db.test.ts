import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenJobSeeker } from './job-seekers/job-seeker.builder.ts';
import { givenMilestone } from './milestones/milestone.builder.ts';
import { givenReturn } from './returns-to-work/return-to-work.builder.ts';
import { subgraph } from './subgraph.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const times = { startsAt: '2026-03-12T10:00:00+01:00', endsAt: '2026-03-12T11:30:00+01:00' };
const days = { startsOn: '2026-03-10', endsOn: '2026-04-09' };
const series = {
  ...{ firstDay: '2026-03-16', lastDay: '2026-03-20', weekdays: [1], from: '09:00', to: '12:00' },
  ...{ kind: 'WORKSHOP', title: 'Atelier', travelMinutes: 10 },
};

/** Each mutation of a job search, by the record it names. */
const mutations: [name: string, names: 'jobSeekerId' | 'milestoneId' | 'returnId', input: object][] = [
  ['closeJobSeekerFile', 'jobSeekerId', { version: 1, reason: 'OTHER' }],
  ['changeAdvisor', 'jobSeekerId', { version: 1, advisorId: 'advisor-tom' }],
  ['changeJobSeekerCategory', 'jobSeekerId', { version: 1, category: 4 }],
  ['agreeEngagementContract', 'jobSeekerId', { version: 1, signedOn: '2026-03-09', weeklyHours: 15 }],
  [
    'reduceWeeklyHours',
    'jobSeekerId',
    { version: 1, milestoneId: newId(), isLoneParent: true, weeklyHours: 5, ...days },
  ],
  ['scheduleMilestone', 'jobSeekerId', { kind: 'INTERVIEW', title: 'Essai', travelMinutes: 0, ...times }],
  ['scheduleMilestoneSeries', 'jobSeekerId', series],
  ['recordReturnToWork', 'jobSeekerId', { version: 1, kind: 'EMPLOYMENT', startsOn: '2026-03-16' }],
  ['moveMilestone', 'milestoneId', { version: 1, ...times }],
  ['confirmMilestone', 'milestoneId', { version: 1 }],
  ['cancelMilestone', 'milestoneId', { version: 1 }],
  ['recordMilestoneOutcome', 'milestoneId', { version: 1, outcome: 'ATTENDED' }],
  ['recordFollowUp', 'returnId', { point: 'ONE_MONTH', outcome: 'GOES_ON' }],
];

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
});
afterAll(() => graph.close());

const lea = advisor('advisor-lea');
const change = async (name: string, input: object) => {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { refusal { reason message } } }`;
  return (await graph.query(document, { input }, lea)).data[name];
};
const isFollowedNoLonger = (familyId: string) =>
  graph.db.query(`update followers set to_on = '2026-03-10' where family_id = $1`, [familyId]);
/** An own job seeker with an appointment to come and a return, whose family the advisor follows. */
const givenSearch = async () => {
  const file = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
  const startsAt = new Date('2026-03-12T10:00:00+01:00');
  const { id: milestoneId } = await givenMilestone(graph.db, file, { startsAt });
  const startsOn = Temporal.PlainDate.from('2026-02-10');
  const { id: returnId } = await givenReturn(graph.db, file.id, { startsOn });
  return { ...file, ids: { jobSeekerId: file.id, milestoneId, returnId } };
};

describe('the job search of a family that is followed no longer', () => {
  it.each(mutations)('is not changed by %s, as if there were none', async (name, names, input) => {
    const { familyId, ids } = await givenSearch();
    await isFollowedNoLonger(familyId);
    const refused = await change(name, { ...input, [names]: ids[names] });
    expect(refused).toEqual(await change(name, { ...input, [names]: newId() }));
    expect(refused.refusal.reason).toMatch(/^UNKNOWN_(JOB_SEEKER|MILESTONE|RETURN)$/);
    const steps = await graph.db.query('select from job_search_steps where family_id = $1', [familyId]);
    expect(steps).toEqual([]);
  });

  it('is in no list, count or page of its advisor, and answers to no id or reference', async () => {
    const [gone, kept] = [await givenSearch(), await givenSearch()];
    await isFollowedNoLonger(gone.familyId);
    const period = 'from: "2026-03-09T00:00:00+01:00", to: "2026-03-16T00:00:00+01:00"';
    const { data, errors } = await graph.query(
      `query ($jobSeekerId: ID!, $milestoneId: ID!, $returnId: ID!) {
        byTime: milestones(${period}, first: 1) { edges { node { id } } pageInfo { hasNextPage } }
        uncovered: milestones(${period}, first: 1, order: UNCOVERED_FIRST) { edges { node { id } } pageInfo { hasNextPage } }
        dueFollowUps(first: 1) { edges { node { returnToWork { id } } } pageInfo { hasNextPage } }
        jobSeeker(id: $jobSeekerId) { id } milestone(id: $milestoneId) { id } returnToWork(id: $returnId) { id } }`,
      gone.ids,
      lea,
    );
    const only = (node: object) => ({ edges: [{ node }], pageInfo: { hasNextPage: false } });
    const milestones = only({ id: kept.ids.milestoneId });
    expect({ data, errors }).toEqual({
      data: {
        byTime: milestones,
        uncovered: milestones,
        dueFollowUps: only({ returnToWork: { id: kept.ids.returnId } }),
        ...{ jobSeeker: null, milestone: null, returnToWork: null },
      },
      errors: [],
    });
    const keys = { JobSeeker: gone.id, Milestone: gone.ids.milestoneId, ReturnToWork: gone.ids.returnId };
    for (const [type, id] of Object.entries({ ...keys, Family: gone.familyId })) {
      expect((await graph.resolveReferences(type, [{ id }], '{ id }', lea)).data).toEqual([null]);
    }
  });
});

describe('a family', () => {
  const reference = async (familyId: string, as: TestUser) =>
    (await graph.resolveReferences('Family', [{ id: familyId }], '{ reference }', as)).data[0];

  it('has its reference told to who follows it by whatever relation, and is absent for the others', async () => {
    const { familyId } = await givenSearch();
    const seen = { reference: expect.stringMatching(/^NAN-/) };
    for (const relation of ['TEAM', 'REFERRAL']) {
      const sub = `new-${relation}`;
      expect(await reference(familyId, caseworker(sub))).toBeNull();
      await givenFollowers(graph.db, familyId, [{ sub, relation }]);
      expect(await reference(familyId, caseworker(sub))).toEqual(seen);
      expect(await reference(familyId, advisor(sub))).toEqual(seen);
    }
    await givenFollowers(graph.db, familyId, [{ sub: 'both', relation: 'ADVISOR' }]);
    expect(await reference(familyId, advisor('both'))).toEqual(seen);
    expect(await reference(familyId, caseworker('both'))).toBeNull();
    expect(await reference(newId(), caseworker())).toBeNull();
  });
});

describe('an adult', () => {
  const asked = async (id: string, as: TestUser) => {
    const { data, errors } = await graph.resolveReferences('Adult', [{ id }], '{ id jobSeeker { id } }', as);
    return [data[0], ...errors.map(({ extensions }) => extensions?.because ?? 'NOT_SAID')];
  };

  it('is absent where the family is out of sight, known or not, and so is their file', async () => {
    const { adultId } = await givenSearch();
    expect(await asked(adultId, caseworker('nobody'))).toEqual([null]);
    expect(await asked(newId(), caseworker())).toEqual([null]);
  });

  it('has a file that is shared with their own advisor, not with that of another adult', async () => {
    const { familyId, adultId, id } = await givenSearch();
    await givenFollowers(graph.db, familyId, [
      { sub: 'advisor-of-another', relation: 'ADVISOR', adultId: newId() },
    ]);
    expect(await asked(adultId, lea)).toEqual([{ id: adultId, jobSeeker: { id } }]);
    const notTold = [{ id: adultId, jobSeeker: null }, 'ROLE'];
    expect(await asked(adultId, advisor('advisor-of-another'))).toEqual(notTold);
  });

  it('has none without a word where there is none, and one that is not shared where the family objects', async () => {
    const { familyId, adultId, id } = await givenSearch();
    const without = newId();
    await graph.db.query('insert into known_adults (id, family_id) values ($1, $2)', [without, familyId]);
    expect(await asked(without, caseworker())).toEqual([{ id: without, jobSeeker: null }]);
    expect(await asked(adultId, caseworker())).toEqual([{ id: adultId, jobSeeker: { id } }]);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'BENEFITS')",
      [familyId],
    );
    const objected = [{ id: adultId, jobSeeker: null }, 'OBJECTION'];
    expect(await asked(adultId, caseworker())).toEqual(objected);
    expect(await asked(adultId, lea)).toEqual([{ id: adultId, jobSeeker: { id } }]);
  });
});

describe('a list of the own job seekers', () => {
  const LISTS = `{ milestones(from: "2026-03-01T00:00:00Z", to: "2026-03-31T00:00:00Z") { edges { node { id } } }
    dueFollowUps(until: "2026-06-01") { edges { node { point } } } }`;
  const leftOut = async (as: TestUser) =>
    (await graph.query(LISTS, {}, as)).errors.map(({ path, extensions }) => [
      path?.join('.'),
      extensions?.because,
      extensions?.isPartial,
    ]);

  it('says once that it is not all, to who follows a family that objects, and to nobody else', async () => {
    const rsa = { ...advisor('advisor-rsa'), agency: 'departement-44' };
    const { familyId } = await givenJobSeeker(graph.db, { advisorId: 'advisor-rsa' });
    expect(await leftOut(rsa)).toEqual([]);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'BENEFITS')",
      [familyId],
    );
    expect(await leftOut(rsa)).toEqual([
      ['milestones', 'OBJECTION', true],
      ['dueFollowUps', 'OBJECTION', true],
    ]);
    expect(await leftOut({ ...advisor('advisor-of-others'), agency: 'departement-44' })).toEqual([]);
    expect(await leftOut(advisor('advisor-rsa'))).toEqual([]);

    const cost = () => graph.statements(() => leftOut(rsa));
    const ofOne = await cost();
    for (let count = 0; count < 10; count += 1) await givenJobSeeker(graph.db, { advisorId: 'advisor-rsa' });
    // Each list, and once for each what of it is left out.
    expect([ofOne, await cost()]).toEqual([4, 4]);
  });
});

describe('a change that waited', () => {
  it('is refused when meanwhile the job seeker went to another advisor', async () => {
    const { id, ids } = await givenSearch();
    const other = graph.running.db.createQueryRunner();
    await other.startTransaction();
    await other.query('select from milestones where id = $1 for update', [ids.milestoneId]);
    const asked = change('confirmMilestone', { version: 1, milestoneId: ids.milestoneId });
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await graph.db.query(waiting)).length === 0) await setTimeout(5);
    await other.query(`update job_seekers set advisor_id = 'advisor-tom' where id = $1`, [id]);
    await other.commitTransaction();
    await other.release();
    expect(await asked).toMatchObject({ refusal: { reason: 'UNKNOWN_MILESTONE' } });
  });
});
