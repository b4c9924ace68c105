import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { TakeOver } from '@relais/platform/professionals/take-over.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { auditor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { aMembershipRequest } from '../membership-requests/membership-request.builder.ts';
import { MembershipRequest } from '../membership-requests/membership-request.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { Referral } from '../referrals/referral.ts';
import { subgraph } from '../subgraph.ts';
import { givenMember } from '../support-team/support-team.builder.ts';
import { SupportTeamMember } from '../support-team/support-team-member.ts';
import { Task } from '../tasks/task.ts';

const TAKE_OVER = `mutation ($input: TakeOverFamiliesInput!) { takeOverFamilies(input: $input) {
  families memberships tasks referrals left notYetTold refusal { reason message } } }`;

const now = new Date('2026-03-10T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const admin: TestUser = { ...caseworker('admin'), admin: true };

let graph: TestSubgraph;
let from: Professional;
let to: Professional;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
});
beforeEach(async () => {
  from = await givenProfessional(graph.db, { departedOn: day('2026-03-01') });
  to = await givenProfessional(graph.db);
});
afterAll(() => graph.close());

const ask = async (given: object = {}, as: TestUser = admin) => {
  const input = { fromProfessional: from.id, toProfessional: to.sub, reason: 'Muted', ...given };
  return graph.query(TAKE_OVER, { input }, as);
};
const takeOver = async (given: object = {}) => {
  const { data, errors } = await ask(given);
  expect(errors).toEqual([]);
  return data.takeOverFamilies;
};
const givenFamily = async () => (await givenKnownFamily(graph.db)).familyId;
const givenTask = async (familyId: string, given: Partial<Task> = {}) => {
  const id = newId();
  const [assigneeSub, addedBySub] = [from.sub, from.sub];
  const task = { id, familyId, title: 'Call', dueOn: day('2026-03-12'), assigneeSub, addedBySub };
  await graph.db.insert(Task, { ...task, addedAt: now, doneAt: null, doneBySub: null, version: 1, ...given });
  return id;
};
const givenReferral = async (given: Partial<Referral> = {}) => {
  const sent = { familyId: await givenFamily(), senderSub: to.sub, target: 'SOCIAL_WORKER' } as const;
  const referral = aReferral({ ...sent, addresseeSub: from.sub, sentAt: now, ...given });
  await graph.db.insert(Referral, referral);
  return referral;
};
const teamOf = async (familyId: string) => {
  const members = await graph.db.find(SupportTeamMember, {
    where: { familyId },
    order: { recordedAt: 'ASC' },
  });
  return members.map(({ professionalId, isLead, from: first, to: end, recordedBy }) => ({
    ...{ professionalId, isLead, recordedBy },
    days: [String(first), end && String(end)],
  }));
};
const toldOf = async (familyId: string) =>
  (await graph.published()).filter((each) => each.familyId === familyId).at(-1)?.data.followers;

