import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { Referral } from '../referrals/referral.ts';
import { subgraph } from '../subgraph.ts';
import { givenTeam } from '../support-team/support-team.builder.ts';
import { Restriction } from './restriction.ts';

const RESTRICTION = `{ id agency reason beganAt beganBy { sub } endedAt endedBy { sub } endReason version
  familyReference family { id } named { sub } barred { sub } }`;
const payload = `{ restriction ${RESTRICTION} notYetTold refusal { reason message } }`;
const RESTRICT = `mutation ($input: RestrictFileInput!) { restrictFile(input: $input) ${payload} }`;
const CHANGE = `mutation ($input: ChangeRestrictionInput!) { changeRestriction(input: $input) ${payload} }`;
const LIFT = `mutation ($input: LiftRestrictionInput!) { liftRestriction(input: $input) ${payload} }`;
const LIST = '{ restrictions(first: 50) { edges { node { id familyReference } } } }';

const now = new Date('2026-03-10T09:00:00Z');
/** An administrator of the service point, who is not named. */
const hana: TestUser = { ...coordinator('hana'), admin: true };
const anne = coordinator('anne');
const bea = coordinator('bea');
const lea = caseworker('lea');
const paul = caseworker('paul');

let graph: TestSubgraph;
let familyId: string;
let reference: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
  for (const { sub = '' } of [anne, bea])
    await givenProfessional(graph.db, { sub, role: 'CARE_COORDINATOR', agency: 'ville-de-nantes' });
  for (const { sub = '' } of [lea, paul]) await givenProfessional(graph.db, { sub });
});
beforeEach(async () => {
  ({ familyId, reference } = await givenKnownFamily(graph.db));
  await givenTeam(graph.db, familyId, lea);
});
afterAll(() => graph.close());

const asked = { reason: 'Own family', named: [{ sub: 'anne' }], barred: [{ sub: 'paul' }] };
const change = async (document: string, input: object, as: TestUser) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data.restrictFile ?? data.changeRestriction ?? data.liftRestriction;
};
const restrict = (input: object = {}, as = hana) => change(RESTRICT, { familyId, ...asked, ...input }, as);
const seenBy = async (as: TestUser) => {
  const { data } = await graph.resolveReferences(
    'Family',
    [{ id: familyId }],
    '{ id restriction { reason } }',
    as,
  );
  return data[0];
};
const seen = { id: expect.any(String), restriction: { reason: 'Own family' } };
const told = async () =>
  (await graph.published()).filter((each) => each.familyId === familyId).at(-1)?.data.followers;
const listedTo = async (as: TestUser): Promise<string[]> => {
  const { data, errors } = await graph.query(LIST, {}, as);
  expect(errors).toEqual([]);
  return data.restrictions.edges.map(({ node }: { node: { id: string } }) => node.id);
};
const rowsOf = () => graph.db.findBy(Restriction, { familyId });

