import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { Referral } from '../referrals/referral.ts';
import { subgraph } from '../subgraph.ts';
import { givenTeam } from '../support-team/support-team.builder.ts';

const DESK = `query ($kinds: [BenefitsDeskKind!], $urgencies: [DeskUrgency!], $first: Int! = 20, $after: String) {
  benefitsDesk(kinds: $kinds, urgencies: $urgencies, first: $first, after: $after) {
    totalCount isExact pageInfo { hasNextPage endCursor }
    edges { node { kind urgency subjectId subjectType familyId sentence actions } } } }`;
type Item = Readonly<Record<'kind' | 'urgency' | 'subjectId' | 'sentence' | 'familyId', string>>;

describe('the desk of social protection', () => {
  let graph: TestSubgraph;
  const DISTRICT = newId();
  const ask = async (variables: Readonly<Record<string, unknown>>, as: TestUser) => {
    const { data, errors } = await graph.query(DESK, variables, as);
    expect(errors).toEqual([]);
    return data.benefitsDesk;
  };
  const items = async (as: TestUser, variables: Readonly<Record<string, unknown>> = {}): Promise<Item[]> =>
    (await ask(variables, as)).edges.map(({ node }: { node: Item }) => node);
  const kindsFor = async (as: TestUser, variables: Readonly<Record<string, unknown>> = {}) =>
    (await items(as, variables)).map(({ kind }) => kind);
  const task = (familyId: string, sub: string, dueOn: string, doneAt: string | null = null) =>
    graph.db.query(
      `insert into tasks (id, family_id, title, due_on, assignee_sub, added_by_sub, added_at, done_at, done_by_sub, version)
       values ($1, $2, 'Appeler la CAF', $3, $4, $4, '2026-03-01T09:00:00Z', $5::timestamptz,
         case when $5::timestamptz is null then null else $4 end, 1)`,
      [newId(), familyId, dueOn, sub, doneAt],
    );
  const request = (familyId: string, sub: string) =>
    graph.db.query(
      `insert into membership_requests (id, family_id, requester_sub, reason, asked_at, version)
       values ($1, $2, $3, 'x', '2026-03-05T09:00:00Z', 1)`,
      [newId(), familyId, sub],
    );
  /** One matter of each kind, for a social worker of the district who leads the team of a family. */
  const busy = async (sub: string) => {
    const reader = caseworker(sub);
    await graph.signIn(reader);
    await graph.db.query('update professionals set district_ids = array[$1::uuid] where sub = $2', [
      DISTRICT,
      sub,
    ]);
    const { familyId } = await givenKnownFamily(graph.db);
    await givenTeam(graph.db, familyId, reader);
    await graph.db.query('update support_team_members set is_lead = true where family_id = $1', [familyId]);
    const { sub: other } = await givenProfessional(graph.db, { name: 'Zoé Le Bihan' });
    await task(familyId, sub, '2026-03-09');
    await task(familyId, sub, '2026-03-30');
    await task(familyId, sub, '2026-03-09', '2026-03-09T09:00:00Z');
    await task(familyId, other, '2026-03-09');
    await request(familyId, other);
    const sentAt = new Date('2026-03-04T09:00:00Z');
    const sent = { familyId, senderSub: other, target: 'SOCIAL_WORKER', addresseeSub: sub } as const;
    await graph.db.insert(Referral, aReferral({ ...sent, sentAt }));
    await graph.db.insert(Referral, aReferral({ ...sent, sentAt: new Date('2026-01-04T09:00:00Z') }));
    await graph.db.insert(Referral, aReferral({ ...sent, sentAt, withdrawnAt: sentAt }));
    return { familyId, reader };
  };

  beforeAll(async () => {
    graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
  });
  afterAll(() => graph.close());

  it('tells most urgent first what waits for a caseworker, in sentences', async () => {
    const { familyId, reader } = await busy('maud');
    const orphan = await givenKnownFamily(graph.db);
    await graph.db.query('delete from followers where family_id = $1', [orphan.familyId]);
    await graph.db.query(
      "update known_families set district_id = $1, registered_on = '2026-03-02' where id = $2",
      [DISTRICT, orphan.familyId],
    );
    const found = await items(reader);
    expect(found.map(({ kind, urgency }) => [kind, urgency])).toEqual([
      ['FAMILY_WITHOUT_TEAM', 'TODAY'],
      ['MEMBERSHIP_REQUEST', 'TODAY'],
      ['TASK_DUE', 'TODAY'],
      ['REFERRAL_WAITING', 'SOON'],
    ]);
    expect(found[0]).toMatchObject({ subjectId: orphan.familyId, familyId: orphan.familyId });
    const [, membership, due, referral] = found.map(({ sentence }) => sentence);
    const [known] = await graph.db.query('select reference from known_families where id = $1', [familyId]);
    expect(membership).toBe(
      `Zoé Le Bihan demande depuis le 5 mars 2026 à faire partie du groupe de suivi (${known.reference}).`,
    );
    expect(due).toBe(`À faire pour le 9 mars 2026 (${known.reference}) : Appeler la CAF`);
    expect(referral).toBe(
      `Orientation vers le service social, envoyée le 4 mars 2026 par Zoé Le Bihan (${known.reference}) : elle attend une réponse.`,
    );
    await givenTeam(graph.db, orphan.familyId, caseworker('somebody'));
    expect(await kindsFor(reader)).not.toContain('FAMILY_WITHOUT_TEAM');
  });

  it('is filtered and walked in pages that pass over nothing', async () => {
    const { reader } = await busy('paul');
    expect(await kindsFor(reader, { kinds: ['TASK_DUE'] })).toEqual(['TASK_DUE']);
    expect(await kindsFor(reader, { kinds: [] })).toEqual([]);
    expect(await kindsFor(reader, { urgencies: ['SOON'] })).toEqual(['REFERRAL_WAITING']);
    const walked: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { edges, pageInfo, totalCount, isExact } = await ask({ first: 1, after }, reader);
      expect([totalCount, isExact, pageInfo.hasNextPage]).toEqual([3, true, page < 2]);
      walked.push(edges[0].node.kind);
      after = pageInfo.endCursor;
    }
    expect(walked).toEqual(['MEMBERSHIP_REQUEST', 'TASK_DUE', 'REFERRAL_WAITING']);
  });

  it('has nothing of a family that the reader does not see any more, nor of others', async () => {
    const { familyId, reader } = await busy('eva');
    expect(await kindsFor(caseworker('stranger'))).toEqual([]);
    expect(await kindsFor(advisor('stranger'))).toEqual([]);
    await givenFollowers(graph.db, familyId, [{ sub: 'eva', relation: 'BARRED' }]);
    expect(await kindsFor(reader)).toEqual([]);
  });

  it('tells coordinators who asks to follow a family that nobody leads', async () => {
    const { familyId } = await givenKnownFamily(graph.db);
    const { sub } = await givenProfessional(graph.db);
    await request(familyId, sub);
    const found = await items(coordinator('zoe'), { kinds: ['MEMBERSHIP_REQUEST'] });
    expect(found.map((each) => each.familyId)).toEqual([familyId]);
  });

  it('costs one statement for a page, and one more where it is counted', async () => {
    const { reader } = await busy('nora');
    const bare = '{ benefitsDesk { edges { node { sentence } } } }';
    const statements = (text: string) => graph.statements(() => graph.query(text, {}, reader));
    const page = await statements(bare);
    expect(await statements('{ benefitsDesk { totalCount isExact edges { node { sentence } } } }')).toBe(
      page + 1,
    );
    await busy('nora');
    expect(await statements(bare)).toBe(page);
  });
});
