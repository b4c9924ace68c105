import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import { givenMilestone } from '../milestones/milestone.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenContract } from './engagement-contract.builder.ts';
import { EngagementContract } from './engagement-contract.ts';
import { HoursReduction } from './hours-reduction.ts';

const AGREE = `mutation ($input: AgreeEngagementContractInput!) { agreeEngagementContract(input: $input) {
  engagementContract { id signedOn weeklyHours weeklyHoursToday reductions { id } } refusal { reason message } } }`;
const REDUCE = `mutation ($input: ReduceWeeklyHoursInput!) { reduceWeeklyHours(input: $input) {
  hoursReduction { id evidence weeklyHours startsOn endsOn decidedBy decidedAt milestone { id } }
  refusal { reason message } } }`;
const OWED = '{ engagementContract { weeklyHours weeklyHoursToday reductions { milestone { id } } } }';
const now = new Date('2026-03-10T09:00:00+01:00');
const month = { startsOn: '2026-03-10', endsOn: '2026-04-09' };

describe('an engagement contract', () => {
  let graph: TestSubgraph;
  const me = advisor('advisor-lea');
  const mine = (given: Partial<JobSeeker> = {}) =>
    givenJobSeeker(graph.db, { advisorId: 'advisor-lea', ...given });
  const agree = async (jobSeekerId: string, given: object = {}, as = me) => {
    const input = { jobSeekerId, version: 1, signedOn: '2026-03-09', weeklyHours: 15, ...given };
    return (await graph.query(AGREE, { input }, as)).data.agreeEngagementContract;
  };
  const reduce = async (jobSeekerId: string, milestoneId: string, given: object = {}, as = me) => {
    const wish = { isLoneParent: true, weeklyHours: 5, ...month };
    const input = { jobSeekerId, version: 1, milestoneId, ...wish, ...given };
    return (await graph.query(REDUCE, { input }, as)).data.reduceWeeklyHours;
  };
  const tell = (milestoneId: string, familyId: string, status: string) =>
    graph.receive('relais.cover.changed.v1', familyId, {
      milestoneId,
      familyId,
      startsAt: '2026-03-12T10:00:00+01:00',
      status,
      milestoneVersion: 1,
    });
  const withContract = async () => {
    const file = await mine();
    await givenContract(graph.db, file.id);
    const startsAt = new Date('2026-03-12T10:00:00+01:00');
    return { file, milestone: await givenMilestone(graph.db, file, { startsAt }) };
  };
  const owed = async (id: string) =>
    (await graph.resolveReferences('JobSeeker', [{ id }], OWED, caseworker())).data[0].engagementContract;

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is recorded, and the newest one holds', async () => {
    const { id } = await mine();
    const { engagementContract } = await agree(id);
    const reductions: unknown[] = [];
    expect(engagementContract).toMatchObject({ signedOn: '2026-03-09', weeklyHoursToday: 15, reductions });
    await agree(id, { version: 2, signedOn: '2026-03-10', weeklyHours: 18 });
    expect(await owed(id)).toMatchObject({ weeklyHours: 18 });
    expect(await graph.db.findOneBy(JobSeeker, { id })).toMatchObject({ version: 3 });
  });

  it.each([
    ['CONTRACT_HOURS_OUT_OF_RANGE', { weeklyHours: 14 }],
    ['SIGNED_IN_THE_FUTURE', { signedOn: '2026-03-11' }],
    ['SIGNED_BEFORE_REGISTRATION', { signedOn: '2026-01-04' }],
    ['STALE_VERSION', { version: 2 }],
    ['UNKNOWN_JOB_SEEKER', { jobSeekerId: newId() }],
  ])('is refused with %s and nothing is stored', async (reason, given) => {
    const { id } = await mine();
    expect(await agree(id, given)).toMatchObject({ engagementContract: null, refusal: { reason } });
    expect(await graph.db.countBy(EngagementContract, { jobSeekerId: id })).toBe(0);
  });

  it('is refused when one of that day is on file, and to another advisor', async () => {
    const file = await mine();
    await givenContract(graph.db, file.id);
    const again = await agree(file.id, { signedOn: '2026-02-02' });
    expect(again).toMatchObject({ refusal: { reason: 'CONTRACT_NOT_NEWER' } });
    const other = await agree(file.id, {}, advisor('advisor-tom'));
    expect(other).toMatchObject({ refusal: { reason: 'UNKNOWN_JOB_SEEKER' } });
  });

  it('is one however often it is sent with the same id', async () => {
    const [file, id] = [await mine(), newId()];
    const answers = await Promise.all([agree(file.id, { id }), agree(file.id, { id })]);
    expect(answers.map(({ engagementContract }) => engagementContract?.id)).toEqual([id, id]);
    const other = await agree((await mine()).id, { id });
    expect(other).toMatchObject({ refusal: { reason: 'CONFLICT' } });
  });

  it('is reduced by the advisor on the evidence of an uncovered milestone, never by itself', async () => {
    const { file, milestone } = await withContract();
    await tell(milestone.id, file.familyId, 'UNCOVERED');
    expect(await owed(file.id)).toEqual({ weeklyHours: 15, weeklyHoursToday: 15, reductions: [] });
    const { hoursReduction } = await reduce(file.id, milestone.id);
    const decision = { decidedBy: 'advisor-lea', decidedAt: '2026-03-10T08:00:00.000Z' };
    expect(hoursReduction).toMatchObject({
      ...{ evidence: 'UNCOVERED', weeklyHours: 5, milestone: { id: milestone.id } },
      ...month,
      ...decision,
    });
    await tell(milestone.id, file.familyId, 'COVERED');
    const reductions = [{ milestone: { id: milestone.id } }];
    expect(await owed(file.id)).toEqual({ weeklyHours: 15, weeklyHoursToday: 5, reductions });
  });

  it('is reduced on a milestone missed for lack of childcare', async () => {
    const { file } = await withContract();
    const missed = await givenMilestone(graph.db, file, { status: 'MISSED', missedReason: 'CHILDCARE' });
    const { hoursReduction } = await reduce(file.id, missed.id);
    expect(hoursReduction).toMatchObject({ evidence: 'MISSED_FOR_CHILDCARE' });
    const overlapping = await reduce(file.id, missed.id, { version: 2, startsOn: '2026-04-09' });
    expect(overlapping).toMatchObject({ refusal: { reason: 'REDUCED_ALREADY' } });
  });

  it.each([
    ['COVER_NOT_KNOWN_YET', null, {}],
    ['CHILDCARE_NOT_LACKING', 'COVERED', {}],
    ['ONLY_FOR_LONE_PARENTS', 'UNCOVERED', { isLoneParent: false }],
    ['HOURS_NOT_REDUCED', 'UNCOVERED', { weeklyHours: 15 }],
    ['REDUCTION_PERIOD_UNSUITABLE', 'UNCOVERED', { endsOn: '2026-03-09' }],
    ['STALE_VERSION', 'UNCOVERED', { version: 2 }],
    ['UNKNOWN_MILESTONE', 'UNCOVERED', { milestoneId: newId() }],
    ['UNKNOWN_JOB_SEEKER', 'UNCOVERED', { jobSeekerId: newId() }],
  ])('is not reduced: %s', async (reason, cover, given) => {
    const { file, milestone } = await withContract();
    if (cover) await tell(milestone.id, file.familyId, cover);
    const answer = await reduce(file.id, milestone.id, given);
    expect(answer).toMatchObject({ hoursReduction: null, refusal: { reason } });
    expect(await graph.db.countBy(HoursReduction, { milestoneId: milestone.id })).toBe(0);
  });

  it('is not reduced without a contract, on the milestone of another, or by another advisor', async () => {
    const [{ file, milestone }, without] = [await withContract(), await mine()];
    await tell(milestone.id, file.familyId, 'UNCOVERED');
    const reasons = [
      await reduce(without.id, milestone.id),
      await reduce((await withContract()).file.id, milestone.id),
      await reduce(file.id, milestone.id, {}, advisor('advisor-tom')),
    ].map(({ refusal }) => refusal.reason);
    expect(reasons).toEqual(['NO_CONTRACT', 'UNKNOWN_MILESTONE', 'UNKNOWN_JOB_SEEKER']);
  });

  it('is reduced once when the same request arrives twice', async () => {
    const [{ file, milestone }, id] = [await withContract(), newId()];
    await tell(milestone.id, file.familyId, 'PARTIAL');
    const answers = await Promise.all([1, 2].map(() => reduce(file.id, milestone.id, { id })));
    expect(answers.map(({ hoursReduction }) => hoursReduction?.id)).toEqual([id, id]);
    const other = await reduce(file.id, milestone.id, { id, weeklyHours: 4 });
    expect(other).toMatchObject({ refusal: { reason: 'CONFLICT' } });
  });
});
