import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { subgraph } from '../subgraph.ts';
import { aMilestone } from './milestone.builder.ts';
import { Milestone } from './milestone.ts';

const SCHEDULE = `mutation ($input: ScheduleMilestoneInput!) { scheduleMilestone(input: $input) {
  milestone { id kind title startsAt endsAt travelMinutes place isRemote status missedReason version
    family { id reference } jobSeeker { id } }
  refusal { reason message } } }`;
const now = new Date('2026-03-10T09:00:00+01:00');
const interview = {
  kind: 'INTERVIEW',
  title: 'Entretien, cantine de Doulon',
  startsAt: '2026-03-12T10:00:00+01:00',
  endsAt: '2026-03-12T11:30:00+01:00',
  travelMinutes: 35,
};

describe('scheduling a milestone', () => {
  let graph: TestSubgraph;
  const me = advisor('advisor-lea');
  const mine = (given: Partial<JobSeeker> = {}) =>
    givenJobSeeker(graph.db, { advisorId: 'advisor-lea', ...given });
  const schedule = async (jobSeeker: Pick<JobSeeker, 'id'>, given: object = {}, as = me) => {
    const input = { jobSeekerId: jobSeeker.id, ...interview, ...given };
    return (await graph.query(SCHEDULE, { input }, as)).data.scheduleMilestone;
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('stores it for the family of the job seeker, and tells early-childhood', async () => {
    const jobSeeker = await mine();
    const { milestone, refusal } = await schedule(jobSeeker, { place: '1 rue Noire' });
    expect(refusal).toBeNull();
    expect(milestone).toEqual({
      ...interview,
      id: expect.any(String),
      startsAt: '2026-03-12T09:00:00.000Z',
      endsAt: '2026-03-12T10:30:00.000Z',
      place: '1 rue Noire',
      isRemote: false,
      status: 'PLANNED',
      missedReason: null,
      version: 1,
      family: { id: jobSeeker.familyId, reference: expect.stringMatching(/^NAN-9/) },
      jobSeeker: { id: jobSeeker.id },
    });
    expect(await graph.published()).toContainEqual({
      type: 'relais.milestone.changed.v1',
      familyId: jobSeeker.familyId,
      data: {
        milestoneId: milestone.id,
        familyId: jobSeeker.familyId,
        startsAt: '2026-03-12T09:00:00.000Z',
        endsAt: '2026-03-12T10:30:00.000Z',
        travelMinutes: 35,
        status: 'PLANNED',
        version: 1,
        advisorId: jobSeeker.advisorId,
      },
    });
  });

  it('is asked about where the person is elsewhere then, also under another file, or the file has ended', async () => {
    const jobSeeker = await mine({ closedOn: Temporal.PlainDate.from('2026-03-14') });
    await schedule(jobSeeker);
    const again = { startsAt: '2026-03-12T11:00:00+01:00', endsAt: '2026-03-12T12:00:00+01:00' };
    expect((await schedule(jobSeeker, again)).refusal).toMatchObject({ reason: 'OVERLAPS' });
    const adjoining = { startsAt: interview.endsAt, endsAt: '2026-03-12T12:00:00+01:00' };
    expect((await schedule(jobSeeker, adjoining)).refusal).toBeNull();
    expect((await schedule(jobSeeker, { ...again, confirmed: true })).refusal).toBeNull();
    const later = { startsAt: '2026-03-16T10:00:00+01:00', endsAt: '2026-03-16T11:00:00+01:00' };
    expect((await schedule(jobSeeker, later)).refusal).toMatchObject({ reason: 'AFTER_FILE_END' });
    expect((await schedule(jobSeeker, { ...later, confirmed: true })).refusal).toBeNull();
  });

  it.each([
    ['UNKNOWN_JOB_SEEKER', { jobSeekerId: newId() }],
    ['UNSUITABLE_TEXT', { title: ' ' }],
    ['UNSUITABLE_TEXT', { place: 'x'.repeat(201) }],
    ['ENDS_BEFORE_IT_STARTS', { endsAt: interview.startsAt }],
    ['LONGER_THAN_14_HOURS', { startsAt: '2026-03-12T06:00:00+01:00', endsAt: '2026-03-12T20:01:00+01:00' }],
    [
      'NOT_WITHIN_ONE_DAY',
      { endsAt: '2026-03-13T00:00:00.001+01:00', startsAt: '2026-03-12T22:00:00+01:00' },
    ],
    ['TRAVEL_OUT_OF_RANGE', { travelMinutes: -1 }],
    ['STARTS_IN_THE_PAST', { startsAt: '2026-03-10T08:59:00+01:00', endsAt: '2026-03-10T10:00:00+01:00' }],
  ])('is refused with %s and nothing is stored', async (reason, given) => {
    const jobSeeker = await mine();
    const answer = await schedule(jobSeeker, given);
    expect(answer).toMatchObject({ milestone: null, refusal: { reason, message: expect.any(String) } });
    expect(await graph.db.countBy(Milestone, { jobSeekerId: jobSeeker.id })).toBe(0);
  });

  it('is refused to another advisor as if the job seeker did not exist', async () => {
    const [other, absent] = [
      await schedule(await mine(), {}, advisor('advisor-tom')),
      await schedule({ id: newId() }),
    ];
    expect(other.refusal.reason).toBe('UNKNOWN_JOB_SEEKER');
    expect(other).toEqual(absent);
  });

  it('is refused once the file is closed, not before', async () => {
    const closing = await mine({ closedOn: Temporal.PlainDate.from('2026-03-12') });
    expect((await schedule(closing, { kind: 'JOB_START' })).refusal).toBeNull();
    const closed = await mine({ closedOn: Temporal.PlainDate.from('2026-03-10') });
    expect((await schedule(closed)).refusal).toMatchObject({ reason: 'FILE_CLOSED' });
  });

  it('is one however often it is sent with the same id, also after it began', async () => {
    const jobSeeker = await mine();
    const id = newId();
    const answers = await Promise.all([schedule(jobSeeker, { id }), schedule(jobSeeker, { id })]);
    graph.setNow(new Date('2026-03-20T09:00:00+01:00'));
    answers.push(await schedule(jobSeeker, { id }));
    graph.setNow(now);
    expect(answers.map(({ milestone }) => milestone?.id)).toEqual([id, id, id]);
    expect((await graph.published()).filter(({ data }) => data.milestoneId === id)).toHaveLength(1);
  });

  it('is refused when the id stands for other content, also of another job seeker', async () => {
    const [ada, zoe] = [await mine(), await mine()];
    const id = newId();
    await schedule(ada, { id });
    expect((await schedule(ada, { id, travelMinutes: 10 })).refusal).toMatchObject({ reason: 'CONFLICT' });
    expect((await schedule(zoe, { id })).refusal).toMatchObject({ reason: 'CONFLICT' });
    const raced = newId();
    const answers = await Promise.all(
      [ada, zoe].map((each) => schedule(each, { id: raced, confirmed: true })),
    );
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'STORED').sort()).toEqual(['CONFLICT', 'STORED']);
  });

  it.each([
    [
      'milestone_lies_within_one_day',
      { endsAt: new Date('2026-03-11T00:01:00+01:00'), startsAt: new Date('2026-03-10T23:00:00+01:00') },
    ],
    [
      'milestone_lasts_14_hours_at_most',
      { startsAt: new Date('2026-03-10T01:00:00+01:00'), endsAt: new Date('2026-03-10T16:00:00+01:00') },
    ],
    ['milestone_starts_before_it_ends', { endsAt: new Date('2026-03-10T10:00:00+01:00') }],
    ['milestone_travel_is_0_to_240_minutes', { travelMinutes: 241 }],
    ['milestone_missed_has_a_known_reason', { status: 'MISSED' as const }],
    ['milestone_missed_has_a_known_reason', { missedReason: 'OTHER' as const }],
    ['milestone_of_a_job_seeker_and_his_family', { familyId: newId() }],
  ])('cannot break %s even without the rules', async (constraint, given) => {
    const milestone = aMilestone(await mine(), given);
    await expect(graph.db.insert(Milestone, milestone)).rejects.toThrow(constraint);
  });

  it.each([
    ['2026-03-29T00:00:00+01:00', '2026-03-29T15:00:00+02:00'],
    ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
    ['2026-10-25T23:00:00+01:00', '2026-10-26T00:00:00+01:00'],
  ])('works on the days when clocks change: %s to %s', async (startsAt, endsAt) => {
    const { milestone } = await schedule(await mine(), { startsAt, endsAt });
    expect(milestone).toMatchObject({
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    });
  });

  it.each([
    ['input.jobSeekerId', { jobSeekerId: 'ada' }],
    ['input.id', { id: '1' }],
  ])('names a malformed %s', async (argument, given) => {
    const input = { jobSeekerId: newId(), ...interview, ...given };
    const { errors } = await graph.query(SCHEDULE, { input }, me);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
