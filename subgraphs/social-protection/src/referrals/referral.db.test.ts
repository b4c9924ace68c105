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
  THE_ADVISOR,
  THE_CASEWORKER,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';
import { givenTeam } from '../support-team/support-team.builder.ts';
import { Referral } from './referral.ts';

const REFERRAL = `{ id status message sentAt seenAt decidedAt declineReason version remindOn isReminderDue expiresOn
  target family { id } sender { sub } addressee { sub } decidedBy { sub } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { referral ${REFERRAL} refusal { reason message } } }`;
const SEND = mutation('sendReferral', 'SendReferralInput');
const SEEN = mutation('markReferralSeen', 'MarkReferralSeenInput');
const ANSWER = mutation('answerReferral', 'AnswerReferralInput');
const BOX = `query ($box: ReferralBox!, $first: Int, $after: String) { referrals(box: $box, first: $first, after: $after) {
  edges { node { id status } cursor } pageInfo { hasNextPage endCursor } } }`;

const maud = caseworker('maud');
const anne = coordinator('anne');
const yann = advisor('yann');
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
});
afterAll(() => graph.close());

const change = async (document: string, input: object, as: TestUser) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data.sendReferral ?? data.markReferralSeen ?? data.answerReferral;
};
const send = (input: object = {}, as = maud) =>
  change(SEND, { familyId, target: 'SERVICE_POINT', message: 'A place on Tuesdays', ...input }, as);
const seen = (referralId: string, version = 1, as = anne) => change(SEEN, { referralId, version }, as);
const answer = (referralId: string, input: object, as = anne) =>
  change(ANSWER, { referralId, version: 1, decision: 'ACCEPTED', ...input }, as);
const ofFamily = async (as: TestUser) => {
  const { data, errors } = await graph.resolveReferences(
    'Family',
    [{ id: familyId }],
    '{ referrals { id status } }',
    as,
  );
  expect(errors).toEqual([]);
  return data[0]?.referrals ?? 'ABSENT';
};
const box = async (as: TestUser, variables: object) =>
  (await graph.query(BOX, { first: 20, ...variables }, as)).data.referrals;

describe('a referral to the service point', () => {
  it('is sent, seen and accepted; the sender sees each step', async () => {
    const { referral } = await send();
    expect(referral).toMatchObject({
      status: 'SENT',
      sentAt: '2026-03-10T09:00:00.000Z',
      remindOn: '2026-03-20',
      expiresOn: '2026-04-09',
      isReminderDue: false,
      family: { id: familyId },
      sender: { sub: 'maud' },
      addressee: null,
      version: 1,
    });
    expect((await seen(referral.id)).referral).toMatchObject({ status: 'SEEN', version: 2 });
    expect((await answer(referral.id, { version: 2 })).referral).toMatchObject({
      status: 'ACCEPTED',
      decidedBy: { sub: 'anne' },
      version: 3,
    });
    expect(await ofFamily(maud)).toEqual([{ id: referral.id, status: 'ACCEPTED' }]);
    expect((await box(maud, { box: 'SENT', first: 1 })).edges[0].node).toMatchObject({ status: 'ACCEPTED' });
  });

  it('is declined with the reason', async () => {
    const { referral } = await send();
    expect((await answer(referral.id, { decision: 'DECLINED', reason: 'No place' })).referral).toMatchObject({
      status: 'DECLINED',
      declineReason: 'No place',
      seenAt: '2026-03-10T09:00:00.000Z',
    });
  });

  it('asks for a reminder after 10 days and expires after 30, by itself', async () => {
    const { referral } = await send();
    graph.setNow(new Date('2026-03-20T09:00:00Z'));
    expect((await seen(referral.id)).referral).toMatchObject({ status: 'SEEN', isReminderDue: true });
    graph.setNow(new Date('2026-04-09T09:00:00Z'));
    expect((await answer(referral.id, { version: 2 })).refusal).toMatchObject({
      reason: 'FORBIDDEN_STEP',
      message: expect.stringMatching(
        /^Cette orientation est « expirée sans réponse » : elle ne peut plus devenir « (acceptée|déclinée) »\.$/,
      ),
    });
    expect(await ofFamily(maud)).toMatchObject([{ status: 'EXPIRED' }]);
  });
});

