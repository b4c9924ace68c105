import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { TakeOver } from '@relais/platform/professionals/take-over.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, auditor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { JobSearchStep } from '../job-search-steps/job-search-step.ts';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenJobSeeker } from './job-seeker.builder.ts';
import { JobSeeker } from './job-seeker.ts';

const TAKE_OVER = `mutation ($input: TakeOverJobSeekersInput!) { takeOverJobSeekers(input: $input) {
  families jobSeekers left notYetTold refusal { reason message } } }`;

const AT_DESK = `query ($first: Int, $after: String) { jobSeekersAtDesk(first: $first, after: $after) {
  edges { node { id since registeredOn closedOn category statisticalCategory romeCode version } }
  pageInfo { hasNextPage endCursor } } }`;
const TAKE = `mutation ($input: TakeJobSeekerInput!) { takeJobSeeker(input: $input) {
  jobSeeker { id advisorId deskSince status } notYetTold refusal { reason message } } }`;

const now = new Date('2026-03-10T09:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);
const admin: TestUser = { ...advisor('admin'), admin: true };
const ADVISOR = { role: 'EMPLOYMENT_ADVISOR' } as const;

let graph: TestSubgraph;
let from: Professional;
let to: Professional;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
});
beforeEach(async () => {
  from = await givenProfessional(graph.db, { ...ADVISOR, departedOn: day('2026-03-01') });
  to = await givenProfessional(graph.db, ADVISOR);
});
afterAll(() => graph.close());

const ask = async (given: object = {}, as: TestUser = admin) => {
  const input = { fromProfessional: from.id, toProfessional: to.sub, reason: 'Muted', ...given };
  return graph.query(TAKE_OVER, { input }, as);
};
const takeOver = async (given: object = {}) => {
  const { data, errors } = await ask(given);
  expect(errors).toEqual([]);
  return data.takeOverJobSeekers;
};
const atDesk = async (as: TestUser) => {
  const { data, errors } = await graph.query(AT_DESK, { first: 100 }, as);
  expect(errors).toEqual([]);
  return data.jobSeekersAtDesk.edges.map(({ node }: { node: object }) => node);
};
const take = async (input: object, as: TestUser) => {
  const { data, errors } = await graph.query(TAKE, { input }, as);
  expect(errors).toEqual([]);
  return data.takeJobSeeker;
};
const givenFile = (given: Partial<JobSeeker> = {}) =>
  givenJobSeeker(graph.db, { advisorId: from.sub, ...given });
const advisorOf = async ({ id }: JobSeeker) => (await graph.db.findOneByOrFail(JobSeeker, { id })).advisorId;