describe('taking over the families of a colleague', () => {
  it('hands on memberships, the lead as a lead, with who followed when on record', async () => {
    const [led, followed] = [await givenFamily(), await givenFamily()];
    await givenMember(graph.db, { familyId: led, professionalId: from.id, isLead: true });
    await givenMember(graph.db, { familyId: followed, isLead: true });
    await givenMember(graph.db, { familyId: followed, professionalId: from.id });
    const counts = { families: 2, memberships: 2, tasks: 0, referrals: 0, left: 0 };
    expect(await takeOver()).toMatchObject({ ...counts, refusal: null });
    expect(await teamOf(led)).toEqual([
      { professionalId: from.id, isLead: true, recordedBy: 'test', days: ['2026-01-05', '2026-03-10'] },
      { professionalId: to.id, isLead: true, recordedBy: 'admin', days: ['2026-03-10', null] },
    ]);
    const [, , taken] = await teamOf(followed);
    expect(taken).toMatchObject({ professionalId: to.id, isLead: false });
    expect(await toldOf(led)).toEqual([{ sub: to.sub, relation: 'TEAM', from: '2026-03-10', to: null }]);
  });

  it('has a member already take the lead, or stay what they are, and grants what they asked for', async () => {
    const [led, both, asked] = [await givenFamily(), await givenFamily(), await givenFamily()];
    await givenMember(graph.db, { familyId: led, professionalId: from.id, isLead: true });
    await givenMember(graph.db, { familyId: led, professionalId: to.id });
    await givenMember(graph.db, { familyId: both, isLead: true });
    for (const { id } of [from, to]) await givenMember(graph.db, { familyId: both, professionalId: id });
    await givenMember(graph.db, { familyId: asked, professionalId: from.id, isLead: true });
    const request = aMembershipRequest({ familyId: asked, requesterSub: to.sub });
    await graph.db.insert(MembershipRequest, request);
    expect(await takeOver()).toMatchObject({ families: 3, memberships: 3 });
    const current = async (familyId: string) =>
      (await teamOf(familyId)).filter(({ days: [, end] }) => end === null);
    expect(await current(led)).toMatchObject([{ professionalId: to.id, isLead: true }]);
    expect(await current(both)).toHaveLength(2);
    expect(await graph.db.findOneBy(MembershipRequest, { id: request.id })).toMatchObject({
      answer: 'GRANTED',
    });
  });

  it('hands on what is to be done and what waits for an answer, and nothing that is over', async () => {
    const familyId = await givenFamily();
    const past = { familyId, professionalId: from.id, to: day('2026-02-01') };
    await givenMember(graph.db, past);
    const open = await givenTask(familyId);
    const done = await givenTask(familyId, { doneAt: now, doneBySub: from.sub });
    const waiting = await givenReferral();
    const expired = await givenReferral({ sentAt: new Date('2026-01-10T09:00:00Z') });
    const answered = { decision: 'ACCEPTED', decidedAt: now, decidedBySub: from.sub, seenAt: now } as const;
    const accepted = await givenReferral(answered);
    expect(await takeOver()).toMatchObject({ families: 2, memberships: 0, tasks: 1, referrals: 1 });
    const tasks = { [open]: to.sub, [done]: from.sub };
    for (const [id, assigneeSub] of Object.entries(tasks))
      expect(await graph.db.findOneBy(Task, { id })).toMatchObject({ assigneeSub });
    const referrals = { [waiting.id]: to.sub, [expired.id]: from.sub, [accepted.id]: from.sub };
    for (const [id, addresseeSub] of Object.entries(referrals))
      expect(await graph.db.findOneBy(Referral, { id })).toMatchObject({ addresseeSub });
    expect(await toldOf(waiting.familyId)).toMatchObject([{ sub: to.sub, relation: 'REFERRAL' }]);
    expect(await teamOf(familyId)).toHaveLength(1);
  });

  it('hands on fifty families at once, and says how many are left', async () => {
    for (let count = 0; count < 51; count += 1) await givenTask(newId());
    expect(await takeOver()).toMatchObject({ families: 50, tasks: 50, left: 1 });
    expect(await takeOver()).toMatchObject({ families: 1, tasks: 1, left: 0 });
  });

  it('is kept with its reason, once for one id', async () => {
    const familyId = await givenFamily();
    await givenMember(graph.db, { familyId, professionalId: from.id });
    const given = { id: newId(), reason: '  Sick leave ' };
    const first = await takeOver(given);
    expect(await takeOver(given)).toEqual(first);
    expect((await takeOver({ ...given, reason: 'Other' })).refusal.reason).toBe('CONFLICT');
    expect(await graph.db.findBy(TakeOver, { fromSub: from.sub })).toEqual([
      {
        ...{ id: given.id, fromSub: from.sub, toSub: to.sub, reason: 'Sick leave', takenBySub: 'admin' },
        ...{
          agency: 'departement-44',
          familyIds: [familyId],
          counts: { memberships: 1, tasks: 0, referrals: 0, left: 0 },
          takenAt: now,
        },
      },
    ]);
  });

  it('goes to the desk where no colleague takes it: to whoever works there, and follows the family', async () => {
    const districtId = newId();
    await givenProfessional(graph.db, { sub: 'of-the-district', districtIds: [districtId] });
    const { familyId } = await givenKnownFamily(graph.db, { districtId });
    await givenMember(graph.db, { familyId, professionalId: from.id, isLead: true });
    const task = await givenTask(familyId);
    const open = await givenReferral({ familyId });
    const elsewhere = await givenReferral();
    const counts = { families: 1, memberships: 1, tasks: 1, referrals: 1, left: 0 };
    expect(await takeOver({ toProfessional: null })).toMatchObject({ ...counts, refusal: null });
    expect(await teamOf(familyId)).toMatchObject([
      { professionalId: from.id, days: ['2026-01-05', '2026-03-10'] },
    ]);
    expect(await toldOf(familyId)).toEqual([]);
    expect(await graph.db.findOneByOrFail(Task, { id: task })).toMatchObject({ assigneeSub: null });
    const addressee = async ({ id }: Referral) =>
      (await graph.db.findOneByOrFail(Referral, { id })).addresseeSub;
    expect([await addressee(open), await addressee(elsewhere)]).toEqual([null, from.sub]);
    const box = await graph.query(
      '{ referrals(box: RECEIVED) { edges { node { id } } } }',
      {},
      caseworker('of-the-district'),
    );
    expect(box.data.referrals.edges).toEqual([{ node: { id: open.id } }]);
  });

  it('is told in the file of each family whom they followed, without the reason', async () => {
    const [handed, left] = [await givenFamily(), await givenFamily()];
    const timeline = async (familyId: string) => {
      await givenFollowers(graph.db, familyId);
      const { data } = await graph.resolveReferences(
        'Family',
        [{ id: familyId }],
        '{ benefitsTimeline { edges { node { kind sentence author } } } }',
        caseworker(),
      );
      return data[0].benefitsTimeline.edges.map(({ node }: { node: object }) => node);
    };
    await givenMember(graph.db, { familyId: handed, professionalId: from.id });
    await takeOver();
    await givenMember(graph.db, { familyId: left, professionalId: from.id });
    await takeOver({ toProfessional: null });
    const { name } = to;
    const by = { author: 'admin' };
    const [work, waiting] = [await givenFamily(), await givenFamily()];
    await givenTask(work);
    await takeOver();
    await givenTask(waiting);
    await takeOver({ toProfessional: null });
    const ofWork = { ...by, kind: 'WORK_HANDED_ON' };
    expect(await timeline(work)).toEqual([
      { ...ofWork, sentence: `Tâches et orientations en attente : ${name} prend la relève de ${from.name}.` },
    ]);
    expect(await timeline(waiting)).toEqual([
      {
        ...{ ...by, kind: 'WORK_TO_DESK' },
        sentence: `Tâches et orientations en attente de ${from.name} : à l’accueil du service.`,
      },
    ]);
    expect(await timeline(handed)).toContainEqual({
      ...{ kind: 'TEAM_MEMBER_HANDED_ON', ...by },
      sentence: `${name} prend la relève de ${from.name} dans le groupe de suivi.`,
    });
    expect(await timeline(left)).toContainEqual({
      ...{ kind: 'TEAM_MEMBER_TO_DESK', ...by },
      sentence: `Le suivi de ${from.name} passe à l’accueil du service.`,
    });
  });

  it('is read again with its reason by the administrators of the agency, and by nobody else', async () => {
    const list = (as: TestUser, first = 1, after: string | null = null) =>
      graph.query(
        `query ($first: Int!, $after: String) { familyTakeOvers(first: $first, after: $after) {
          edges { node { fromProfessional toProfessional reason families takenBy } } pageInfo { endCursor } } }`,
        { first, after },
        as,
      );
    await givenMember(graph.db, { familyId: await givenFamily(), professionalId: from.id });
    await takeOver({ reason: 'First' });
    graph.setNow(new Date('2026-03-10T10:00:00Z'));
    await givenMember(graph.db, { familyId: await givenFamily(), professionalId: from.id });
    await takeOver({ toProfessional: null, reason: 'Second' });
    const { data } = await list(admin);
    const told = { fromProfessional: from.name, families: 1, takenBy: 'admin' };
    expect(data.familyTakeOvers.edges).toEqual([
      { node: { ...told, toProfessional: null, reason: 'Second' } },
    ]);
    const next = await list(admin, 1, data.familyTakeOvers.pageInfo.endCursor);
    expect(next.data.familyTakeOvers.edges).toEqual([
      { node: { ...told, toProfessional: to.name, reason: 'First' } },
    ]);
    graph.setNow(now);
    const ofOther = await list({ ...admin, agency: 'caf-44' });
    expect(ofOther.data.familyTakeOvers.edges).toEqual([]);
    expect((await list(caseworker())).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('happens once when two arrive together', async () => {
    await givenMember(graph.db, { familyId: await givenFamily(), professionalId: from.id });
    const answers = await Promise.all([takeOver(), takeOver()]);
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'DONE').sort()).toEqual([
      'DONE',
      'NOTHING_TO_TAKE_OVER',
    ]);
  });

  it('is refused with a reason, and nothing changes', async () => {
    const familyId = await givenFamily();
    await givenMember(graph.db, { familyId, professionalId: from.id });
    const other = async (given: Partial<Professional>) => (await givenProfessional(graph.db, given)).id;
    const elsewhere = await other({ agency: 'caf-44' });
    const refusals = {
      UNKNOWN_PROFESSIONAL: { toProfessional: 'nobody' },
      SAME_PERSON: { toProfessional: from.id },
      OTHER_AGENCY: { toProfessional: elsewhere },
      OTHER_ROLE: {
        toProfessional: await other({ role: 'EMPLOYMENT_ADVISOR', agency: 'departement-44' }),
      },
      DEPARTED_PROFESSIONAL: { toProfessional: await other({ departedOn: day('2026-03-10') }) },
      REASON_MISSING: { reason: ' ' },
      NOTHING_TO_TAKE_OVER: { fromProfessional: await other({}) },
    };
    for (const [reason, given] of Object.entries(refusals)) {
      const refusal = { reason, message: expect.stringMatching(/\.$/) };
      expect(await takeOver(given)).toMatchObject({ refusal, families: null });
    }
    const ofOther = await takeOver({ fromProfessional: elsewhere });
    expect(ofOther).toEqual(await takeOver({ fromProfessional: newId() }));
    expect(await teamOf(familyId)).toMatchObject([{ professionalId: from.id, days: ['2026-01-05', null] }]);
    expect(await graph.db.countBy(TakeOver, { fromSub: from.sub })).toBe(0);
  });

  it('is for administrators of an agency that is admitted', async () => {
    for (const as of [caseworker(), { ...auditor(), admin: true }, { ...admin, agency: 'elsewhere' }]) {
      const { errors } = await ask({}, as);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});
