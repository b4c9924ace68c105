import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rebuild } from '@relais/platform/events/rebuild.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';
import { givenTeam } from '../support-team/support-team.builder.ts';

const ACCESS = `{ id reason beganAt until endedAt finding remark reviewedAt reviewedByName version
  professional { sub } family { id } }`;
const payload = `{ access ${ACCESS} refusal { reason message } }`;
const BREAK = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
  access ${ACCESS} notYetTold refusal { reason message } } }`;
const END = `mutation ($input: EndBreakGlassInput!) { endBreakGlass(input: $input) ${payload} }`;
const REVIEW = `mutation ($input: ReviewBreakGlassInput!) { reviewBreakGlass(input: $input) ${payload} }`;
const LIST = `query ($reviewed: Boolean, $first: Int = 50, $after: String) {
  breakGlasses(reviewed: $reviewed, first: $first, after: $after) {
    edges { node { id familyReference professional { sub } } } pageInfo { endCursor hasNextPage } } }`;
const WHY = 'Un enfant est seul à l’accueil, ses parents ne répondent pas';

const now = new Date('2026-03-10T09:00:00Z');
const afterMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const signedIn = (user: TestUser, at = now): TestUser => ({ ...user, auth_time: at.getTime() / 1_000 });
const nora = signedIn(caseworker('nora'));
const lea = caseworker('lea');
const checker: TestUser = { ...auditor('pascal'), name: 'Pascal Ouvrard' };

let graph: TestSubgraph;
let familyId: string;
let reference: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
});
beforeEach(async () => {
  graph.setNow(now);
  ({ familyId, reference } = await givenKnownFamily(graph.db));
  await givenTeam(graph.db, familyId, lea);
});
afterAll(() => graph.close());

/** What a lookup in early-childhood answered to this person. */
const givenHandle = async (as: TestUser, of = familyId) => {
  const [handle, until] = [newId(), afterMinutes(600).toISOString()];
  await graph.receive('relais.family.looked-up.v1', of, { handle, familyId: of, sub: as.sub, until });
  return handle;
};
const change = async (document: string, input: object, as: TestUser) => {
  const { data, errors } = await graph.query(document, { input }, as);
  expect(errors).toEqual([]);
  return data.breakGlass ?? data.endBreakGlass ?? data.reviewBreakGlass;
};
const breaks = async (input: object = {}, as = nora) =>
  change(BREAK, { handle: await givenHandle(as), reason: WHY, ...input }, as);
const reasonOf = async (answer: Promise<{ refusal: { reason: string } | null }>) =>
  (await answer).refusal?.reason ?? null;
const sees = async (as: TestUser, selection = '{ id tasks { id } }') =>
  (await graph.resolveReferences('Family', [{ id: familyId }], selection, as)).data[0];
const end = (access: { id: string; version: number }, as = nora) =>
  change(END, { breakGlassId: access.id, version: access.version }, as);
const review = (access: { id: string; version: number }, said: object = {}, as = checker) =>
  change(REVIEW, { breakGlassId: access.id, version: access.version, finding: 'JUSTIFIED', ...said }, as);
const listed = async (as: TestUser, variables: object = {}) => {
  const { data } = await graph.query(LIST, { ...variables }, as);
  return data.breakGlasses;
};
const idsListed = async (as: TestUser, variables: object = {}): Promise<string[]> =>
  (await listed(as, variables)).edges.map(({ node }: { node: { id: string } }) => node.id);
const told = async (of = familyId) =>
  (await graph.published())
    .filter((each) => each.type === 'relais.followers.changed.v1' && each.familyId === of)
    .map(({ data }) => data);
const accessesOf = (sub: string) =>
  graph.db.query('select outcome, relation from access_log where family = $1 and sub = $2 order by at, id', [
    familyId,
    sub,
  ]);

describe('many emergencies of one person', () => {
  it('are each opened, and counted for whoever reviews', async () => {
    const zoe = signedIn(caseworker('zoe'));
    const opened: string[] = [];
    for (const hours of [-25, -24, -23.9, 0]) {
      const at = afterMinutes(hours * 60);
      graph.setNow(at);
      const { familyId: of } = await givenKnownFamily(graph.db);
      const handle = await givenHandle(zoe, of);
      const again = signedIn(caseworker('zoe'), at);
      const { access } = await change(BREAK, { handle, reason: WHY }, again);
      opened.push(access.id);
    }
    const COUNTED = 'query { breakGlasses(first: 50) { edges { node { id openedWithinDay } } } }';
    const countedBy = async (as: TestUser) => {
      const { data } = await graph.query(COUNTED, {}, as);
      const nodes: { id: string; openedWithinDay: number | null }[] = data.breakGlasses.edges.map(
        ({ node }: { node: object }) => node,
      );
      return opened.map((id) => nodes.find((node) => node.id === id)?.openedWithinDay);
    };
    expect(await countedBy(checker)).toEqual([1, 2, 3, 2]);
    // Of their own list nobody is told how it looks.
    expect(await countedBy(zoe)).toEqual([null, null, null, null]);
  });
});

describe('breaking the glass', () => {
  it('opens one file to one person for 15 minutes, to the second', async () => {
    expect(await sees(nora)).toBeNull();
    const { access, notYetTold } = await breaks();
    expect(notYetTold).toEqual([]);
    expect(access).toMatchObject({
      reason: WHY,
      beganAt: '2026-03-10T09:00:00.000Z',
      until: '2026-03-10T09:15:00.000Z',
      professional: { sub: 'nora' },
      family: { id: familyId },
    });
    graph.setNow(new Date('2026-03-10T09:14:59.999Z'));
    expect(await sees(nora)).toEqual({ id: familyId, tasks: [] });
    expect(await sees(caseworker('paul'))).toBeNull();
    graph.setNow(afterMinutes(15));
    expect(await sees(nora)).toBeNull();
  });

  it('is told to the other agencies with its end, and told anew; what is over is not', async () => {
    await breaks();
    const reader = { sub: 'nora', relation: 'BREAK_GLASS', until: '2026-03-10T09:15:00.000Z' };
    expect((await told()).at(-1)).toMatchObject({ followers: [{ sub: 'lea' }, reader] });
    await rebuild(graph.db, subgraph.rebuild ?? never(), afterMinutes(14));
    expect((await told()).at(-1)).toMatchObject({ followers: [{ sub: 'lea' }, reader] });
    await rebuild(graph.db, subgraph.rebuild ?? never(), afterMinutes(15));
    expect((await told()).at(-1)).toMatchObject({ followers: [{ sub: 'lea' }] });
    const kept = await graph.db.query('select relation from followers where family_id = $1', [familyId]);
    expect(kept).not.toContainEqual({ relation: 'BREAK_GLASS' });
  });

  it('asks for a fresh sign-in, a reason and a lookup of one’s own, of which none is used up by a refusal', async () => {
    const handle = await givenHandle(nora);
    const stale = signedIn(caseworker('nora'), afterMinutes(-6));
    expect(await breaks({ handle }, stale)).toMatchObject({
      access: null,
      refusal: {
        reason: 'SIGN_IN_AGAIN',
        message: 'Connectez-vous à nouveau, puis ouvrez le dossier dans les cinq minutes.',
      },
    });
    expect(await reasonOf(breaks({ handle }, caseworker('nora')))).toBe('SIGN_IN_AGAIN');
    expect(await reasonOf(breaks({ handle, reason: 'Il le faut' }))).toBe('REASON_TOO_SHORT');
    expect(await reasonOf(breaks({ handle: newId() }))).toBe('UNKNOWN_HANDLE');
    expect(await reasonOf(breaks({ handle: await givenHandle(caseworker('paul')) }))).toBe('UNKNOWN_HANDLE');
    expect(await sees(nora)).toBeNull();
    expect(await reasonOf(breaks({ handle }))).toBeNull();
  });

  it('a second time waits for the review of the first', async () => {
    const { access } = await breaks();
    expect(await reasonOf(breaks())).toBe('NOT_REVIEWED_YET');
    graph.setNow(afterMinutes(20));
    const again = signedIn(caseworker('nora'), afterMinutes(20));
    expect(await reasonOf(breaks({}, again))).toBe('NOT_REVIEWED_YET');
    expect(await reasonOf(breaks({}, signedIn(caseworker('paul'), afterMinutes(20))))).toBeNull();
    await review(access);
    expect(await reasonOf(breaks({}, again))).toBeNull();
    expect(await sees(again)).toEqual({ id: familyId, tasks: [] });
  });

  it('is not for who reads the file anyway', async () => {
    expect(await reasonOf(breaks({}, signedIn(lea)))).toBe('SEEN_ALREADY');
  });

  it('twice under one id is once; with other content it is refused', async () => {
    const asked = { id: newId(), handle: await givenHandle(nora), reason: WHY };
    const [first, again] = [await change(BREAK, asked, nora), await change(BREAK, asked, nora)];
    expect(again).toEqual(first);
    expect(await reasonOf(change(BREAK, { ...asked, reason: `${WHY} !` }, nora))).toBe('CONFLICT');
  });

  it('opens no restricted file: neither when it was restricted before, nor when it is meanwhile', async () => {
    const named = { sub: 'anne', relation: 'NAMED' };
    const handle = await givenHandle(nora);
    await givenFollowers(graph.db, familyId, [named]);
    expect(await reasonOf(breaks({ handle }))).toBe('UNKNOWN_HANDLE');
    await graph.db.query("delete from followers where relation = 'NAMED'");
    await breaks({ handle });
    expect(await sees(nora)).not.toBeNull();
    await givenFollowers(graph.db, familyId, [named]);
    expect(await sees(nora)).toBeNull();
  });

  it('lifts no objection', async () => {
    await graph.db.query("insert into objections values ($1, 'BENEFITS', 'CARE')", [familyId]);
    const ofCity = { ...nora, sub: 'ines', agency: 'ville-de-nantes' };
    await breaks({}, ofCity);
    const { data, errors } = await graph.resolveReferences(
      ...(['Family', [{ id: familyId }], '{ id resources { year } }', ofCity] as const),
    );
    expect(data).toEqual([{ id: familyId, resources: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED', because: 'OBJECTION' } }]);
  });

  it('is for caseworkers of the city and of benefits', async () => {
    for (const other of [advisor(), coordinator(), auditor(), { ...nora, agency: 'france-travail' }]) {
      const { errors } = await graph.query(BREAK, { input: { handle: newId(), reason: WHY } }, other);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('lets nobody write, and says how', async () => {
    await breaks();
    const WRITE = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { refusal { reason message } } }`;
    const input = { familyId, category: 'GENERAL', audience: 'ALL_AGENCIES', text: 'Vu' };
    const { data, errors } = await graph.query(WRITE, { input }, nora);
    expect(errors).toEqual([]);
    expect(data.writeNote.refusal).toEqual({
      reason: 'READ_ONLY',
      message: 'Vous pouvez lire ce dossier, pas y écrire. Demandez à faire partie de son groupe de suivi.',
    });
  });

  it('stands in the access log with what was read by it', async () => {
    await breaks();
    await sees(nora);
    expect(await accessesOf('nora')).toEqual([
      { outcome: 'CHANGED', relation: 'ROLE' },
      // What the mutation itself answered.
      { outcome: 'SEEN', relation: 'ROLE' },
      { outcome: 'SEEN', relation: 'BREAK_GLASS' },
    ]);
  });
});