describe('sending a referral', () => {
  it.each([
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['ADVISOR_NOT_NAMED', { target: 'ADVISOR' }],
    ['ADDRESSEE_OF_ANOTHER_ROLE', { addressee: YANN }],
    ['UNKNOWN_PROFESSIONAL', { target: 'ADVISOR', addressee: { sub: 'yannn' } }],
    ['DEPARTED_PROFESSIONAL', { target: 'ADVISOR', addressee: { sub: 'gone' } }],
    ['EMPTY_TEXT', { message: ' ' }],
    ['TEXT_TOO_LONG', { message: 'x'.repeat(4_001) }],
  ])('is refused with %s', async (reason, input) => {
    expect((await send(input)).refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });
    expect(await graph.db.countBy(Referral, { familyId })).toBe(0);
  });

  it('twice under one id is one referral; with other content it is refused', async () => {
    const id = newId();
    const [first, again] = [await send({ id }), await send({ id })];
    expect(again).toEqual(first);
    expect((await send({ id, message: 'Other' })).refusal.reason).toBe('CONFLICT');
    expect((await send({ id }, anne)).refusal.reason).toBe('CONFLICT');
  });
});

describe('answering a referral', () => {
  it('is refused to whom it is not addressed, as unknown when they may not see it', async () => {
    const { referral } = await send();
    expect((await answer(referral.id, {}, maud)).refusal.reason).toBe('NOT_FOR_YOU');
    expect((await answer(referral.id, {}, yann)).refusal.reason).toBe('UNKNOWN_REFERRAL');
    expect((await answer(newId(), {})).refusal.reason).toBe('UNKNOWN_REFERRAL');
    expect((await seen(newId())).refusal.reason).toBe('UNKNOWN_REFERRAL');
    expect((await answer(referral.id, { version: 2 })).refusal.reason).toBe('STALE_VERSION');
    expect((await answer(referral.id, { decision: 'DECLINED' })).refusal.reason).toBe('REASON_NEEDED');
    expect(await graph.db.findBy(Referral, { familyId })).toMatchObject([{ decision: null, version: 1 }]);
  });
});

describe('a referral to the social service', () => {
  const nora = caseworker('nora-of-the-district');
  const paul = caseworker('paul-of-another');
  const districtId = newId();
  let homeId: string;
  beforeAll(async () => {
    await givenProfessional(graph.db, { sub: 'nora-of-the-district', districtIds: [districtId] });
    await givenProfessional(graph.db, { sub: 'paul-of-another', districtIds: [newId()] });
  });
  beforeEach(async () => {
    ({ familyId: homeId } = await givenKnownFamily(graph.db, { districtId }));
    await givenTeam(graph.db, homeId, maud);
  });
  const toService = (input: object = {}) => send({ familyId: homeId, target: 'SOCIAL_WORKER', ...input });
  const received = async (as: TestUser) =>
    (await box(as, { box: 'RECEIVED' })).edges.map(({ node }: { node: { id: string } }) => node.id);

  it('that names nobody reaches who works for the district of the family, and nobody else', async () => {
    const { referral } = await toService();
    expect(await received(nora)).toEqual([referral.id]);
    expect(await received(paul)).toEqual([]);
    const elsewhere = await answer(referral.id, {}, paul);
    expect(elsewhere).toEqual(await answer(newId(), {}, paul));
    expect((await answer(referral.id, {}, nora)).referral).toMatchObject({
      decidedBy: { sub: 'nora-of-the-district' },
    });
  });

  it('that names somebody reaches only whom it names', async () => {
    const { referral } = await toService({ addressee: { sub: 'paul-of-another' } });
    expect(await received(nora)).not.toContain(referral.id);
    expect(await received(paul)).toEqual([referral.id]);
  });

  it('names somebody where nobody works for the district', async () => {
    const { refusal } = await send({ target: 'SOCIAL_WORKER' });
    expect(refusal).toEqual({
      reason: 'NOBODY_OF_THE_DISTRICT',
      message: expect.stringMatching(/nommez le destinataire\.$/),
    });
  });
});