describe('restricting a file', () => {
  it('leaves it to its team and to those named; to all others it is as if it did not exist', async () => {
    await givenTeam(graph.db, familyId, advisor('yann'), paul);
    expect(await seenBy(bea)).toEqual({ id: familyId, restriction: null });
    const { restriction, notYetTold, refusal } = await restrict();
    expect(refusal).toBeNull();
    expect(notYetTold).toEqual([]);
    // Who restricted it is not named, and reads nothing of it but its number.
    expect(restriction).toMatchObject({
      ...{ reason: 'Own family', named: [{ sub: 'anne' }], barred: [{ sub: 'paul' }] },
      ...{ family: null, familyReference: reference, agency: 'ville-de-nantes', beganBy: { sub: 'hana' } },
    });
    for (const as of [anne, lea, advisor('yann')]) expect([as.sub, await seenBy(as)]).toEqual([as.sub, seen]);
    for (const as of [bea, hana, paul]) expect([as.sub, await seenBy(as)]).toEqual([as.sub, null]);
    expect(await told()).toEqual([
      { sub: 'anne', relation: 'NAMED', from: '2026-03-10', to: null },
      { sub: 'lea', relation: 'TEAM', from: '2026-01-05', to: null },
      { sub: 'paul', relation: 'BARRED', from: '2026-03-10', to: null },
      { sub: 'paul', relation: 'TEAM', from: '2026-01-05', to: null },
      { sub: 'yann', relation: 'TEAM', from: '2026-01-05', to: null },
    ]);
  });

  it('takes a referral from whoever was not named in it, and from its sender', async () => {
    const sent = { familyId, senderSub: 'bea', target: 'SOCIAL_WORKER', sentAt: now } as const;
    const [unnamed, named] = [
      aReferral({ ...sent, seenAt: now, seenBySub: 'nora' }),
      aReferral({ ...sent, addresseeSub: 'max' }),
    ];
    const districtId = newId();
    await graph.db.update(KnownFamily, { id: familyId }, { districtId });
    for (const sub of ['nora', 'max']) await givenProfessional(graph.db, { sub, districtIds: [districtId] });
    await graph.db.insert(Referral, [unnamed, named]);
    await restrict();
    const received = async (as: TestUser, box = 'RECEIVED'): Promise<string[]> => {
      const { data } = await graph.query(`{ referrals(box: ${box}) { edges { node { id } } } }`, {}, as);
      return data.referrals.edges.map(({ node }: { node: { id: string } }) => node.id);
    };
    expect(await received(caseworker('nora'))).toEqual([]);
    expect(await received(bea, 'SENT')).toEqual([]);
    expect(await received(caseworker('max'))).toEqual(expect.arrayContaining([named.id, unnamed.id]));
    const accept = `mutation ($input: AnswerReferralInput!) { answerReferral(input: $input) { refusal { reason } } }`;
    const answer = async (as: TestUser) =>
      (await graph.query(accept, { input: { referralId: unnamed.id, version: 1, decision: 'ACCEPTED' } }, as))
        .data.answerReferral.refusal;
    expect(await answer(caseworker('nora'))).toEqual({ reason: 'UNKNOWN_REFERRAL' });
  });

  it('has a referral, and a task, name somebody who may read it', async () => {
    await restrict();
    const send = `mutation ($input: SendReferralInput!) { sendReferral(input: $input) { refusal { reason } } }`;
    const sendTo = async (addressee: object | null) => {
      const input = { familyId, target: 'SERVICE_POINT', message: 'A place', addressee };
      return (await graph.query(send, { input }, lea)).data.sendReferral.refusal;
    };
    expect(await sendTo(null)).toEqual({ reason: 'NAME_SOMEBODY' });
    const add = `mutation ($input: AddTaskInput!) { addTask(input: $input) { refusal { reason } } }`;
    const entrust = async (sub: string) => {
      const input = { familyId, title: 'Call', dueOn: '2026-03-12', assignee: { sub } };
      return (await graph.query(add, { input }, lea)).data.addTask.refusal;
    };
    expect(await entrust('bea')).toEqual({ reason: 'ASSIGNEE_DOES_NOT_FOLLOW' });
    expect(await entrust('paul')).toEqual({ reason: 'ASSIGNEE_DOES_NOT_FOLLOW' });
    expect(await entrust('anne')).toBeNull();
    expect(await sendTo({ sub: 'bea' })).toBeNull();
    expect(await seenBy(bea)).toEqual(seen);
  });

  it('is asked by the handle of a lookup where the family is not seen, which opens nothing afterwards', async () => {
    const odile: TestUser = { ...caseworker('odile'), admin: true };
    const handleFor = async (sub: string) => {
      const handle = newId();
      const until = '2026-03-10T10:00:00Z';
      await graph.receive('relais.family.looked-up.v1', familyId, { handle, familyId, sub, until });
      return handle;
    };
    expect((await restrict({}, odile)).refusal.reason).toBe('UNKNOWN_FAMILY');
    const [handle, forNora] = [await handleFor('odile'), await handleFor('nora')];
    const given = { id: newId(), familyId: null, handle };
    const first = await restrict(given, odile);
    expect(first.restriction.agency).toBe('departement-44');
    expect(await restrict(given, odile)).toEqual(first);
    const ask = `mutation ($input: RequestMembershipInput!) { requestMembership(input: $input) { refusal { reason } } }`;
    const { data } = await graph.query(
      ask,
      { input: { handle: forNora, reason: 'Why' } },
      caseworker('nora'),
    );
    expect(data.requestMembership.refusal).toEqual({ reason: 'UNKNOWN_HANDLE' });
  });

  it('is refused with a reason, and nothing changes', async () => {
    const refusals = {
      UNKNOWN_FAMILY: { familyId: newId() },
      FAMILY_OR_HANDLE: { handle: newId() },
      UNKNOWN_HANDLE: { familyId: null, handle: newId() },
      NOBODY_NAMED: { named: [] },
      UNKNOWN_PROFESSIONAL: { named: [{ sub: 'nobody' }] },
      ONLY_COORDINATORS_ARE_NAMED: { named: [{ sub: 'lea' }] },
      NAMED_AND_BARRED: { barred: [{ sub: 'anne' }] },
      EMPTY_TEXT: { reason: ' ' },
    };
    for (const [reason, given] of Object.entries(refusals))
      expect(await restrict(given)).toMatchObject({
        restriction: null,
        refusal: { reason, message: expect.stringMatching(/\.$/) },
      });
    expect(await rowsOf()).toEqual([]);
    const { restriction } = await restrict({ named: [{ sub: 'anne' }, { sub: 'hana' }] });
    expect((await restrict()).refusal.reason).toBe('RESTRICTED_ALREADY');
    expect((await restrict({ id: restriction.id, reason: 'Other' })).refusal.reason).toBe('CONFLICT');
  });

  it('is for administrators of an agency that is admitted', async () => {
    for (const as of [anne, { ...auditor(), admin: true }, { ...hana, agency: 'elsewhere' }]) {
      const { errors } = await graph.query(RESTRICT, { input: { familyId, ...asked } }, as);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('a restriction', () => {
  it('names and bars others without being open in between; the one before stays on record', async () => {
    const { restriction } = await restrict();
    const given = { restrictionId: restriction.id, version: 1, reason: 'More work', named: [{ sub: 'bea' }] };
    const { restriction: next, refusal } = await change(CHANGE, given, hana);
    expect(refusal).toBeNull();
    expect(next).toMatchObject({ named: [{ sub: 'bea' }], barred: [], reason: 'More work', version: 1 });
    expect(await seenBy(bea)).toMatchObject({ restriction: { reason: 'More work' } });
    expect(await seenBy(anne)).toBeNull();
    expect((await change(CHANGE, given, hana)).refusal.reason).toBe('LIFTED_ALREADY');
    expect(await rowsOf()).toHaveLength(2);
    const stale = { ...given, restrictionId: next.id, version: 7 };
    expect((await change(CHANGE, stale, hana)).refusal.reason).toBe('STALE_VERSION');
    expect((await change(CHANGE, { ...stale, version: 1, named: [] }, hana)).refusal.reason).toBe(
      'NOBODY_NAMED',
    );
  });

  it('is lifted for a reason, and the file is read as before', async () => {
    const { restriction } = await restrict();
    const given = { restrictionId: restriction.id, version: 1, reason: 'She has moved away' };
    expect((await change(LIFT, { ...given, reason: '' }, hana)).refusal.reason).toBe('EMPTY_TEXT');
    const { restriction: lifted } = await change(LIFT, given, hana);
    expect(lifted).toMatchObject({
      endReason: 'She has moved away',
      endedBy: { sub: 'hana' },
      family: { id: familyId },
    });
    expect((await change(LIFT, { ...given, version: 2 }, hana)).refusal.reason).toBe('LIFTED_ALREADY');
    expect(await seenBy(bea)).toEqual({ id: familyId, restriction: null });
    expect(await told()).toEqual([{ sub: 'lea', relation: 'TEAM', from: '2026-01-05', to: null }]);
  });

  it('is kept by the administrators of the agency that made it, but none who is barred', async () => {
    const bob: TestUser = { ...coordinator('bob'), admin: true };
    await givenProfessional(graph.db, {
      sub: 'bob',
      role: 'CARE_COORDINATOR',
      agency: 'ville-de-nantes',
    }).catch(() => undefined);
    const { restriction } = await restrict({ barred: [{ sub: 'bob' }] });
    const elsewhere: TestUser = { ...caseworker('odile'), admin: true };
    const lift = { restrictionId: restriction.id, version: 1, reason: 'Mine' };
    for (const as of [bob, elsewhere]) {
      expect(await listedTo(as)).not.toContain(restriction.id);
      expect(await change(LIFT, lift, as)).toEqual(
        await change(LIFT, { ...lift, restrictionId: newId() }, as),
      );
    }
    expect(await listedTo(hana)).toContain(restriction.id);
    expect(await listedTo({ ...coordinator('zoe'), admin: true })).toContain(restriction.id);
    const { errors } = await graph.query(LIST, {}, anne);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('of a merged file is that of the one that stays', async () => {
    const { familyId: survivorId, reference: kept } = await givenKnownFamily(graph.db);
    await restrict();
    await graph.receive('relais.family.changed.v1', familyId, {
      ...{ familyId, reference, version: 2, adultIds: [], mergedInto: survivorId, mergedAdults: [] },
    });
    familyId = survivorId;
    expect(kept).not.toBe(reference);
    expect(await seenBy(anne)).toEqual(seen);
    expect(await seenBy(bea)).toBeNull();
  });
});