describe('ending it before time', () => {
  it('closes the file at once, for whoever opened it', async () => {
    const { access } = await breaks();
    expect(await reasonOf(end(access, signedIn(lea)))).toBe('UNKNOWN_BREAK_GLASS');
    expect(await reasonOf(end({ ...access, version: 7 }))).toBe('STALE_VERSION');
    graph.setNow(afterMinutes(3));
    expect(await end(access)).toMatchObject({
      access: { endedAt: '2026-03-10T09:03:00.000Z', family: null, version: 2 },
      refusal: null,
    });
    expect(await sees(nora)).toBeNull();
    expect((await told()).at(-1)).toMatchObject({ followers: [{ sub: 'lea' }] });
    expect(await reasonOf(end({ ...access, version: 2 }))).toBe('OVER_ALREADY');
  });
});

describe('reviewing it', () => {
  it('is for auditors, once it is over, and once', async () => {
    const { access } = await breaks();
    expect(await reasonOf(review(access))).toBe('STILL_OPEN');
    graph.setNow(afterMinutes(15));
    expect(await reasonOf(review({ ...access, version: 2 }))).toBe('STALE_VERSION');
    expect(await reasonOf(review({ ...access, id: newId() }))).toBe('UNKNOWN_BREAK_GLASS');
    expect(await reasonOf(review(access, { finding: 'NOT_JUSTIFIED' }))).toBe('REMARK_NEEDED');
    const remark = 'Aucun enfant n’est passé ce jour-là';
    expect(await review(access, { finding: 'NOT_JUSTIFIED', remark })).toMatchObject({
      access: { finding: 'NOT_JUSTIFIED', remark, reviewedByName: 'Pascal Ouvrard', version: 2 },
      refusal: null,
    });
    expect(await reasonOf(review({ ...access, version: 2 }))).toBe('REVIEWED_ALREADY');
    for (const other of [nora, lea, { ...lea, admin: true }, coordinator()]) {
      const input = { breakGlassId: access.id, version: 2, finding: 'JUSTIFIED' };
      const { errors } = await graph.query(REVIEW, { input }, other);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('the list', () => {
  it('shows an auditor all of them, page by page, by whether they were reviewed; a caseworker their own', async () => {
    graph.setNow(afterMinutes(100));
    const { access: first } = await breaks({}, signedIn(nora, afterMinutes(100)));
    graph.setNow(afterMinutes(101));
    const paul = signedIn(caseworker('paul'), afterMinutes(101));
    const { access: second } = await breaks({}, paul);
    const page = await listed(checker, { first: 1 });
    expect(page.edges).toEqual([
      { node: { id: second.id, familyReference: reference, professional: { sub: 'paul' } } },
    ]);
    expect(await idsListed(checker, { first: 1, after: page.pageInfo.endCursor })).toEqual([first.id]);
    graph.setNow(afterMinutes(120));
    await review(first);
    expect(await idsListed(checker, { reviewed: true })).toContain(first.id);
    expect(await idsListed(checker, { reviewed: true })).not.toContain(second.id);
    expect(await idsListed(checker, { reviewed: false })).toContain(second.id);
    expect(await idsListed(paul)).toContain(second.id);
    expect(await idsListed(paul)).not.toContain(first.id);
    expect((await listed(paul)).edges[0].node.familyReference).toBeNull();
    for (const other of [advisor(), coordinator()]) {
      const { errors } = await graph.query(LIST, {}, other);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('the support team', () => {
  const FILE = `{ breakGlasses { reason professional { sub } finding }
    benefitsAttention { kind sentence } benefitsTimeline(first: 5) { edges { node { kind sentence } } } }`;
  const kinds = (file: { benefitsTimeline: { edges: { node: { kind: string } }[] } }) =>
    file.benefitsTimeline.edges.map(({ node }) => node.kind);

  it('is told who opened the file and why; nobody else is, nor who opened it', async () => {
    const { access } = await breaks();
    const file = await sees(lea, FILE);
    expect(file.breakGlasses).toEqual([{ reason: WHY, professional: { sub: 'nora' }, finding: null }]);
    expect(kinds(file)).toContain('GLASS_BROKEN');
    expect(file.benefitsAttention).toContainEqual({
      kind: 'BREAK_GLASS_TO_REVIEW',
      sentence: expect.stringMatching(/^Dossier ouvert en urgence le .* : l’auditeur va l’examiner\.$/),
    });
    for (const other of [coordinator(), nora]) {
      const seen = await sees(other, FILE);
      expect(seen.breakGlasses).toBeNull();
      expect(kinds(seen)).not.toContain('GLASS_BROKEN');
      expect(JSON.stringify(seen.benefitsAttention)).not.toContain('BREAK_GLASS');
    }
    graph.setNow(afterMinutes(15));
    await review(access);
    const reviewed = await sees(lea, FILE);
    expect(kinds(reviewed)).toContain('BREAK_GLASS_REVIEWED');
    expect(JSON.stringify(reviewed.benefitsAttention)).not.toContain('BREAK_GLASS');
  });
});

describe('a merge', () => {
  it('keeps it with the file that stays, as long as it lasts', async () => {
    const { access } = await breaks();
    const { familyId: survivorId } = await givenKnownFamily(graph.db);
    await graph.receive('relais.family.changed.v1', familyId, {
      ...{ familyId, reference, version: 2, adultIds: [], mergedInto: survivorId, mergedAdults: [] },
    });
    const merged = familyId;
    familyId = survivorId;
    expect(await sees(nora)).toEqual({ id: survivorId, tasks: [] });
    expect((await told(merged)).at(-1)).toMatchObject({ followers: [] });
    expect((await told(survivorId)).at(-1)).toMatchObject({
      followers: [{ sub: 'lea' }, { sub: 'nora', relation: 'BREAK_GLASS', until: access.until }],
    });
    expect(await reasonOf(breaks())).toBe('NOT_REVIEWED_YET');
    graph.setNow(afterMinutes(15));
    expect(await sees(nora)).toBeNull();
  });
});

const never = (): never => {
  throw new Error('Social protection tells its state anew.');
};
