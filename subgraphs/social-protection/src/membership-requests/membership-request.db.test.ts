import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
import { subgraph } from '../subgraph.ts';
import { givenMember } from '../support-team/support-team.builder.ts';

const REQUEST = `{ id status reason askedAt answeredAt declineReason version family { id }
  requester { sub } answeredBy { sub } }`;
const ASK = `mutation ($input: RequestMembershipInput!) { requestMembership(input: $input) {
  request ${REQUEST} refusal { reason message } } }`;
const ANSWER = `mutation ($input: AnswerMembershipRequestInput!) { answerMembershipRequest(input: $input) {
  request ${REQUEST} member { isLead from professional { sub } } notYetTold refusal { reason message } } }`;
const BOX = `query ($box: MembershipRequestBox!, $first: Int, $after: String) {
  membershipRequests(box: $box, first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

let graph: TestSubgraph;
let familyId: string;
let lea: TestUser;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
beforeEach(async () => {
  ({ familyId } = await givenKnownFamily(graph.db));
  lea = caseworker(`lea-${familyId}`);
});
afterAll(() => graph.close());

const nora = caseworker('nora');
const anne = coordinator('anne');
const yann = advisor('yann');

/** The family has a team that lea leads. */
const isLed = async () => {
  const { id: professionalId } = await givenProfessional(graph.db, { sub: lea.sub ?? '' });
  await givenMember(graph.db, { familyId, professionalId, isLead: true });
};
const change = async (document: string, input: object, as: TestUser) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data.requestMembership ?? data.answerMembershipRequest;
};
/** What a lookup of the family in early-childhood answered to this person. */
const givenHandle = async (as: TestUser = nora, until = '2026-03-10T10:00:00Z', of = familyId) => {
  const handle = newId();
  await graph.receive('relais.family.looked-up.v1', of, { handle, familyId: of, sub: as.sub, until });
  return handle;
};
const ask = async (input: object = {}, as = nora) =>
  change(ASK, { handle: await givenHandle(as), reason: 'She came to our office', ...input }, as);
const answer = (requestId: string, input: object = {}, as = lea) =>
  change(ANSWER, { requestId, version: 1, answer: 'GRANTED', ...input }, as);
const ofFamily = async (as: TestUser) =>
  graph.resolveReferences('Family', [{ id: familyId }], `{ membershipRequests ${REQUEST} }`, as);
const box = async (as: TestUser, variables: object = {}) => {
  const { data, errors } = await graph.query(BOX, { box: 'TO_ANSWER', first: 50, ...variables }, as);
  expect(errors).toEqual([]);
  return data.membershipRequests;
};
const idsIn = async (as: TestUser, variables: object = {}): Promise<string[]> =>
  (await box(as, variables)).edges.map(({ node }: { node: { id: string } }) => node.id);
const followers = async (): Promise<string[]> => {
  const rows = await graph.db.query('select sub from followers where family_id = $1 order by 1', [familyId]);
  return rows.map(({ sub }: { sub: string }) => sub);
};

describe('whoever asks to follow a family', () => {
  const reasonOf = async (input: object, as = nora) =>
    (await change(ASK, { reason: 'She came to our office', ...input }, as)).refusal?.reason ?? null;

  it('names it by the handle of a lookup, which is good for them, once, and for an hour', async () => {
    const handle = await givenHandle();
    expect(await reasonOf({ handle }, anne)).toBe('UNKNOWN_HANDLE');
    expect(await reasonOf({ handle })).toBeNull();
    expect(await reasonOf({ handle })).toBe('UNKNOWN_HANDLE');
    expect(await reasonOf({ handle: newId() })).toBe('UNKNOWN_HANDLE');
    const { familyId: other } = await givenKnownFamily(graph.db);
    const old = await givenHandle(nora, '2026-03-10T09:30:00Z', other);
    graph.setNow(new Date('2026-03-10T09:30:00Z'));
    expect(await reasonOf({ handle: old })).toBe('UNKNOWN_HANDLE');
    graph.setNow(new Date('2026-03-10T09:00:00Z'));
  });

  it('asks once, however often the same is sent', async () => {
    const asked = { id: newId(), handle: await givenHandle(), reason: 'She came to our office' };
    const [first, second] = [await change(ASK, asked, nora), await change(ASK, asked, nora)];
    expect(second).toEqual(first);
    expect(first.request.id).toBe(asked.id);
  });

  it('names it by its id where it is seen; an id that is not seen answers as one that nobody has', async () => {
    expect(await reasonOf({ familyId })).toBe('UNKNOWN_FAMILY');
    expect(await change(ASK, { familyId, reason: 'Why' }, nora)).toEqual(
      await change(ASK, { familyId: newId(), reason: 'Why' }, nora),
    );
    expect(await reasonOf({ familyId }, anne)).toBeNull();
    expect(await reasonOf({})).toBe('FAMILY_OR_HANDLE');
    expect(await reasonOf({ familyId, handle: newId() })).toBe('FAMILY_OR_HANDLE');
  });
});

describe('asking to follow a family', () => {
  it('waits for its lead, who grants it; both stay on record', async () => {
    await isLed();
    const { request } = await ask();
    expect(request).toMatchObject({
      status: 'WAITING',
      requester: { sub: 'nora' },
      family: null,
    });
    expect(await followers()).not.toContain('nora');
    const granted = await answer(request.id);
    expect(granted.member).toEqual({ isLead: false, from: '2026-03-10', professional: { sub: 'nora' } });
    expect(granted.notYetTold).toEqual([]);
    expect(await followers()).toContain('nora');
    const { data } = await ofFamily(lea);
    expect(data[0].membershipRequests).toEqual([
      {
        ...request,
        family: { id: familyId },
        status: 'GRANTED',
        answeredAt: '2026-03-10T09:00:00.000Z',
        answeredBy: { sub: lea.sub },
        version: 2,
      },
    ]);
  });

  it('is granted by a coordinator where nobody leads: a caseworker leads from then on', async () => {
    await givenMember(graph.db, { familyId });
    const { request } = await ask();
    const { member } = await answer(request.id, {}, anne);
    expect(member).toMatchObject({ isLead: true, professional: { sub: 'nora' } });
  });

  it('is declined with the reason, and may be asked again', async () => {
    await isLed();
    const { request } = await ask({}, yann);
    const declined = await answer(request.id, { answer: 'DECLINED', declineReason: 'Not needed now' });
    expect(declined).toMatchObject({
      request: { status: 'DECLINED', declineReason: 'Not needed now' },
      member: null,
    });
    expect(await followers()).not.toContain('yann');
    expect((await ask({}, yann)).refusal).toBeNull();
  });

  it('twice under one id is one request; with other content it is refused', async () => {
    const id = newId();
    const [first, again] = [await ask({ id }), await ask({ id })];
    expect(again).toEqual(first);
    expect((await ask({ id, reason: 'Other' })).refusal.reason).toBe('CONFLICT');
  });

  it('is refused for an unknown family, without a reason, while one waits, and to members', async () => {
    await isLed();
    const reason = async (input: object, as = nora) => (await ask(input, as)).refusal?.reason;
    const handle = await givenHandle();
    expect(await reason({ handle, reason: ' ' })).toBe('EMPTY_TEXT');
    expect(await reason({ handle, reason: ' ' })).toBe('EMPTY_TEXT');
    expect(await reason({ reason: 'x'.repeat(4_001) })).toBe('TEXT_TOO_LONG');
    expect(await reason({}, lea)).toBe('MEMBER_ALREADY');
    expect(await reason({})).toBeUndefined();
    expect((await ask()).refusal).toEqual({
      reason: 'ASKED_ALREADY',
      message: 'Vous avez déjà demandé à suivre cette famille : votre demande attend une réponse.',
    });
  });
});

describe('answering who asks', () => {
  it('is refused to others than the lead, as unknown to who has nothing to do with the family', async () => {
    await isLed();
    const { id: professionalId } = await givenProfessional(graph.db, { sub: `max-${familyId}` });
    await givenMember(graph.db, { familyId, professionalId });
    const { request } = await ask();
    const reason = async (as: TestUser, input: object = {}) =>
      (await answer(request.id, input, as)).refusal?.reason;
    expect(await reason(nora)).toBe('YOUR_OWN_REQUEST');
    expect(await reason(caseworker(`max-${familyId}`))).toBe('NOT_YOURS_TO_ANSWER');
    expect(await reason(anne)).toBe('UNKNOWN_REQUEST');
    expect(await reason(lea, { version: 2 })).toBe('STALE_VERSION');
    expect(await reason(lea, { answer: 'DECLINED' })).toBe('REASON_NEEDED');
    expect(await reason(lea, { declineReason: 'Welcome' })).toBe('REASON_OF_A_GRANT');
    expect((await answer(newId())).refusal.reason).toBe('UNKNOWN_REQUEST');
    expect(await reason(lea)).toBeUndefined();
    expect(await reason(lea, { version: 2 })).toBe('ANSWERED_ALREADY');
  });

  it('is done by adding who waits, too', async () => {
    await isLed();
    const { request } = await ask();
    const join = `mutation ($input: JoinSupportTeamInput!) { joinSupportTeam(input: $input) { refusal { reason } } }`;
    const professional = { sub: 'nora', name: 'Nora', role: 'CASEWORKER', agency: 'd44' };
    await graph.query(join, { input: { familyId, professional } }, lea);
    const { data } = await ofFamily(lea);
    expect(data[0].membershipRequests).toMatchObject([{ id: request.id, status: 'GRANTED' }]);
    expect(await idsIn(lea)).toEqual([]);
  });
});

describe('the box of requests', () => {
  it('shows what waits to who may answer it, page by page, and to who asked what they asked', async () => {
    await isLed();
    const [first, second] = [await ask(), await ask({}, yann)];
    const ids = [first.request.id, second.request.id].sort();
    expect((await idsIn(lea)).sort()).toEqual(ids);
    const page = await box(lea, { first: 1 });
    const rest = await idsIn(lea, { first: 1, after: page.pageInfo.endCursor });
    expect([page.edges[0].node.id, ...rest].sort()).toEqual(ids);
    for (const other of [anne, caseworker()]) expect(await idsIn(other)).not.toContain(first.request.id);
    expect(await idsIn(yann, { box: 'SENT' })).toContain(second.request.id);
    await answer(first.request.id);
    expect(await idsIn(lea)).toEqual([second.request.id]);
  });

  it('shows a coordinator what nobody else answers, but nobody their own', async () => {
    const { request } = await ask({}, coordinator('zoe'));
    expect(await idsIn(anne)).toContain(request.id);
    expect(await idsIn(coordinator('zoe'))).not.toContain(request.id);
    expect(await idsIn(nora)).not.toContain(request.id);
  });

  it('is closed to who follows no family', async () => {
    const { errors } = await graph.query(BOX, { box: 'SENT', first: 5 }, auditor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const stranger of [auditor(), nora]) expect((await ofFamily(stranger)).data).toEqual([null]);
    for (const document of [ASK, ANSWER]) {
      const input =
        document === ASK ? { familyId, reason: 'x' } : { requestId: familyId, version: 1, answer: 'GRANTED' };
      expect((await graph.query(document, { input }, auditor())).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    }
  });
});