describe('who meets a referral', () => {
  it('is the sender, the addressee and whoever follows the family, nobody else', async () => {
    const { referral } = await send({ target: 'ADVISOR', addressee: YANN });
    const mine = [{ id: referral.id, status: 'SENT' }];
    expect(await Promise.all([maud, advisor(), yann].map(ofFamily))).toEqual([mine, mine, mine]);
    expect(await ofFamily(anne)).toEqual([]);
    const strangers = [caseworker('stranger'), advisor('stranger'), auditor()];
    expect(await Promise.all(strangers.map(ofFamily))).toEqual(['ABSENT', 'ABSENT', 'ABSENT']);
    const found = (as: TestUser) => graph.resolveReferences('Referral', [{ id: referral.id }], '{ id }', as);
    expect((await found(yann)).data).toEqual([{ id: referral.id }]);
    for (const stranger of [anne, ...strangers]) expect((await found(stranger)).data).toEqual([null]);
  });

  it('reads what was written in it as one of those it is between, or as a caseworker', async () => {
    const { referral } = await send({ target: 'ADVISOR', addressee: YANN });
    await answer(referral.id, { decision: 'DECLINED', reason: 'On leave' }, yann);
    const followers = [THE_CASEWORKER, THE_ADVISOR].map((sub) => ({ sub, relation: 'TEAM' }));
    await givenFollowers(graph.db, familyId, followers);
    const words = async (as: TestUser) => {
      const { data, errors } = await graph.resolveReferences(
        'Referral',
        [{ id: referral.id }],
        '{ status message declineReason }',
        as,
      );
      const denied = errors.map(({ extensions }) => [extensions?.code, extensions?.because]);
      return [data[0].status, data[0].message, data[0].declineReason, ...denied];
    };
    const all = ['DECLINED', 'A place on Tuesdays', 'On leave'];
    expect(await Promise.all([maud, yann, caseworker()].map(words))).toEqual([all, all, all]);
    const denied = ['NOT_SHARED', 'ROLE'];
    expect(await words(advisor())).toEqual(['DECLINED', null, null, denied, denied]);
  });

  it('is nobody of an agency that is not admitted, even as one who was asked', async () => {
    const { referral } = await send({ target: 'ADVISOR', addressee: YANN });
    await send();
    const away = { agency: 'elsewhere' };
    for (const each of [yann, anne, maud].map((user) => ({ ...user, ...away }))) {
      const { data } = await graph.resolveReferences('Referral', [{ id: referral.id }], '{ id }', each);
      expect(data).toEqual([null]);
      for (const which of ['RECEIVED', 'SENT']) expect((await box(each, { box: which })).edges).toEqual([]);
    }
  });

  it('reads what was received page by page, newest first', async () => {
    const reader = advisor('reader');
    await graph.signIn(reader);
    const addressee = { sub: reader.sub };
    for (const message of ['one', 'two', 'three'])
      await send({ target: 'ADVISOR', addressee, message, confirmed: true });
    const first = await box(reader, { box: 'RECEIVED', first: 2 });
    const second = await box(reader, { box: 'RECEIVED', first: 2, after: first.pageInfo.endCursor });
    expect([first.edges.length, first.pageInfo.hasNextPage, second.edges.length]).toEqual([2, true, 1]);
    expect((await box(advisor(), { box: 'RECEIVED' })).edges).toEqual([]);
    const bad = await graph.query(BOX, { box: 'SENT', first: 2, after: 'x' }, reader);
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });
});

