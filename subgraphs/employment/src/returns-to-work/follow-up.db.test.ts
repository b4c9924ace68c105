import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenJobSeeker } from '../job-seekers/job-seeker.builder.ts';
import { subgraph } from '../subgraph.ts';
import { FollowUp } from './follow-up.ts';
import { givenReturn } from './return-to-work.builder.ts';

const RECORD = `mutation ($input: RecordFollowUpInput!) { recordFollowUp(input: $input) {
  followUp { id point outcome recordedAt recordedBy } refusal { reason message } } }`;
const DUE = `query ($until: Date, $first: Int, $after: String) { dueFollowUps(until: $until, first: $first, after: $after) {
  edges { node { point dueOn returnToWork { id jobSeeker { id } } } } pageInfo { endCursor hasNextPage } } }`;
const now = new Date('2026-03-10T09:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);

type Due = { node: { point: string; dueOn: string; returnToWork: { id: string } } };

describe('a follow-up of a return to work', () => {
  let graph: TestSubgraph;
  const me = advisor('advisor-lea');
  const givenJob = async (startsOn = '2026-02-10', advisorId = 'advisor-lea') =>
    givenReturn(graph.db, (await givenJobSeeker(graph.db, { advisorId })).id, { startsOn: day(startsOn) });
  const record = async (returnId: string, given: object = {}, as = me) => {
    const input = { returnId, point: 'ONE_MONTH', outcome: 'GOES_ON', ...given };
    return (await graph.query(RECORD, { input }, as)).data.recordFollowUp;
  };
  const due = async (advisorId: string, variables: object = {}) => {
    const { data } = await graph.query(DUE, { ...variables }, advisor(advisorId));
    const { edges, pageInfo } = data.dueFollowUps;
    return { pageInfo, due: edges.map(({ node }: Due) => [node.dueOn, node.point, node.returnToWork.id]) };
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now });
  });
  afterAll(() => graph.close());

  it('is recorded from its day on, and shown with the return', async () => {
    const { id } = await givenJob();
    const { followUp } = await record(id, { outcome: 'CHANGED' });
    expect(followUp).toEqual({
      id: expect.any(String),
      point: 'ONE_MONTH',
      outcome: 'CHANGED',
      recordedAt: '2026-03-10T08:00:00.000Z',
      recordedBy: 'advisor-lea',
    });
    const selection = '{ followUps { id outcome } }';
    const { data } = await graph.resolveReferences('ReturnToWork', [{ id }], selection, caseworker());
    expect(data).toEqual([{ followUps: [{ id: followUp.id, outcome: 'CHANGED' }] }]);
  });

  it.each([
    ['NOT_DUE_YET', { point: 'THREE_MONTHS' }],
    ['UNKNOWN_RETURN', { returnId: newId() }],
  ])('is refused with %s', async (reason, given) => {
    const { id } = await givenJob();
    expect(await record(id, given)).toMatchObject({ followUp: null, refusal: { reason } });
    expect(await graph.db.countBy(FollowUp, { returnId: id })).toBe(0);
  });

  it('is refused to another advisor as if the return did not exist', async () => {
    const other = await record((await givenJob()).id, {}, advisor('advisor-tom'));
    expect(other).toEqual(await record(newId()));
  });

  describe('that was recorded wrongly', () => {
    const CORRECT = `mutation ($input: CorrectFollowUpInput!) { correctFollowUp(input: $input) {
      followUp { outcome version corrections { by reason changes { field before after } } } refusal { reason message } } }`;
    const correct = async (followUpId: string, input: object = {}, as = me) => {
      const given = {
        followUpId,
        version: 1,
        outcome: 'SEARCHING_AGAIN',
        reason: 'Elle a rappelé',
        ...input,
      };
      return (await graph.query(CORRECT, { input: given }, as)).data.correctFollowUp;
    };
    const recorded = async () => (await record((await givenJob()).id)).followUp.id;

    it('says what had become of it, and what was said before', async () => {
      const id = await recorded();
      const { followUp } = await correct(id);
      expect(followUp).toEqual({
        ...{ outcome: 'SEARCHING_AGAIN', version: 2 },
        corrections: [
          {
            ...{ by: 'advisor-lea', reason: 'Elle a rappelé' },
            changes: [{ field: 'outcome', before: 'GOES_ON', after: 'SEARCHING_AGAIN' }],
          },
        ],
      });
      expect((await correct(id, { version: 2 })).followUp).toEqual(followUp);
    });

    it.each([
      ['STALE_VERSION', { version: 2 }],
      ['REASON_MISSING', { reason: '' }],
    ])('is refused with %s', async (reason, input) => {
      const message = expect.stringMatching(/\.$/);
      expect((await correct(await recorded(), input)).refusal).toEqual({ reason, message });
    });

    it('is refused to another advisor as if it did not exist', async () => {
      const other = advisor('advisor-tom');
      expect(await correct(await recorded(), {}, other)).toEqual(await correct(newId(), {}, other));
    });
  });

  it('is one at each point, however often it is sent', async () => {
    const { id } = await givenJob();
    const answers = await Promise.all([record(id), record(id)]);
    expect(answers[0].followUp.id).toBe(answers[1].followUp.id);
    const other = await record(id, { outcome: 'NOT_REACHED' });
    expect(other).toMatchObject({ refusal: { reason: 'FOLLOWED_UP_ALREADY' } });
    const taken = await record((await givenJob()).id, { id: answers[0].followUp.id });
    expect(taken).toMatchObject({ refusal: { reason: 'CONFLICT' } });
    const again = await record(id, { id: answers[0].followUp.id, outcome: 'CHANGED' });
    expect(again).toMatchObject({ refusal: { reason: 'CONFLICT' } });
  });

  it('is listed as due from its day until it is recorded, the longest due first', async () => {
    const advisorId = 'advisor-due';
    const [old, recent] = [await givenJob('2025-11-30', advisorId), await givenJob('2026-02-10', advisorId)];
    const future = await givenJob('2026-02-11', advisorId);
    await givenJob('2025-11-30', 'advisor-else');
    await record(old.id, { point: 'THREE_MONTHS' }, advisor(advisorId));
    const expected = [
      ['2025-12-30', 'ONE_MONTH', old.id],
      ['2026-03-10', 'ONE_MONTH', recent.id],
    ];
    expect((await due(advisorId)).due).toEqual(expected);
    const later = await due(advisorId, { until: '2026-05-30' });
    expect(later.due).toEqual([
      ...expected,
      ['2026-03-11', 'ONE_MONTH', future.id],
      ['2026-05-10', 'THREE_MONTHS', recent.id],
      ['2026-05-11', 'THREE_MONTHS', future.id],
      ['2026-05-30', 'SIX_MONTHS', old.id],
    ]);
  });

  it('is found page by page', async () => {
    const advisorId = 'advisor-pages';
    for (let each = 0; each < 3; each += 1) await givenJob('2026-02-10', advisorId);
    await givenJob('2026-02-09', advisorId);
    const all = (await due(advisorId)).due;
    expect(all).toHaveLength(4);
    const first = await due(advisorId, { first: 3 });
    const second = await due(advisorId, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.due, ...second.due]).toEqual(all);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it.each([
    ['until', { until: '2026-06-11' }],
    ['after', { after: 'x' }],
    ['after', { after: Buffer.from(`["2026-99-99","${newId()}"]`).toString('base64url') }],
    ['first', { first: 101 }],
  ])('names the argument %s of %j', async (argument, variables) => {
    const { errors } = await graph.query(DUE, variables, me);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('costs four statements for 1 and for 30, one of them what ties the advisor to the families', async () => {
    const advisorId = 'advisor-busy';
    for (let each = 0; each < 30; each += 1) await givenJob('2026-02-10', advisorId);
    const ask = (first: number) => graph.statements(() => due(advisorId, { first }));
    expect([await ask(1), await ask(30)]).toEqual([4, 4]);
  });
});
