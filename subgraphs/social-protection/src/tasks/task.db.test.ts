import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';
import { givenTeam } from '../support-team/support-team.builder.ts';
import { Task } from './task.ts';

const TASK = '{ id title dueOn isOverdue addedAt doneAt version family { id } assignee { sub } }';
const ADD = `mutation ($input: AddTaskInput!) { addTask(input: $input) { task ${TASK} refusal { reason message } } }`;
const COMPLETE = `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) {
  task ${TASK} refusal { reason message } } }`;
const MINE = `query ($first: Int, $after: String) { myTasks(first: $first, after: $after) {
  edges { node { title } } pageInfo { hasNextPage endCursor } } }`;

const maud = caseworker('maud');
const YANN = { sub: 'yann' };

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  await graph.signIn(advisor('yann'));
  await givenProfessional(graph.db, { sub: 'gone', departedOn: Temporal.PlainDate.from('2026-03-01') });
});
beforeEach(async () => {
  graph.setNow(new Date('2026-03-10T09:00:00Z'));
  ({ familyId } = await givenKnownFamily(graph.db));
  await givenTeam(graph.db, familyId, maud);
  await givenFollowers(graph.db, familyId, [{ sub: 'yann', relation: 'ADVISOR' }]);
});
afterAll(() => graph.close());

const add = async (input: object = {}, as: TestUser = maud) => {
  const given = { familyId, title: 'Call the crèche', dueOn: '2026-03-12', ...input };
  const { data, errors } = await graph.query(ADD, { input: given }, as);
  expect(errors).toEqual([]);
  return data.addTask;
};
const complete = async (taskId: string, version = 1, as: TestUser = maud) => {
  const { data, errors } = await graph.query(COMPLETE, { input: { taskId, version } }, as);
  expect(errors).toEqual([]);
  return data.completeTask;
};
const ofFamily = async (as: TestUser) => {
  const selection = '{ tasks { title isOverdue doneAt } }';
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, as);
  expect(errors).toEqual([]);
  return data[0]?.tasks ?? 'ABSENT';
};

describe('a task', () => {
  it('is added for oneself, ticked off, and listed after what is still to do', async () => {
    const { task } = await add();
    expect(task).toEqual({
      id: expect.any(String),
      title: 'Call the crèche',
      dueOn: '2026-03-12',
      isOverdue: false,
      addedAt: '2026-03-10T09:00:00.000Z',
      doneAt: null,
      version: 1,
      family: { id: familyId },
      assignee: { sub: 'maud' },
    });
    await add({ title: 'Later', dueOn: '2026-03-20' });
    expect((await complete(task.id)).task).toMatchObject({ doneAt: '2026-03-10T09:00:00.000Z', version: 2 });
    graph.setNow(new Date('2026-03-21T09:00:00Z'));
    expect(await ofFamily(maud)).toMatchObject([
      { title: 'Later', isOverdue: true, doneAt: null },
      { title: 'Call the crèche', isOverdue: false },
    ]);
  });

  it('is met by who has to do it, who added it and social workers', async () => {
    await add({ assignee: YANN }, coordinator('anne'));
    const readers = [advisor('yann'), coordinator('anne'), maud];
    for (const reader of readers) expect(await ofFamily(reader)).toHaveLength(1);
    expect(await ofFamily(advisor())).toEqual([]);
    const strangers = [caseworker('stranger'), advisor('stranger'), auditor()];
    for (const stranger of strangers) expect(await ofFamily(stranger)).toBe('ABSENT');
  });

  it.each([
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['DUE_IN_THE_PAST', { dueOn: '2026-03-09' }],
    ['EMPTY_TEXT', { title: '' }],
    ['UNKNOWN_PROFESSIONAL', { assignee: { sub: 'yannn' } }],
    ['DEPARTED_PROFESSIONAL', { assignee: { sub: 'gone' } }],
  ])('is refused with %s', async (reason, input) => {
    expect((await add(input)).refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });
    expect(await ofFamily(maud)).toEqual([]);
  });

  it('sent twice under one id is one task; with other content it is refused', async () => {
    const id = newId();
    const [first, again] = [await add({ id }), await add({ id })];
    expect(again).toEqual(first);
    expect((await add({ id, title: 'Other' })).refusal.reason).toBe('CONFLICT');
  });

  it('is not ticked off twice, unseen, or by a stranger', async () => {
    const { task } = await add();
    expect((await complete(task.id, 2)).refusal.reason).toBe('STALE_VERSION');
    expect((await complete(task.id, 1, advisor())).refusal.reason).toBe('UNKNOWN_TASK');
    expect((await complete(newId())).refusal.reason).toBe('UNKNOWN_TASK');
    await complete(task.id);
    expect((await complete(task.id, 2)).refusal.reason).toBe('DONE_ALREADY');
  });
});

const CORRECT = `mutation ($input: CorrectTaskInput!) { correctTask(input: $input) { task ${TASK.replace('{ id', '{ corrections { at by reason isBeside changes { field before after } } id')}
  refusal { reason message } } }`;
const correct = async (taskId: string, input: object, as: TestUser = maud) => {
  const given = { taskId, version: 1, reason: 'Mal noté', ...input };
  const { data, errors } = await graph.query(CORRECT, { input: given }, as);
  expect(errors).toEqual([]);
  return data.correctTask;
};