describe('a family referred twice to the same addressee', () => {
  it('is asked about while the first waits for an answer', async () => {
    const { referral } = await send();
    expect((await send({ message: 'Again' })).refusal.reason).toBe('SAME_REFERRAL_OPEN');
    expect((await send({ message: 'Again', confirmed: true })).refusal).toBeNull();
    expect((await send({ target: 'ADVISOR', addressee: YANN })).refusal).toBeNull();
    expect(referral.status).toBe('SENT');
  });

  it('is not asked about once it is answered or has expired', async () => {
    const { referral } = await send();
    await answer(referral.id, {});
    const second = await send();
    expect(second.refusal).toBeNull();
    graph.setNow(new Date('2026-04-20T09:00:00Z'));
    expect((await send()).refusal).toBeNull();
  });

  it('tells nothing of a referral that the sender cannot read', async () => {
    await send({ target: 'ADVISOR', addressee: YANN });
    expect(
      (await send({ message: 'From the coordinator', target: 'ADVISOR', addressee: YANN }, anne)).refusal,
    ).toBeNull();
  });
});

describe('a family that is out of sight', () => {
  it('is referred by nobody, and answered like one that does not exist', async () => {
    for (const stranger of [caseworker('stranger'), advisor('stranger')]) {
      const [known, unknown] = [await send({}, stranger), await send({ familyId: newId() }, stranger)];
      expect(known).toEqual(unknown);
      expect(known.refusal.reason).toBe('UNKNOWN_FAMILY');
    }
    expect(await graph.db.countBy(Referral, { familyId })).toBe(0);
  });

  it('is not led to by the referral of who no longer follows it', async () => {
    const { referral } = await send();
    await graph.db.query('delete from followers where family_id = $1', [familyId]);
    const found = await graph.resolveReferences(
      'Referral',
      [{ id: referral.id }],
      '{ id family { id } }',
      maud,
    );
    expect(found).toEqual({ data: [{ id: referral.id, family: null }], errors: [] });
  });

  it('is read by whom a referral names, who writes once it is accepted', async () => {
    const paul = caseworker('paul');
    await givenProfessional(graph.db, { sub: 'paul' });
    await send({ target: 'SOCIAL_WORKER', addressee: { sub: 'paul' } });
    expect(await ofFamily(paul)).toHaveLength(1);
    const { refusal } = await send({ message: 'Onwards' }, paul);
    expect(refusal).toEqual({
      reason: 'REFERRAL_NOT_ACCEPTED',
      message: expect.stringContaining('Acceptez'),
    });
  });
});

describe('who follows a family that was referred', () => {
  const followers = async (): Promise<string[]> => {
    const rows = await graph.db.query(
      "select concat_ws(' ', sub, relation, from_on, to_on) as row from followers where family_id = $1 and sub <> all($2) order by 1",
      [familyId, ['maud', THE_ADVISOR, THE_CASEWORKER]],
    );
    return rows.map(({ row }: { row: string }) => row);
  };
  const named = { target: 'ADVISOR', addressee: YANN };

  it('is the named addressee for thirty days, until declining', async () => {
    const { referral } = await send(named);
    expect(await followers()).toEqual(['yann REFERRAL 2026-03-10 2026-04-09']);
    await answer(referral.id, { decision: 'DECLINED', reason: 'Elsewhere' }, yann);
    expect(await followers()).toEqual([]);
  });

  it('is who opens one that names nobody, and who accepts it, as a member from then on', async () => {
    const { referral } = await send();
    expect(await followers()).toEqual([]);
    await seen(referral.id);
    expect(await followers()).toEqual(['anne REFERRAL 2026-03-10 2026-04-09']);
    await answer(referral.id, { version: 2 }, coordinator('zoe'));
    expect(await followers()).toEqual(['zoe TEAM 2026-03-10']);
  });

  it('has a caseworker who accepts where nobody leads as its lead, and each member once', async () => {
    const paul = await graph.signIn(caseworker('paul'));
    for (const message of ['one', 'two']) {
      const named = { target: 'SOCIAL_WORKER', addressee: { sub: 'paul' } };
      const { referral } = await send({ ...named, message }, anne);
      await answer(referral.id, {}, paul);
    }
    const team = await graph.db.query(
      'select is_lead as "isLead" from support_team_members where family_id = $1 and professional_id = (select id from professionals where sub = $2)',
      [familyId, 'paul'],
    );
    expect(team).toEqual([{ isLead: true }]);
  });
});

