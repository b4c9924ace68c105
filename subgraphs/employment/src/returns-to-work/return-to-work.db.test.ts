import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { subgraph } from '../subgraph.ts';
import { ReturnToWork } from './return-to-work.ts';

const RECORD = `mutation ($input: RecordReturnToWorkInput!) { recordReturnToWork(input: $input) {
  returnToWork { id kind startsOn title weeklyHours jobSeeker { status closedOn version returnsToWork { id } } }
  refusal { reason message } } }`;
const now = new Date('2026-03-10T09:00:00+01:00');

describe('a return to work', () => {
  let graph: TestSubgraph;
  const me = advisor('advisor-lea');
  const mine = (given: Partial<JobSeeker> = {}) =>
    givenJobSeeker(graph.db, { advisorId: 'advisor-lea', ...given });
  const record = async (jobSeeker: JobSeeker, input: object = {}, as = me) => {
    const all = {
      jobSeekerId: jobSeeker.id,
      version: 1,
      kind: 'EMPLOYMENT',
      startsOn: '2026-03-16',
      ...input,
    };
    return (await graph.query(RECORD, { input: all }, as)).data.recordReturnToWork;
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is recorded and closes the file on its first day', async () => {
    const { returnToWork } = await record(await mine(), { title: 'Boulangère', weeklyHours: 28.5 });
    expect(returnToWork).toEqual({
      id: expect.any(String),
      kind: 'EMPLOYMENT',
      startsOn: '2026-03-16',
      title: 'Boulangère',
      weeklyHours: 28.5,
      jobSeeker: {
        status: 'OPEN',
        closedOn: '2026-03-16',
        version: 2,
        returnsToWork: [{ id: returnToWork.id }],
      },
    });
  });

  it('keeps the contract of a job and the hours of a training', async () => {
    const job = { contract: 'FIXED_TERM', endsOn: '2026-09-15' };
    const { returnToWork } = await record(await mine(), job);
    expect(await graph.db.findOneBy(ReturnToWork, { id: returnToWork.id })).toMatchObject({
      contract: 'FIXED_TERM',
      endsOn: Temporal.PlainDate.from('2026-09-15'),
    });
    const training = await record(await mine(), { kind: 'TRAINING', trainingHours: 210 });
    expect(training.returnToWork).toMatchObject({ kind: 'TRAINING', jobSeeker: { closedOn: '2026-03-16' } });
  });

  it('leaves open the file of one who goes on searching', async () => {
    const { returnToWork } = await record(await mine(), { closesFile: false });
    expect(returnToWork.jobSeeker).toMatchObject({ closedOn: null, version: 2 });
  });

  it('does not move the day on which a file closes already', async () => {
    const closed = await mine({ closedOn: Temporal.PlainDate.from('2026-03-12') });
    const { returnToWork } = await record(closed);
    expect(returnToWork.jobSeeker.closedOn).toBe('2026-03-12');
  });

  it.each([
    ['STALE_VERSION', { version: 2 }],
    ['STARTS_BEFORE_REGISTRATION', { startsOn: '2026-01-04' }],
    ['HOURS_OUT_OF_RANGE', { weeklyHours: 61 }],
    ['UNSUITABLE_TEXT', { title: '' }],
    ['RETURN_ENDS_BEFORE_IT_STARTS', { endsOn: '2026-03-15' }],
    ['CONTRACT_ONLY_FOR_A_JOB', { kind: 'TRAINING', contract: 'OTHER' }],
    ['TRAINING_HOURS_OUT_OF_RANGE', { trainingHours: 0 }],
    ['UNKNOWN_JOB_SEEKER', { jobSeekerId: newId() }],
  ])('is refused with %s and nothing is stored', async (reason, given) => {
    const jobSeeker = await mine();
    expect(await record(jobSeeker, given)).toMatchObject({ returnToWork: null, refusal: { reason } });
    expect(await graph.db.countBy(ReturnToWork, { jobSeekerId: jobSeeker.id })).toBe(0);
  });

  it('is refused to another advisor as if the job seeker did not exist', async () => {
    const { refusal } = await record(await mine(), {}, advisor('advisor-tom'));
    expect(refusal).toEqual({
      reason: 'UNKNOWN_JOB_SEEKER',
      message: 'Vous ne suivez aucun demandeur d’emploi correspondant.',
    });
  });

  it('is one however often it is sent with the same id', async () => {
    const jobSeeker = await mine();
    const id = newId();
    const answers = await Promise.all([record(jobSeeker, { id }), record(jobSeeker, { id })]);
    expect(answers.map(({ returnToWork }) => returnToWork?.id)).toEqual([id, id]);
    expect(await record(jobSeeker, { id, kind: 'TRAINING' })).toMatchObject({
      refusal: { reason: 'CONFLICT' },
    });
  });

  it('is stored once when its id is used for two job seekers at the same time', async () => {
    const id = newId();
    const answers = await Promise.all([await mine(), await mine()].map((each) => record(each, { id })));
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'STORED').sort()).toEqual(['CONFLICT', 'STORED']);
  });

  it('is absent for another advisor, open to a caseworker and closed to a coordinator', async () => {
    const { returnToWork } = await record(await mine());
    const read = async (as: ReturnType<typeof advisor>) => {
      const { data, errors } = await graph.query(
        `{ returnToWork(id: "${returnToWork.id}") { kind } }`,
        {},
        as,
      );
      const referred = await graph.resolveReferences(
        'ReturnToWork',
        [{ id: returnToWork.id }],
        '{ kind }',
        as,
      );
      return [data?.returnToWork ?? null, referred.data[0], errors[0]?.extensions?.code];
    };
    const seen = { kind: 'EMPLOYMENT' };
    expect(await read(me)).toEqual([seen, seen, undefined]);
    expect(await read(caseworker())).toEqual([seen, seen, undefined]);
    expect(await read(caseworker('of-another-team'))).toEqual([null, null, undefined]);
    expect(await read(advisor('advisor-tom'))).toEqual([null, null, undefined]);
    expect(await read(coordinator())).toEqual([null, null, 'FORBIDDEN']);
  });

  describe('that was recorded wrongly', () => {
    const CORRECT = `mutation ($input: CorrectReturnToWorkInput!) { correctReturnToWork(input: $input) {
      returnToWork { kind startsOn contract version jobSeeker { closedOn }
        corrections { by reason changes { field before after } } } refusal { reason message } } }`;
    const correct = async (returnId: string, input: object = {}, as = me) => {
      const given = { returnId, version: 1, reason: 'Contrat reçu depuis', ...input };
      return (await graph.query(CORRECT, { input: given }, as)).data.correctReturnToWork;
    };
    const recorded = async () => (await record(await mine())).returnToWork.id;

    it('says what it is, what it said before, and moves the end of the registration with it', async () => {
      const { returnToWork } = await correct(await recorded(), {
        contract: 'FIXED_TERM',
        startsOn: '2026-03-18',
      });
      expect(returnToWork).toEqual({
        ...{ kind: 'EMPLOYMENT', startsOn: '2026-03-18', contract: 'FIXED_TERM', version: 2 },
        jobSeeker: { closedOn: '2026-03-18' },
        corrections: [
          {
            ...{ by: 'advisor-lea', reason: 'Contrat reçu depuis' },
            changes: [
              { field: 'contract', before: null, after: 'FIXED_TERM' },
              { field: 'startsOn', before: '2026-03-16', after: '2026-03-18' },
            ],
          },
        ],
      });
    });

    it('is corrected once where nothing else is said', async () => {
      const id = await recorded();
      const first = await correct(id, { weeklyHours: 20 });
      expect(await correct(id, { version: 2, weeklyHours: 20 })).toEqual(first);
    });

    it.each([
      ['STALE_VERSION', { version: 2 }],
      ['REASON_MISSING', { reason: ' ' }],
      ['HOURS_OUT_OF_RANGE', { weeklyHours: 61 }],
      ['CONTRACT_ONLY_FOR_A_JOB', { kind: 'TRAINING', contract: 'PERMANENT' }],
    ])('is refused with %s', async (reason, input) => {
      const message = expect.stringMatching(/\.$/);
      expect((await correct(await recorded(), input)).refusal).toEqual({ reason, message });
    });

    it('is refused to another advisor as if it did not exist', async () => {
      const other = advisor('advisor-tom');
      expect(await correct(await recorded(), {}, other)).toEqual(await correct(newId(), {}, other));
    });
  });
});
