import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { Referral } from '../referrals/referral.ts';
import { givenResources } from '../resources/resources.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenTeam } from '../support-team/support-team.builder.ts';

const NEWS = `query ($since: DateTime! = "2026-03-01T00:00:00Z", $first: Int! = 50, $after: String) {
  benefitsNews(since: $since, first: $first, after: $after) {
    totalCount isExact pageInfo { hasNextPage endCursor }
    edges { node { kind at subjectId familyId sentence } } } }`;
type Item = Readonly<Record<'kind' | 'at' | 'subjectId' | 'familyId' | 'sentence', string>>;
const at = '2026-03-05T09:00:00.123456Z';

describe('news of social protection', () => {
  let graph: TestSubgraph;
  let zoe: string;
  const ask = async (as: TestUser, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await graph.query(NEWS, variables, as);
    expect(errors).toEqual([]);
    return data.benefitsNews;
  };
  const items = async (as: TestUser): Promise<Item[]> =>
    (await ask(as)).edges.map(({ node }: { node: Item }) => node);
  const kinds = async (as: TestUser) => (await items(as)).map(({ kind }) => kind).sort();
  const insert = async (table: string, row: Readonly<Record<string, unknown>>) => {
    const [columns, values] = [Object.keys(row), Object.values(row)];
    const places = values.map((_, index) => `$${index + 1}`).join(', ');
    await graph.db.query(
      `insert into ${table} (id, ${columns.join(', ')}) values (gen_random_uuid(), ${places})`,
      values,
    );
  };
  const note = (familyId: string, audience: string, category = 'GENERAL', author = zoe) =>
    insert('notes', {
      ...{ family_id: familyId, author_sub: author, category, audience, text: 'Vue hier.', written_at: at },
    });
  const task = (familyId: string, given: object) =>
    insert('tasks', {
      ...{
        family_id: familyId,
        title: 'Appeler la CAF',
        due_on: '2026-03-20',
        added_at: at,
        version: 1,
        ...given,
      },
    });
  const referral = (familyId: string, given: Partial<Referral>) =>
    graph.db.insert(Referral, aReferral({ familyId, sentAt: new Date(at), ...given }));
  /** Whoever leads the team of a family, and what others did there. */
  const busy = async (reader: TestUser & { readonly sub: string }) => {
    await graph.signIn(reader);
    const { familyId } = await givenKnownFamily(graph.db);
    await givenTeam(graph.db, familyId, reader);
    await graph.db.query(
      "update support_team_members set is_lead = true, recorded_at = '2026-02-01T00:00:00Z' where family_id = $1",
      [familyId],
    );
    const benefit = { id: newId() };
    await graph.db.query(
      "insert into entitlements (id, family_id, scheme, source, version) values ($1, $2, 'RSA', 'CAF', 2)",
      [benefit.id, familyId],
    );
    for (const [version, state] of ['PENDING', 'OPEN'].entries())
      await insert('entitlement_states', {
        ...{
          entitlement_id: benefit.id,
          version: version + 1,
          state,
          from_on: '2026-01-10',
          recorded_by: zoe,
        },
        recorded_at: state === 'OPEN' ? at : '2026-02-01T09:00:00Z',
      });
    const recorded = { recordedAt: new Date('2026-03-05T09:00:00.123Z'), recordedBy: zoe };
    await givenResources(graph.db, { familyId, year: 2024, ...recorded });
    for (const audience of ['AUTHOR', 'SOCIAL_WORKERS', 'SUPPORT_TEAM', 'ALL_AGENCIES'])
      await note(familyId, audience);
    await task(familyId, { assignee_sub: reader.sub, added_by_sub: zoe });
    await task(familyId, { assignee_sub: zoe, added_by_sub: reader.sub, done_at: at, done_by_sub: zoe });
    await referral(familyId, { senderSub: zoe, target: 'SOCIAL_WORKER', addresseeSub: reader.sub });
    await insert('membership_requests', {
      ...{ family_id: familyId, requester_sub: zoe, reason: 'x', asked_at: at, version: 1 },
    });
    await insert('work_handed_on', {
      ...{ family_id: familyId, from_sub: zoe, to_sub: null, handed_on_by: 'odile', handed_on_at: at },
    });
    await insert('break_glasses', {
      ...{ family_id: familyId, sub: zoe, reason: 'x'.repeat(30), began_at: at, version: 1 },
      until: '2026-03-05T09:10:00Z',
    });
    await insert('information_given', {
      ...{ family_id: familyId, adult_id: newId(), subjects: ['SHARING'], given_on: '2026-03-05' },
      ...{
        language: 'fr',
        with_interpreter: false,
        given_by_sub: zoe,
        recorded_at: at,
        recorded_by_sub: zoe,
      },
    });
    return familyId;
  };
  const maud = { ...caseworker('maud'), sub: 'maud' };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
    zoe = (await givenProfessional(graph.db, { name: 'Zoé Le Bihan' })).sub;
  });
  afterAll(() => graph.close());

  it('tell what others did of families that somebody follows, in sentences, to the millisecond', async () => {
    const familyId = await busy(maud);
    const [{ reference }] = await graph.db.query('select reference from known_families where id = $1', [
      familyId,
    ]);
    const found = await items(maud);
    expect(new Set(found.map((each) => [each.at, each.familyId].join()))).toEqual(
      new Set([`2026-03-05T09:00:00.123Z,${familyId}`]),
    );
    expect(found.map(({ sentence }) => sentence.replace(`${reference} · `, '')).sort()).toEqual([
      'Fait : Appeler la CAF',
      'Orientation envoyée vers maud par Zoé Le Bihan.',
      'RSA : droit ouvert.',
      'Ressources de 2024 enregistrées.',
      'Tâches et orientations en attente de Zoé Le Bihan : à l’accueil du service.',
      'Zoé Le Bihan a écrit une note.',
      'Zoé Le Bihan a écrit une note.',
      'Zoé Le Bihan a écrit une note.',
      'Zoé Le Bihan demande à faire partie du groupe de suivi.',
      'Zoé Le Bihan explique à la famille : le partage entre organismes.',
      'Zoé Le Bihan ouvre le dossier en urgence, sans suivre la famille : en lecture, un quart d’heure au plus.',
      'Zoé Le Bihan vous confie une tâche : Appeler la CAF',
    ]);
    const page = await ask(maud, { first: 5 });
    expect([page.totalCount, page.isExact]).toEqual([found.length, true]);
    const rest = await ask(maud, { after: page.pageInfo.endCursor });
    expect(rest.edges).toHaveLength(found.length - 5);
  });

  it('tell each what their trade may read, and nothing of what they did themselves', async () => {
    const lea = { ...advisor('lea-of-news'), sub: 'lea-of-news' };
    const familyId = await busy(lea);
    const told = await kinds(lea);
    expect(told.filter((kind) => kind === 'NOTE_WRITTEN')).toHaveLength(2);
    expect(told).not.toContain('ENTITLEMENT_OPEN');
    expect(told).not.toContain('RESOURCES_RECORDED');
    expect(told).not.toContain('REFERRAL_SENT');
    await note(familyId, 'ALL_AGENCIES', 'CHILDCARE');
    await note(familyId, 'ALL_AGENCIES', 'GENERAL', 'lea-of-news');
    expect((await kinds(lea)).length).toBe(told.length + 1);
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'CARE', 'JOB_SEARCH')",
      [familyId],
    );
    expect((await kinds(lea)).length).toBe(told.length);
    await graph.db.query('delete from followers where family_id = $1', [familyId]);
    expect((await kinds(lea)).filter((kind) => kind !== 'REFERRAL_SENT')).toEqual([]);
  });

  it('tell whoever asked what was answered, and of what they handed to others', async () => {
    const ugo = coordinator('ugo-of-news');
    await graph.signIn(ugo);
    const { familyId } = await givenKnownFamily(graph.db);
    const decided = { decidedAt: new Date(at), decidedBySub: zoe, seenAt: new Date(at) };
    const sent = { senderSub: 'ugo-of-news', sentAt: new Date('2026-02-20T09:00:00Z') };
    await referral(familyId, {
      ...sent,
      ...decided,
      decision: 'ACCEPTED',
      target: 'SOCIAL_WORKER',
      addresseeSub: zoe,
    });
    await referral(familyId, { target: 'SERVICE_POINT', senderSub: zoe });
    await referral(familyId, { target: 'SERVICE_POINT', senderSub: zoe, withdrawnAt: new Date(at) });
    await insert('membership_requests', {
      ...{ family_id: familyId, requester_sub: 'ugo-of-news', reason: 'x', asked_at: '2026-02-20T09:00:00Z' },
      ...{ version: 2, answer: 'GRANTED', answered_at: at, answered_by_sub: zoe },
    });
    const { familyId: other } = await givenKnownFamily(graph.db);
    await insert('membership_requests', {
      ...{ family_id: other, requester_sub: zoe, reason: 'x', asked_at: at, version: 1 },
    });
    expect(await kinds(ugo)).toEqual([
      'MEMBERSHIP_ASKED',
      'MEMBERSHIP_GRANTED',
      'REFERRAL_ACCEPTED',
      'REFERRAL_SENT',
      'REFERRAL_WITHDRAWN',
    ]);
  });

  it('cost one statement for a page, and one more where they are counted', async () => {
    const bare = '{ benefitsNews(since: "2026-03-01T00:00:00Z") { edges { node { sentence } } } }';
    const statements = (text: string) => graph.statements(() => graph.query(text, {}, maud));
    const page = await statements(bare);
    expect(await statements(bare.replace('{ edges', '{ totalCount isExact edges'))).toBe(page + 1);
    await busy(maud);
    expect(await statements(bare)).toBe(page);
  });

  it('are told to open screens, but for a note that is its author’s alone', async () => {
    const familyId = await busy(maud);
    const changes = (since: string | null) => graph.changes(maud, since);
    const { position: since } = await changes(null);
    await note(familyId, 'AUTHOR');
    expect(await changes(since)).toMatchObject({ isReset: false, changes: [] });
    await note(familyId, 'SOCIAL_WORKERS');
    await givenResources(graph.db, { familyId, year: 2023 });
    const { changes: told } = await changes(since);
    expect(told.map(({ kind }) => kind).sort()).toEqual(['BENEFITS', 'COORDINATION']);
    expect(new Set(told.map(({ subjectId }) => subjectId))).toEqual(new Set([familyId]));
  });

  it('tell whoever asked in vain what was answered, and not whose file it is', async () => {
    const paul = caseworker('paul-of-news');
    await graph.signIn(paul);
    const { familyId } = await givenKnownFamily(graph.db);
    await givenTeam(graph.db, familyId, maud);
    await insert('membership_requests', {
      ...{ family_id: familyId, requester_sub: 'paul-of-news', reason: 'x', asked_at: at, version: 2 },
      ...{ answer: 'DECLINED', answered_at: at, answered_by_sub: zoe, decline_reason: 'x' },
    });
    expect(await items(paul)).toMatchObject([
      {
        ...{ kind: 'MEMBERSHIP_DECLINED', familyId: null },
        sentence: 'Zoé Le Bihan ne donne pas suite à votre demande de suivre la famille.',
      },
    ]);
  });
});