describe('a referral that was sent wrongly', () => {
  const CORRECT = `mutation ($input: CorrectReferralInput!) { correctReferral(input: $input) {
    referral { status message withdrawnAt version corrections { reason changes { field before after } } }
    refusal { reason message } } }`;
  const correct = async (referralId: string, input: object, as: TestUser = maud) => {
    const given = { referralId, version: 1, reason: 'Mauvais jour', ...input };
    const { data, errors } = await graph.query(CORRECT, { input: given }, as);
    expect(errors).toEqual([]);
    return data.correctReferral;
  };
  const reads = async (sub: string): Promise<boolean> =>
    (await graph.db.query('select from followers where sub = $1 and family_id = $2', [sub, familyId]))
      .length > 0;

  it('asks for what is right, and keeps what it asked before for whom it is between', async () => {
    const { referral } = await send();
    const corrected = await correct(referral.id, { message: 'A place on Fridays' });
    expect(corrected.referral).toEqual({
      ...{ status: 'SENT', message: 'A place on Fridays', withdrawnAt: null, version: 2 },
      corrections: [
        {
          reason: 'Mauvais jour',
          changes: [{ field: 'message', before: 'A place on Tuesdays', after: 'A place on Fridays' }],
        },
      ],
    });
    await givenFollowers(graph.db, familyId, [{ sub: 'yann', relation: 'TEAM' }]);
    const asked = '{ referrals { status corrections { reason } } }';
    const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], asked, yann);
    expect(data[0].referrals).toEqual([{ status: 'SENT', corrections: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  });

  it('is taken back: nobody reads the file by it, or answers it', async () => {
    const { referral } = await send({ target: 'ADVISOR', addressee: YANN });
    expect(await reads('yann')).toBe(true);
    const taken = await correct(referral.id, { isWithdrawn: true });
    expect(taken.referral).toMatchObject({ status: 'WITHDRAWN', withdrawnAt: '2026-03-10T09:00:00.000Z' });
    expect(await reads('yann')).toBe(false);
    expect((await answer(referral.id, { version: 2 }, yann)).refusal.reason).toBe('FORBIDDEN_STEP');
    expect((await send({ target: 'ADVISOR', addressee: YANN })).referral.status).toBe('SENT');
  });

  it.each([
    ['STALE_VERSION', { version: 2 }],
    ['REASON_MISSING', { reason: '' }],
    ['EMPTY_TEXT', { message: '' }],
    ['UNKNOWN_REFERRAL', { referralId: newId() }],
  ])('is not corrected: %s', async (reason, input) => {
    const { referral } = await send();
    const message = expect.stringMatching(/\.$/);
    expect((await correct(referral.id, input)).refusal).toEqual({ reason, message });
  });

  it('is corrected by its sender, until it is answered', async () => {
    const { referral } = await send();
    expect((await correct(referral.id, {}, anne)).refusal.reason).toBe('NOT_THE_SENDER');
    await answer(referral.id, {});
    expect((await correct(referral.id, { version: 2 })).refusal.reason).toBe('NOT_OPEN');
  });
});
