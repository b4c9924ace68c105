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

  it('is told again, with its id, when a database of before is brought up to date', async () => {
    const file = await mine();
    const { milestones } = await schedule(file.id, { lastDay: '2026-03-19', exceptDays: [] });
    const before = (await toldOf(file)).length;
    const migration = subgraph.migrations.find(({ name }) => name.endsWith('series-are-told-by-who-can.sql'));
    await graph.db.query(migration?.sql ?? '');
    await graph.db.query("update scheduled_jobs set run_at = $1 where name = 'tell-anew:0022'", [now]);
    await graph.runDueJobs();
    const again = (await toldOf(file)).slice(before).filter(({ milestoneId }) => milestoneId);
    expect(again).toHaveLength(milestones.length);
    for (const each of again) expect(each.seriesId).toBe(milestones[0].seriesId);
  });

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
    ['SERIES_TOO_LONG', { lastDay: '2026-09-16' }],
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

  describe('that is there', () => {
    const changed = (name: string, input: string) =>
      `mutation ($input: ${input}!) { ${name}(input: $input) {
        milestones { id startsAt status missedReason isException version seriesVersion } refusal { reason message isQuestion } } }`;
    const MOVE_ALL = changed('moveMilestoneSeries', 'MoveMilestoneSeriesInput');
    const CANCEL = changed('cancelMilestoneSeries', 'CancelMilestoneSeriesInput');
    const OUTCOME = changed('recordSeriesOutcome', 'RecordSeriesOutcomeInput');
    /** Four Mondays and Thursdays from 16 March on. */
    const short = { lastDay: '2026-03-27', weekdays: [1, 4], exceptDays: [] };
    const given = async () => {
      const file = await mine();
      const { milestones } = await schedule(file.id, short);
      return { file, milestones, seriesId: milestones[0].seriesId };
    };
    const change = async (document: string, input: object, at = now, as = me) => {
      const { data, errors } = await graph.query(document, { input }, as, { now: at });
      expect(errors).toEqual([]);
      return Object.values<{ milestones: Milestone[]; refusal: { reason: string } }>(data)[0];
    };
    const starts = (answer: { milestones: Milestone[] } | undefined) =>
      answer?.milestones.map(({ startsAt }) => startsAt);

    it('is moved as one, but for what was moved by itself; and tells each', async () => {
      const { file, milestones, seriesId } = await given();
      await graph.query(
        MOVE,
        {
          input: {
            ...{ milestoneId: milestones[1].id, version: 1 },
            ...{ startsAt: '2026-03-20T09:00:00+01:00', endsAt: '2026-03-20T10:00:00+01:00' },
          },
        },
        me,
      );
      const moved = await change(MOVE_ALL, { seriesId, version: 5, byDays: 1, from: '14:00', to: '16:00' });
      expect(moved?.refusal).toBeNull();
      expect(starts(moved)).toEqual([
        '2026-03-17T13:00:00.000Z',
        '2026-03-24T13:00:00.000Z',
        '2026-03-27T13:00:00.000Z',
      ]);
      expect(moved?.milestones[0]).toMatchObject({ version: 2, seriesVersion: 8, isException: false });
      expect(await graph.db.findOneBy(Milestone, { id: milestones[1].id })).toMatchObject({
        isException: true,
        startsAt: new Date('2026-03-20T08:00:00Z'),
      });
      expect(await toldOf(file)).toHaveLength(4 + 1 + 3);
      const [step] = await graph.db.findBy(JobSearchStep, {
        jobSeekerId: file.id,
        kind: 'MILESTONE_SERIES_MOVED',
      });
      expect(step?.facts).toMatchObject({ count: 3, lastDay: '2026-03-27' });
    });

    it('is called off from a day on, but for the days that are left out', async () => {
      const { seriesId } = await given();
      const input = { seriesId, version: 4, fromDay: '2026-03-19', exceptDays: ['2026-03-23'] };
      const off = await change(CANCEL, input);
      expect(starts(off)).toEqual(['2026-03-19T08:00:00.000Z', '2026-03-26T08:00:00.000Z']);
      expect(off?.milestones.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    });

    it('has its outcomes recorded as one; what has one keeps it', async () => {
      const { milestones, seriesId } = await given();
      await graph.db.update(Milestone, { id: milestones[0].id }, { status: 'EXCUSED', version: 2 });
      const at = new Date('2026-03-24T09:00:00+01:00');
      const input = { seriesId, version: 5, outcome: 'MISSED', missedReason: 'CHILDCARE' };
      const held = await change(OUTCOME, input, at);
      expect(starts(held)).toEqual(['2026-03-19T08:00:00.000Z', '2026-03-23T08:00:00.000Z']);
      expect(held?.milestones[0]).toMatchObject({ status: 'MISSED', missedReason: 'CHILDCARE' });
    });

    it('costs the same number of statements for 4 and for 40 milestones', async () => {
      const of = async (lastDay: string, weekdays: number[]) => {
        const { milestones } = await schedule((await mine()).id, { ...short, lastDay, weekdays });
        const input = { seriesId: milestones[0].seriesId, version: milestones.length };
        return graph.statements(() => change(CANCEL, input));
      };
      expect(await of('2026-05-09', [1, 2, 3, 4, 5])).toBe(await of('2026-03-27', [1, 4]));
    });

    it.each([
      ['STALE_VERSION', MOVE_ALL, { version: 3 }],
      ['UNKNOWN_SERIES', MOVE_ALL, { seriesId: newId() }],
      ['MOVED_TOO_FAR', MOVE_ALL, { byDays: 32 }],
      ['NOTHING_LEFT', MOVE_ALL, {}],
      ['STARTS_IN_THE_PAST', MOVE_ALL, { byDays: -7 }],
      ['ENDS_BEFORE_IT_STARTS', MOVE_ALL, { from: '13:00' }],
      ['STALE_VERSION', CANCEL, { version: 3 }],
      ['UNKNOWN_SERIES', CANCEL, { seriesId: newId() }],
      ['NOTHING_LEFT', CANCEL, { fromDay: '2026-04-01' }],
      ['STALE_VERSION', OUTCOME, { version: 3, outcome: 'ATTENDED' }],
      ['UNKNOWN_SERIES', OUTCOME, { seriesId: newId(), outcome: 'ATTENDED' }],
      ['NOTHING_LEFT', OUTCOME, { outcome: 'ATTENDED' }],
      ['MISSED_NEEDS_A_REASON', OUTCOME, { outcome: 'MISSED' }],
      ['REASON_ONLY_WHEN_MISSED', OUTCOME, { outcome: 'ATTENDED', missedReason: 'HEALTH' }],
    ])('is refused with %s', async (reason, document, input) => {
      const { seriesId } = await given();
      const answer = await change(document, { seriesId, version: 4, ...input });
      expect(answer).toMatchObject({
        milestones: null,
        refusal: { reason, message: expect.stringMatching(/\.$/) },
      });
      expect(await graph.db.countBy(Milestone, { seriesId, version: 1 })).toBe(4);
    });

    it('is refused to another advisor as if it did not exist', async () => {
      const { seriesId } = await given();
      const other = advisor('advisor-tom');
      for (const [document, more] of [
        [MOVE_ALL, {}],
        [CANCEL, {}],
        [OUTCOME, { outcome: 'ATTENDED' }],
      ] as const) {
        const input = { version: 4, ...more };
        const known = await change(document, { seriesId, ...input }, now, other);
        expect(known).toEqual(await change(document, { seriesId: newId(), ...input }, now, other));
      }
    });

    it('is asked about where the person is elsewhere, or the file has ended', async () => {
      const { file, seriesId } = await given();
      const again = await schedule(file.id, short);
      expect(again.refusal).toMatchObject({
        reason: 'OVERLAPS',
        message: expect.stringContaining('16 mars 2026 à 09:00'),
      });
      const { milestones } = await schedule(file.id, { ...short, from: '14:00', to: '15:00' });
      expect(milestones).toHaveLength(4);
      const moving = { seriesId, version: 4, from: '14:30', to: '16:00' };
      expect((await change(MOVE_ALL, moving))?.refusal).toMatchObject({
        reason: 'OVERLAPS',
        isQuestion: true,
      });
      expect((await change(MOVE_ALL, { ...moving, confirmed: true }))?.milestones).toHaveLength(4);

      const ending = await mine({ closedOn: Temporal.PlainDate.from('2026-03-20') });
      const after = await schedule(ending.id, short);
      expect(after.refusal).toMatchObject({
        reason: 'AFTER_FILE_END',
        message: expect.stringContaining('20 mars 2026'),
      });
      expect((await schedule(ending.id, { ...short, confirmed: true })).milestones).toHaveLength(4);
    });
  });
});
