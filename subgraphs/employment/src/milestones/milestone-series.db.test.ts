import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { JobSearchStep } from '../job-search-steps/job-search-step.ts';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { subgraph } from '../subgraph.ts';
import { Milestone } from './milestone.ts';

const SCHEDULE = `mutation ($input: ScheduleMilestoneSeriesInput!) { scheduleMilestoneSeries(input: $input) {
  milestones { id seriesId kind title startsAt endsAt travelMinutes status version } refusal { reason message } } }`;
const MOVE = `mutation ($input: MoveMilestoneInput!) { moveMilestone(input: $input) {
  milestone { id } refusal { reason } } }`;
const now = new Date('2026-03-10T09:00:00+01:00');

/** Three days a week for two months, across the clock change. */
const training = {
  kind: 'TRAINING_SESSION',
  title: 'Français professionnel',
  firstDay: '2026-03-16',
  lastDay: '2026-05-15',
  weekdays: [1, 2, 4],
  exceptDays: ['2026-04-06'],
  from: '09:00',
  to: '12:30',
  travelMinutes: 25,
};

describe('scheduling a series', () => {
  let graph: TestSubgraph;
  const me = advisor('advisor-lea');
  const mine = (given: Partial<JobSeeker> = {}) =>
    givenJobSeeker(graph.db, { advisorId: 'advisor-lea', ...given });
  const schedule = async (jobSeekerId: string, given: object = {}, as = me) => {
    const input = { jobSeekerId, ...training, ...given };
    return (await graph.query(SCHEDULE, { input }, as)).data.scheduleMilestoneSeries;
  };
  const toldOf = async ({ familyId }: JobSeeker) =>
    (await graph.published()).filter((event) => event.familyId === familyId).map(({ data }) => data);

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('stores each milestone within its day of the city, and tells each', async () => {
    const file = await mine();
    const { milestones, refusal } = await schedule(file.id);
    expect(refusal).toBeNull();
    expect(milestones).toHaveLength(26);
    const [seriesId] = new Set(milestones.map((each: Milestone) => each.seriesId));
    const common = { seriesId, kind: 'TRAINING_SESSION', travelMinutes: 25, status: 'PLANNED', version: 1 };
    const stored = await graph.db.findBy(Milestone, { jobSeekerId: file.id });
    expect(stored).toHaveLength(26);
    for (const each of stored) expect(each).toMatchObject({ ...common, familyId: file.familyId });
    const starts = milestones.map(({ startsAt }: { startsAt: string }) => startsAt);
    expect(starts).toContain('2026-03-26T08:00:00.000Z');
    expect(starts).toContain('2026-03-30T07:00:00.000Z');
    const told = await toldOf(file);
    expect(told.map((each) => each.startsAt)).toEqual(starts);
    expect(told[0]).toMatchObject({ milestoneId: milestones[0].id, travelMinutes: 25, version: 1 });
  });

  it('is one step of the timeline', async () => {
    const { id } = await mine();
    await schedule(id);
    expect(await graph.db.findBy(JobSearchStep, { jobSeekerId: id })).toEqual([
      expect.objectContaining({
        kind: 'MILESTONE_SERIES_PLANNED',
        facts: {
          startsAt: '2026-03-16T08:00:00.000Z',
          lastDay: '2026-05-14',
          milestoneKind: 'TRAINING_SESSION',
          count: 26,
        },
      }),
    ]);
  });

  it('costs as many statements for one milestone as for 92', async () => {
    const [one, most] = [await mine(), await mine()];
    const short = { lastDay: '2026-03-16', weekdays: [1] };
    const long = { lastDay: '2026-06-15', weekdays: [1, 2, 3, 4, 5, 6, 7], exceptDays: [] };
    const ofOne = await graph.statements(() => schedule(one.id, short));
    const ofMost = await graph.statements(() => schedule(most.id, long));
    expect(await graph.db.countBy(Milestone, { jobSeekerId: most.id })).toBe(92);
    expect(ofMost).toBe(ofOne);
  });

  it.each([
    ['SERIES_TOO_LONG', { lastDay: '2026-06-16' }],
    ['PERIOD_ENDS_BEFORE_IT_STARTS', { lastDay: '2026-03-15' }],
    ['WEEKDAY_OUTSIDE_PERIOD', { lastDay: '2026-03-17' }],
    ['SERIES_WITHOUT_DAYS', { weekdays: [] }],
    ['WEEKDAY_OUT_OF_RANGE', { weekdays: [1, 8] }],
    ['STARTS_IN_THE_PAST', { firstDay: '2026-03-09' }],
    ['ENDS_BEFORE_IT_STARTS', { to: '08:00' }],
    ['LONGER_THAN_14_HOURS', { to: '23:30' }],
    ['TRAVEL_OUT_OF_RANGE', { travelMinutes: 241 }],
    ['UNSUITABLE_TEXT', { title: '' }],
    ['UNSUITABLE_TEXT', { place: ' ' }],
    ['UNKNOWN_JOB_SEEKER', { jobSeekerId: newId() }],
  ])('is refused with %s and nothing is stored or told', async (reason, given) => {
    const file = await mine();
    expect(await schedule(file.id, given)).toMatchObject({ milestones: null, refusal: { reason } });
    expect(await graph.db.countBy(Milestone, { jobSeekerId: file.id })).toBe(0);
    expect(await toldOf(file)).toEqual([]);
  });

  it('is refused on a closed file, and to another advisor as if it did not exist', async () => {
    const closed = await mine({ closedOn: Temporal.PlainDate.from('2026-03-10') });
    expect(await schedule(closed.id)).toMatchObject({ refusal: { reason: 'FILE_CLOSED' } });
    const other = await schedule((await mine()).id, {}, advisor('advisor-tom'));
    expect(other).toEqual(await schedule(newId()));
  });

  it('is one however often it is sent with the same id, also after one of it was moved', async () => {
    const [file, id] = [await mine(), newId()];
    const answers = await Promise.all([schedule(file.id, { id }), schedule(file.id, { id })]);
    const [milestone] = answers[0].milestones;
    expect(answers[1].milestones.map((each: Milestone) => each.id)).toEqual(
      answers[0].milestones.map((each: Milestone) => each.id),
    );
    const times = { startsAt: '2026-03-18T14:00:00+01:00', endsAt: '2026-03-18T17:00:00+01:00' };
    await graph.query(MOVE, { input: { milestoneId: milestone.id, version: 1, ...times } }, me);
    expect((await schedule(file.id, { id })).milestones).toHaveLength(26);
    expect(await graph.db.countBy(Milestone, { seriesId: id })).toBe(26);
  });

  it('is refused whole when its id is used for something else', async () => {
    const [file, id] = [await mine(), newId()];
    await schedule(file.id, { id });
    expect(await schedule(file.id, { id, from: '08:30' })).toMatchObject({ refusal: { reason: 'CONFLICT' } });
    const other = await mine();
    expect(await schedule(other.id, { id })).toMatchObject({ refusal: { reason: 'CONFLICT' } });
    expect(await graph.db.countBy(Milestone, { jobSeekerId: other.id })).toBe(0);
  });

  it('is stored once when its id is used for two job seekers at the same time', async () => {
    const [id, files] = [newId(), [await mine(), await mine()]];
    const answers = await Promise.all(files.map((file) => schedule(file.id, { id })));
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'STORED').sort()).toEqual(['CONFLICT', 'STORED']);
    expect(await graph.db.countBy(Milestone, { seriesId: id })).toBe(26);
  });
});