describe('taking over the job seekers of an advisor', () => {
  it('hands on all of them, with a step of their history', async () => {
    const files = [await givenFile(), await givenFile()];
    const other = await givenFile({ advisorId: 'somebody-else' });
    expect(await takeOver()).toEqual({ families: 2, jobSeekers: 2, left: 0, notYetTold: [], refusal: null });
    expect(await Promise.all([...files, other].map(advisorOf))).toEqual([to.sub, to.sub, 'somebody-else']);
    for (const { id } of files)
      expect(await graph.db.findBy(JobSearchStep, { jobSeekerId: id })).toEqual([
        expect.objectContaining({ kind: 'ADVISOR_CHANGED', doneBy: 'admin', facts: { advisorId: to.sub } }),
      ]);
    const [{ id } = other] = files;
    const read = async (as: TestUser) =>
      (await graph.query(`{ jobSeeker(id: "${id}") { id } }`, {}, as)).data;
    expect(await read(advisor(from.sub))).toEqual({ jobSeeker: null });
    expect(await read(advisor(to.sub))).toEqual({ jobSeeker: { id } });
  });

  it('includes whose return to work is still asked about, seven months after the end', async () => {
    const asked = await givenFile({ registeredOn: day('2025-01-06'), closedOn: day('2025-08-11') });
    const over = await givenFile({ registeredOn: day('2025-01-06'), closedOn: day('2025-08-10') });
    expect(await takeOver()).toMatchObject({ jobSeekers: 1 });
    expect([await advisorOf(asked), await advisorOf(over)]).toEqual([to.sub, from.sub]);
  });

  it('tells early-childhood who may cover the milestones to come, and all who follows the family', async () => {
    const file = await givenFile();
    const startsAt = new Date('2026-03-17T10:00:00+01:00');
    const { id } = await givenMilestone(graph.db, file, {
      startsAt,
      endsAt: new Date(startsAt.getTime() + 1),
    });
    await takeOver();
    const told = (await graph.published()).filter(({ familyId }) => familyId === file.familyId);
    expect(told).toMatchObject([
      { data: { milestoneId: id, advisorId: to.sub } },
      { type: 'relais.followers.changed.v1', data: { followers: [{ sub: to.sub, relation: 'ADVISOR' }] } },
    ]);
  });

  it('goes to the desk where no colleague takes it: followed by nobody, until an advisor of the agency does', async () => {
    const { id, familyId, version } = await givenFile();
    const startsAt = new Date('2026-03-17T10:00:00+01:00');
    const milestone = { startsAt, endsAt: new Date(startsAt.getTime() + 1) };
    const { id: milestoneId } = await givenMilestone(graph.db, { id, familyId }, milestone);
    expect(await takeOver({ toProfessional: null })).toMatchObject({ jobSeekers: 1, left: 0, refusal: null });
    for (const as of [advisor(from.sub), advisor(to.sub), advisor()]) {
      const { data } = await graph.query(`{ jobSeeker(id: "${id}") { id } }`, {}, as);
      expect(data).toEqual({ jobSeeker: null });
    }
    const waits = { advisorId: null, deskSince: now, deskAgency: from.agency };
    expect(await graph.db.findOneByOrFail(JobSeeker, { id })).toMatchObject(waits);

    expect(await atDesk(advisor(to.sub))).toContainEqual(
      expect.objectContaining({ id, version: version + 1 }),
    );
    const { jobSeeker, ...rest } = await take({ jobSeekerId: id, version: version + 1 }, advisor(to.sub));
    expect(rest).toEqual({ notYetTold: [], refusal: null });
    expect(jobSeeker).toEqual({ id, advisorId: to.sub, deskSince: null, status: 'OPEN' });
    expect(await atDesk(advisor(to.sub))).not.toContainEqual(expect.objectContaining({ id }));

    const steps = await graph.db.find(JobSearchStep, { where: { jobSeekerId: id }, order: { id: 'ASC' } });
    expect(steps.map(({ kind, doneBy }) => [kind, doneBy])).toEqual([
      ['PUT_TO_THE_DESK', 'admin'],
      ['ADVISOR_CHANGED', to.sub],
    ]);
    const told = (await graph.published()).filter((each) => each.familyId === familyId);
    const whoFollows = told.filter(({ type }) => type === 'relais.followers.changed.v1');
    expect(whoFollows.map(({ data }) => data.followers)).toEqual([
      [],
      [expect.objectContaining({ sub: to.sub, relation: 'ADVISOR' })],
    ]);
    const milestones = told.filter(({ data }) => data.milestoneId === milestoneId);
    expect(milestones.map(({ data }) => data.advisorId)).toEqual([undefined, to.sub]);
  });

  it('waits at the desk of its agency without a name, for its advisors alone, who see that they read it', async () => {
    const { id, familyId, registeredOn } = await givenFile({ romeCode: 'K1303', category: 2 });
    await takeOver({ toProfessional: null });
    const [node] = (await atDesk(advisor(to.sub))).filter((each: { id: string }) => each.id === id);
    expect(node).toEqual({
      ...{ id, since: now.toISOString(), registeredOn: `${registeredOn}`, closedOn: null },
      ...{ category: 2, statisticalCategory: null, romeCode: 'K1303', version: 2 },
    });
    const read =
      'select sub, outcome, relation, categories from access_log where family = $1 order by number desc limit 1';
    expect(await graph.db.query(read, [familyId])).toEqual([
      { sub: to.sub, outcome: 'SEEN', relation: 'DESK', categories: ['JOB_SEARCH'] },
    ]);
    const stranger = { ...advisor('stranger'), agency: 'departement-44' };
    await graph.signIn(stranger);
    expect(await atDesk(stranger)).toEqual([]);
    const input = { jobSeekerId: id, version: 2 };
    expect((await take(input, stranger)).refusal.reason).toBe('NOT_AT_THE_DESK');
    for (const as of [caseworker(), { ...admin, role: 'CASEWORKER' as const, agency: 'departement-44' }]) {
      const asked = await graph.query(AT_DESK, {}, as);
      expect(asked.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('comes from the desk page by page, the longest waiting first', async () => {
    const files = [await givenFile(), await givenFile(), await givenFile()];
    await takeOver({ toProfessional: null });
    const reader = advisor(to.sub);
    const pagesFrom = async (after: string | null): Promise<string[]> => {
      const { data } = await graph.query(AT_DESK, { first: 1, after }, reader);
      const { edges, pageInfo } = data.jobSeekersAtDesk;
      const ids = edges.map(({ node }: { node: { id: string } }) => node.id);
      return pageInfo.hasNextPage ? [...ids, ...(await pagesFrom(pageInfo.endCursor))] : ids;
    };
    const ids = await pagesFrom(null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(files.map(({ id }) => id)));
  });

  it('is taken once, in the version that was seen, and by whom nothing keeps from the family', async () => {
    const { id, familyId } = await givenFile();
    await takeOver({ toProfessional: null });
    const other = await givenProfessional(graph.db, ADVISOR);
    const input = { jobSeekerId: id, version: 2 };
    const reasonOf = async (given: object, sub: string) =>
      (await take({ ...input, ...given }, advisor(sub))).refusal?.reason ?? 'TAKEN';
    expect(await reasonOf({ version: 1 }, to.sub)).toBe('STALE_VERSION');
    expect(await reasonOf({ jobSeekerId: newId() }, to.sub)).toBe('NOT_AT_THE_DESK');

    await givenFollowers(graph.db, familyId, [{ sub: 'named', relation: 'NAMED' }]);
    expect(await reasonOf({}, to.sub)).toBe('NOT_AT_THE_DESK');
    expect(await atDesk(advisor(to.sub))).not.toContainEqual(expect.objectContaining({ id }));
    await graph.db.query("delete from followers where family_id = $1 and relation = 'NAMED'", [familyId]);

    const left = await givenProfessional(graph.db, { ...ADVISOR, departedOn: day('2026-03-10') });
    expect(await reasonOf({}, left.sub)).toBe('NOT_AT_THE_DESK');
    const both = await Promise.all([reasonOf({}, to.sub), reasonOf({}, other.sub)]);
    expect(both.sort()).toEqual(['NOT_AT_THE_DESK', 'TAKEN']);
  });

  it('leaves at the desk nobody whose restricted file its advisors would not see', async () => {
    const open = await givenFile();
    const restricted = await givenFile();
    await givenFollowers(graph.db, restricted.familyId, [{ sub: 'somebody', relation: 'NAMED' }]);
    expect(await takeOver({ toProfessional: null })).toMatchObject({ jobSeekers: 1, left: 0 });
    expect([await advisorOf(open), await advisorOf(restricted)]).toEqual([null, from.sub]);
    const refused = await takeOver({ toProfessional: null });
    expect(refused.refusal.reason).toBe('NAME_A_COLLEAGUE');
    expect(await takeOver()).toMatchObject({ jobSeekers: 1 });
    expect(await advisorOf(restricted)).toBe(to.sub);
    expect((await takeOver({ toProfessional: null })).refusal.reason).toBe('NOTHING_TO_TAKE_OVER');
  });

  it('hands on fifty at once, and says how many are left', async () => {
    for (let count = 0; count < 51; count += 1) await givenFile();
    expect(await takeOver()).toMatchObject({ jobSeekers: 50, left: 1 });
    expect(await takeOver()).toMatchObject({ jobSeekers: 1, left: 0 });
  });

  it('is kept with its reason, once for one id', async () => {
    const { familyId } = await givenFile();
    const given = { id: newId(), reason: '  Sick leave ' };
    const first = await takeOver(given);
    expect(await takeOver(given)).toEqual(first);
    expect((await takeOver({ ...given, reason: 'Other' })).refusal.reason).toBe('CONFLICT');
    expect(await graph.db.findBy(TakeOver, { fromSub: from.sub })).toMatchObject([
      { id: given.id, reason: 'Sick leave', takenBySub: 'admin', familyIds: [familyId], takenAt: now },
    ]);
  });

  it('happens once when two arrive together', async () => {
    await givenFile();
    const answers = await Promise.all([takeOver(), takeOver()]);
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'DONE').sort()).toEqual([
      'DONE',
      'NOTHING_TO_TAKE_OVER',
    ]);
  });

  it('is refused with a reason, and nothing changes', async () => {
    const file = await givenFile();
    const other = async (given: Partial<Professional>) =>
      (await givenProfessional(graph.db, { ...ADVISOR, ...given })).id;
    const refusals = {
      UNKNOWN_PROFESSIONAL: { fromProfessional: await other({ agency: 'elsewhere' }) },
      SAME_PERSON: { toProfessional: from.id },
      OTHER_AGENCY: { toProfessional: await other({ agency: 'elsewhere' }) },
      OTHER_ROLE: { toProfessional: await other({ role: 'CASEWORKER', agency: from.agency }) },
      DEPARTED_PROFESSIONAL: { toProfessional: await other({ departedOn: day('2026-03-10') }) },
      REASON_MISSING: { reason: ' ' },
      NOTHING_TO_TAKE_OVER: { fromProfessional: await other({}) },
    };
    for (const [reason, given] of Object.entries(refusals)) {
      const refusal = { reason, message: expect.stringMatching(/\.$/) };
      expect(await takeOver(given)).toMatchObject({ refusal, jobSeekers: null });
    }
    expect((await takeOver({ toProfessional: 'nobody' })).refusal.reason).toBe('UNKNOWN_PROFESSIONAL');
    expect(await advisorOf(file)).toBe(from.sub);
    expect(await graph.db.countBy(TakeOver, { fromSub: from.sub })).toBe(0);
  });

  it('is for administrators of an agency that is admitted', async () => {
    for (const as of [advisor(), { ...auditor(), admin: true }, { ...admin, agency: 'elsewhere' }]) {
      const { errors } = await ask({}, as);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});