describe('a task that was written down wrongly', () => {
  it('says what is right, and still what it said before, who changed it and why', async () => {
    const { task } = await add();
    const input = { title: 'Call the other crèche', dueOn: '2026-03-14', assignee: YANN };
    const corrected = await correct(task.id, input);
    expect(corrected.task).toMatchObject({ title: 'Call the other crèche', version: 2, assignee: YANN });
    expect(corrected.task.corrections).toEqual([
      {
        ...{ at: '2026-03-10T09:00:00.000Z', by: 'Maud Le Gall', reason: 'Mal noté', isBeside: false },
        changes: [
          { field: 'assignee', before: 'maud', after: 'yann' },
          { field: 'dueOn', before: '2026-03-12', after: '2026-03-14' },
          { field: 'title', before: 'Call the crèche', after: 'Call the other crèche' },
        ],
      },
    ]);
  });

  it('is still to do where it was ticked off by mistake, and what is asked twice is corrected once', async () => {
    const { task } = await add();
    await complete(task.id);
    const undone = await correct(task.id, { version: 2, isStillToDo: true });
    expect(undone.task).toMatchObject({ doneAt: null, version: 3 });
    expect(undone.task.corrections).toHaveLength(1);
    const same = await correct(task.id, { version: 3, title: 'Call the crèche' });
    expect(same.task).toMatchObject({ version: 3, corrections: undone.task.corrections });
  });

  it.each([
    ['STALE_VERSION', { version: 2 }],
    ['REASON_MISSING', { reason: ' ' }],
    ['REASON_TOO_LONG', { reason: 'x'.repeat(1_001) }],
    ['EMPTY_TEXT', { title: '' }],
    ['DUE_IN_THE_PAST', { dueOn: '2026-03-09' }],
    ['NOT_DONE', { isStillToDo: true }],
    ['UNKNOWN_PROFESSIONAL', { assignee: { sub: 'yannn' } }],
  ])('is not corrected: %s', async (reason, input) => {
    const { task } = await add();
    expect((await correct(task.id, input)).refusal).toEqual({
      reason,
      message: expect.stringMatching(/\.$/),
    });
    expect(await graph.db.findOneBy(Task, { id: task.id })).toMatchObject({ version: 1 });
  });

  it('is corrected by nobody who may not read it, as one that does not exist', async () => {
    const { task } = await add();
    for (const stranger of [caseworker('stranger'), advisor('yann')])
      expect(await correct(task.id, {}, stranger)).toEqual(await correct(newId(), {}, stranger));
    expect((await correct(task.id, {}, advisor('yann'))).refusal.reason).toBe('UNKNOWN_TASK');
  });

  it('keeps its corrections for ever, and under the file that stays', async () => {
    const { task } = await add();
    await correct(task.id, { title: 'Call twice' });
    for (const change of [
      "update corrections set reason = 'x'",
      'delete from corrections',
      'truncate corrections',
    ])
      await expect(graph.db.query(change)).rejects.toThrow();
    const survivor = newId();
    await graph.db.query('update corrections set family_id = $1 where subject_id = $2', [survivor, task.id]);
    const kept = await graph.db.query('select reason from corrections where family_id = $1', [survivor]);
    expect(kept).toEqual([{ reason: 'Mal noté' }]);
  });
});

describe('my tasks', () => {
  it('are what I have still to do, by due day, page by page', async () => {
    const me = coordinator();
    for (const [title, dueOn] of [
      ['third', '2026-03-14'],
      ['first', '2026-03-12'],
      ['second', '2026-03-13'],
    ]) {
      await add({ title, dueOn }, me);
    }
    await add({ title: 'of another' });
    const page = async (variables: object) =>
      (await graph.query(MINE, { first: 2, ...variables }, me)).data.myTasks;
    const first = await page({});
    expect(first.edges.map(({ node }: { node: { title: string } }) => node.title)).toEqual([
      'first',
      'second',
    ]);
    const second = await page({ after: first.pageInfo.endCursor });
    expect(second).toMatchObject({ edges: [{ node: { title: 'third' } }], pageInfo: { hasNextPage: false } });
    const after = Buffer.from(JSON.stringify(['2026-02-31', newId()])).toString('base64url');
    const bad = await graph.query(MINE, { first: 2, after }, me);
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });
});

describe('a family that is out of sight', () => {
  it('takes no task, and is answered like one that does not exist', async () => {
    for (const stranger of [caseworker('stranger'), advisor('stranger')]) {
      const [known, unknown] = [await add({}, stranger), await add({ familyId: newId() }, stranger)];
      expect(known).toEqual(unknown);
      expect(known.refusal.reason).toBe('UNKNOWN_FAMILY');
    }
    expect(await graph.db.countBy(Task, { familyId })).toBe(0);
  });

  it('keeps its tasks from who has left, in lists and in changes', async () => {
    const { task } = await add({ title: 'of a former member' });
    const titles = async () => {
      const { data } = await graph.query(MINE, { first: 100 }, maud);
      return data.myTasks.edges.map(({ node }: { node: { title: string } }) => node.title);
    };
    expect(await titles()).toContain('of a former member');
    await graph.db.query("update followers set to_on = '2026-03-10' where family_id = $1", [familyId]);
    expect(await titles()).not.toContain('of a former member');
    expect(await complete(task.id)).toEqual(await complete(newId()));
  });

  it('has no task for a colleague who would not see it', async () => {
    const named = (sub: string) => add({ assignee: { sub } });
    for (const sub of ['paul', 'zoe']) {
      const role = sub === 'zoe' ? 'CARE_COORDINATOR' : 'CASEWORKER';
      await givenProfessional(graph.db, { sub, role });
    }
    expect((await named('paul')).refusal.reason).toBe('ASSIGNEE_DOES_NOT_FOLLOW');
    expect((await named('zoe')).refusal).toBeNull();
    await givenFollowers(graph.db, familyId, [{ sub: 'paul', relation: 'REFERRAL' }]);
    expect((await named('paul')).task.assignee).toEqual({ sub: 'paul' });
    expect((await add({}, caseworker('paul'))).refusal.reason).toBe('REFERRAL_NOT_ACCEPTED');
  });
});
