import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenContract } from '../engagement-contracts/engagement-contract.builder.ts';
import { HoursReduction } from '../engagement-contracts/hours-reduction.ts';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { subgraph } from '../subgraph.ts';
import { givenMilestone } from './milestone.builder.ts';
import { Milestone } from './milestone.ts';
import { MilestoneStatus } from './milestone-status.ts';

const now = new Date('2026-03-10T09:00:00+01:00');
const underWay = new Date('2026-03-12T11:00:00+01:00');
const afterwards = new Date('2026-03-12T12:00:00+01:00');
const times = { startsAt: '2026-03-12T10:00:00+01:00', endsAt: '2026-03-12T11:30:00+01:00' };
const later = { startsAt: '2026-03-13T14:00:00+01:00', endsAt: '2026-03-13T15:00:00+01:00' };

const mutation = (name: string) => {
  const input = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($input: ${input}) { ${name}(input: $input) {
    milestone { id status startsAt endsAt travelMinutes missedReason version } refusal { reason message } } }`;
};

const stepOf = {
  CONFIRMED: { name: 'confirmMilestone', given: {} },
  CANCELLED: { name: 'cancelMilestone', given: {} },
  ATTENDED: { name: 'recordMilestoneOutcome', given: { outcome: 'ATTENDED' } },
  EXCUSED: { name: 'recordMilestoneOutcome', given: { outcome: 'EXCUSED' } },
  MISSED: { name: 'recordMilestoneOutcome', given: { outcome: 'MISSED', missedReason: 'CHILDCARE' } },
};
const steps = Object.entries(stepOf).map(([to, step]) => ({ to, ...step }));
const move = { to: 'another time', name: 'moveMilestone', given: later };

describe('a change of a milestone', () => {
  let graph: TestSubgraph;
  let jobSeeker: JobSeeker;
  const me = advisor('advisor-lea');

  const change = async (name: string, input: object, at = now, as: TestUser = me) =>
    (await graph.query(mutation(name), { input }, as, { now: at })).data[name];
  const planned = (given: Partial<Milestone> = {}) =>
    givenMilestone(graph.db, jobSeeker, {
      startsAt: new Date(times.startsAt),
      endsAt: new Date(times.endsAt),
      ...given,
    });
  const settledAs = (status: MilestoneStatus) =>
    planned({ status, missedReason: status === 'MISSED' ? 'OTHER' : null });
  const told = async ({ id }: Pick<Milestone, 'id'>) =>
    (await graph.published()).filter(({ data }) => data.milestoneId === id).map(({ data }) => data);

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
    jobSeeker = await givenJobSeeker(graph.db, { advisorId: 'advisor-lea' });
  });
  afterAll(() => graph.close());

  it.each(steps)('leads from planned to $to, and tells it', async ({ to, name, given }) => {
    const { id } = await planned();
    const { milestone } = await change(name, { milestoneId: id, version: 1, ...given }, underWay);
    expect(milestone).toMatchObject({ status: to, version: 2 });
    expect(await graph.db.findOneBy(Milestone, { id })).toMatchObject({ status: to, version: 2 });
    expect(await told({ id })).toEqual([expect.objectContaining({ status: to, version: 2 })]);
  });

  it.each(steps.filter(({ to }) => to !== 'CONFIRMED'))(
    'leads from confirmed to $to',
    async ({ to, name, given }) => {
      const { id } = await planned({ status: 'CONFIRMED' });
      const { milestone } = await change(name, { milestoneId: id, version: 1, ...given }, underWay);
      expect(milestone).toMatchObject({ status: to, missedReason: to === 'MISSED' ? 'CHILDCARE' : null });
    },
  );

  it.each(['cancelMilestone', 'confirmMilestone'])('refuses %s once it is over', async (name) => {
    const { id } = await planned({ status: 'PLANNED' });
    const answer = await change(name, { milestoneId: id, version: 1 }, new Date(times.endsAt));
    expect(answer).toMatchObject({
      milestone: null,
      refusal: { reason: 'ALREADY_OVER', message: expect.stringContaining('Notez plutôt son issue') },
    });
    expect(await graph.db.findOneBy(Milestone, { id })).toMatchObject({ status: 'PLANNED', version: 1 });
    expect(await told({ id })).toEqual([]);
  });

  it.each(steps.filter(({ name }) => name === 'recordMilestoneOutcome'))(
    'still leads to $to once it is over',
    async ({ to, name, given }) => {
      const { id } = await planned();
      const { milestone } = await change(name, { milestoneId: id, version: 1, ...given }, afterwards);
      expect(milestone).toMatchObject({ status: to });
    },
  );

  const settled = (['ATTENDED', 'MISSED', 'EXCUSED', 'CANCELLED'] as const).flatMap((from) =>
    [...steps, move].map((step) => ({ from, ...step })),
  );
  const confirmedTwice = { from: MilestoneStatus.CONFIRMED, to: 'CONFIRMED', ...stepOf.CONFIRMED };
  it.each([...settled, confirmedTwice])('never leads from $from to $to', async ({ from, name, given }) => {
    const { id } = await settledAs(from);
    const answer = await change(name, { milestoneId: id, version: 1, ...given }, afterwards);
    expect(answer).toMatchObject({
      milestone: null,
      refusal: {
        reason: 'STEP_NOT_ALLOWED',
        message: expect.stringMatching(
          /^Cette étape est « [^{}]+ » : elle ne peut plus devenir « [^{}]+ »\.$/,
        ),
      },
    });
    expect(await graph.db.findOneBy(Milestone, { id })).toMatchObject({ status: from, version: 1 });
    expect(await told({ id })).toEqual([]);
  });

  it('to where it is raises no version and tells nothing', async () => {
    const { id, startsAt, endsAt } = await planned();
    const { milestone } = await change('moveMilestone', { milestoneId: id, version: 1, startsAt, endsAt });
    expect(milestone).toMatchObject({ version: 1, travelMinutes: 30 });
    expect(await told({ id })).toEqual([]);
  });

  it('moves it, and tells the new times', async () => {
    const { id } = await planned({ status: 'CONFIRMED' });
    const { milestone } = await change('moveMilestone', { milestoneId: id, version: 1, ...later });
    expect(milestone).toMatchObject({ status: 'CONFIRMED', travelMinutes: 30, version: 2 });
    expect(await told({ id })).toEqual([
      {
        milestoneId: id,
        familyId: jobSeeker.familyId,
        startsAt: '2026-03-13T13:00:00.000Z',
        endsAt: '2026-03-13T14:00:00.000Z',
        travelMinutes: 30,
        status: 'CONFIRMED',
        version: 2,
        advisorId: 'advisor-lea',
      },
    ]);
  });

  it.each([
    ['ALREADY_STARTED', later, new Date(times.startsAt)],
    [
      'STARTS_IN_THE_PAST',
      { startsAt: '2026-03-10T08:00:00+01:00', endsAt: '2026-03-10T09:30:00+01:00' },
      now,
    ],
    ['ENDS_BEFORE_IT_STARTS', { startsAt: later.endsAt, endsAt: later.startsAt }, now],
    [
      'NOT_WITHIN_ONE_DAY',
      { startsAt: '2026-03-13T20:00:00+01:00', endsAt: '2026-03-14T01:00:00+01:00' },
      now,
    ],
    [
      'LONGER_THAN_14_HOURS',
      { startsAt: '2026-03-13T06:00:00+01:00', endsAt: '2026-03-13T21:00:00+01:00' },
      now,
    ],
    ['TRAVEL_OUT_OF_RANGE', { ...later, travelMinutes: 241 }, now],
  ])('refuses a move with %s', async (reason, given, at) => {
    const { id } = await planned();
    const { refusal } = await change('moveMilestone', { milestoneId: id, version: 1, ...given }, at);
    expect(refusal).toMatchObject({ reason });
  });

  it.each([
    ['NOT_STARTED_YET', { outcome: 'ATTENDED' }, now],
    ['MISSED_NEEDS_A_REASON', { outcome: 'MISSED' }, afterwards],
    ['REASON_ONLY_WHEN_MISSED', { outcome: 'EXCUSED', missedReason: 'HEALTH' }, afterwards],
  ])('refuses an outcome with %s', async (reason, given, at) => {
    const { id } = await planned();
    const { refusal } = await change('recordMilestoneOutcome', { milestoneId: id, version: 1, ...given }, at);
    expect(refusal).toMatchObject({ reason });
  });

  it.each([...steps, move])(
    'to $to is refused in a version that is not the newest',
    async ({ name, given }) => {
      const { id } = await planned({ version: 3 });
      const { refusal } = await change(name, { milestoneId: id, version: 2, ...given }, afterwards);
      expect(refusal).toMatchObject({ reason: 'STALE_VERSION' });
    },
  );

  it.each([...steps, move])(
    'to $to is refused to another advisor as if it did not exist',
    async ({ name, given }) => {
      const { id } = await planned();
      const input = { version: 1, ...given };
      const other = await change(name, { milestoneId: id, ...input }, afterwards, advisor('advisor-tom'));
      const absent = await change(name, { milestoneId: newId(), ...input }, afterwards);
      expect(other.refusal.reason).toBe('UNKNOWN_MILESTONE');
      expect(other).toEqual(absent);
    },
  );

  it('happens once when two arrive together', async () => {
    const { id } = await planned();
    const input = { milestoneId: id, version: 1 };
    const answers = await Promise.all([change('cancelMilestone', input), change('confirmMilestone', input)]);
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'DONE').sort()).toEqual(['DONE', 'STALE_VERSION']);
  });

  describe('whose outcome was recorded wrongly', () => {
    const CORRECT = `mutation ($input: CorrectMilestoneOutcomeInput!) { correctMilestoneOutcome(input: $input) {
      milestone { id status missedReason version corrections { by reason isBeside changes { field before after } } }
      refusal { reason message } } }`;
    const correct = async (milestoneId: string, input: object = {}, as: TestUser = me) => {
      const given = { milestoneId, version: 1, outcome: 'ATTENDED', reason: 'Erreur de ligne', ...input };
      return (await graph.query(CORRECT, { input: given }, as, { now: afterwards })).data
        .correctMilestoneOutcome;
    };

    it('says how it really ended, what was said before and why, and tells it', async () => {
      const { id } = await settledAs('MISSED');
      const { milestone } = await correct(id);
      expect(milestone).toMatchObject({ status: 'ATTENDED', missedReason: null, version: 2 });
      expect(milestone.corrections).toEqual([
        {
          ...{ by: 'advisor-lea', reason: 'Erreur de ligne', isBeside: false },
          changes: [
            { field: 'missedReason', before: 'OTHER', after: null },
            { field: 'status', before: 'MISSED', after: 'ATTENDED' },
          ],
        },
      ]);
      expect(await told({ id })).toEqual([expect.objectContaining({ status: 'ATTENDED', version: 2 })]);
      const again = await correct(id, { version: 2 });
      expect(again.milestone).toEqual(milestone);
    });

    it('leaves hours reduced that were reduced on it, and says beside them that it was otherwise', async () => {
      const { id } = await planned({ status: 'MISSED', missedReason: 'CHILDCARE' });
      const { id: contractId } = await givenContract(graph.db, jobSeeker.id);
      const reductionId = newId();
      await graph.db.insert(HoursReduction, {
        ...{ id: reductionId, contractId, milestoneId: id, evidence: 'MISSED_FOR_CHILDCARE', weeklyHours: 5 },
        ...{ startsOn: Temporal.PlainDate.from('2026-03-12'), endsOn: Temporal.PlainDate.from('2026-04-11') },
        ...{ decidedBy: 'advisor-lea', decidedAt: now },
      });
      await correct(id, { outcome: 'MISSED', missedReason: 'HEALTH' });
      const asked =
        '{ engagementContract { reductions { evidence corrections { isBeside reason changes { field before after } } } } }';
      const { data } = await graph.resolveReferences('JobSeeker', [{ id: jobSeeker.id }], asked, me);
      const changes = [{ field: 'evidence', before: 'MISSED_FOR_CHILDCARE', after: null }];
      expect(data[0].engagementContract.reductions).toEqual([
        {
          evidence: 'MISSED_FOR_CHILDCARE',
          corrections: [{ isBeside: true, reason: 'Erreur de ligne', changes }],
        },
      ]);
      await correct(id, { version: 2, outcome: 'MISSED', missedReason: 'OTHER' });
      const kept = await graph.db.query('select from corrections where subject_id = $1', [reductionId]);
      expect(kept).toHaveLength(1);
    });

    it.each([
      ['STALE_VERSION', { version: 2 }],
      ['REASON_MISSING', { reason: '' }],
      ['MISSED_NEEDS_A_REASON', { outcome: 'MISSED' }],
      ['REASON_ONLY_WHEN_MISSED', { missedReason: 'HEALTH' }],
    ])('is refused with %s', async (reason, input) => {
      const { id } = await settledAs('EXCUSED');
      const message = expect.stringMatching(/\.$/);
      expect((await correct(id, input)).refusal).toEqual({ reason, message });
      expect(await told({ id })).toEqual([]);
    });

    it('is refused without an outcome, and to another advisor as if it did not exist', async () => {
      const { id } = await planned();
      expect((await correct(id)).refusal.reason).toBe('NO_OUTCOME_YET');
      const other = advisor('advisor-tom');
      expect((await correct(id, {}, other)).refusal.reason).toBe('UNKNOWN_MILESTONE');
      expect(await correct(id, {}, other)).toEqual(await correct(newId(), {}, other));
    });
  });
});
