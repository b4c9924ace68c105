import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import type { Professional, ProfessionalRole } from '@relais/platform/professionals/professional.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { auditor, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenEntitlement } from '../entitlements/entitlement.builder.ts';
import { KnownOffer } from '../known-offers/known-offer.ts';
import { subgraph } from '../subgraph.ts';
import { givenMember } from '../support-team/support-team.builder.ts';

const MINE = `query ($first: Int, $after: String) { myFamilies(first: $first, after: $after) {
  edges { node { family { id } alerts { kind subjectId at message } } cursor } pageInfo { hasNextPage endCursor } } }`;
type Edge = { node: { family: { id: string }; alerts: { kind: string; at: string; message: string }[] } };

let graph: TestSubgraph;
let me: Professional;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
beforeEach(async () => {
  me = await givenProfessional(graph.db);
});
afterAll(() => graph.close());

const user = (): TestUser => ({ role: me.role, sub: me.sub });
/** A family that I follow, of which something was recorded on 1 March. */
const givenFollowedFamily = async (recordedAt = '2026-03-01T09:00:00Z'): Promise<string> => {
  const { familyId } = await givenKnownFamily(graph.db);
  await givenMember(graph.db, { familyId, professionalId: me.id, recordedAt: new Date(recordedAt) });
  return familyId;
};
const mine = async (variables: object = {}, as = user()) => {
  const { data, errors } = await graph.query(MINE, { first: 20, ...variables }, as, { language: 'en' });
  expect(errors).toEqual([]);
  return data.myFamilies;
};
const kinds = async () =>
  (await mine()).edges.map(({ node }: Edge) => [node.family.id, ...node.alerts.map(({ kind }) => kind)]);
const suspend = (familyId: string) =>
  givenEntitlement(graph.db, {
    familyId,
    states: [
      { state: 'OPEN', from: '2026-01-01' },
      { state: 'SUSPENDED', from: '2026-03-01' },
    ],
  });
const uncover = (familyId: string, startsAt: string, status = 'UNCOVERED') =>
  graph.receive('relais.cover.changed.v1', familyId, {
    milestoneId: newId(),
    familyId,
    startsAt,
    status,
    milestoneVersion: 1,
  });
const offer = (
  familyId: string,
  facts: { offerId?: string; expiresAt: string; status?: string; version?: number },
) =>
  graph.receive('relais.offer.changed.v1', familyId, {
    offerId: newId(),
    familyId,
    status: 'OPEN',
    ...facts,
  });

describe('my families', () => {
  it('are those I follow today, most urgent first, each with its reasons', async () => {
    const calm = await givenFollowedFamily();
    const quiet = await givenFollowedFamily('2026-01-05T09:00:00Z');
    const uncovered = await givenFollowedFamily();
    const suspended = await givenFollowedFamily();
    await uncover(uncovered, '2026-03-12T09:00:00Z');
    await uncover(calm, '2026-03-12T09:00:00Z', 'COVERED');
    await suspend(suspended);
    await uncover(suspended, '2026-03-16T09:00:00Z', 'PARTIAL');
    expect(await kinds()).toEqual([
      [suspended, 'INCOME_SUPPORT_SUSPENDED', 'MILESTONE_UNCOVERED'],
      [uncovered, 'MILESTONE_UNCOVERED'],
      [quiet, 'NOTHING_HAPPENED'],
      [calm],
    ]);
    const [first] = (await mine({ first: 1 })).edges;
    expect(first.node.alerts[0]).toEqual({
      kind: 'INCOME_SUPPORT_SUSPENDED',
      subjectId: first.node.family.id,
      at: '2026-02-28T23:00:00.000Z',
      message: 'RSA suspended since 1 March 2026.',
    });
  });

  it('are not those I have left, nor those of others', async () => {
    const { familyId } = await givenKnownFamily(graph.db);
    const to = Temporal.PlainDate.from('2026-03-10');
    await givenMember(graph.db, { familyId, professionalId: me.id, to });
    await givenMember(graph.db, { familyId });
    expect(await kinds()).toEqual([]);
  });

  it.each<ProfessionalRole>(['EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR'])(
    'say nothing of benefits to a %s',
    async (role) => {
      me = await givenProfessional(graph.db, { role });
      const familyId = await givenFollowedFamily();
      await suspend(familyId);
      expect(await kinds()).toEqual([[familyId]]);
    },
  );

  it('tell of an offer about to expire until it is answered, and not to an advisor', async () => {
    const [familyId, other] = [await givenFollowedFamily(), await givenFollowedFamily()];
    const offerId = newId();
    const expiresAt = '2026-03-12T08:00:00.000Z';
    await offer(familyId, { offerId, expiresAt });
    await offer(other, { expiresAt: '2026-03-13T09:00:00.000Z' });
    const [first] = (await mine()).edges;
    expect(first.node).toEqual({
      family: { id: familyId },
      alerts: [
        {
          kind: 'OFFER_EXPIRING',
          subjectId: offerId,
          at: expiresAt,
          message: 'An offered place waits for the family’s answer until 12 March 2026 at 09:00.',
        },
      ],
    });
    await offer(familyId, { offerId, expiresAt, status: 'ACCEPTED', version: 2 });
    expect(await kinds()).toEqual([familyId, other].toSorted().map((id) => [id]));
    // What was told before, of a file that was merged into this one, comes later: it was answered all the same.
    await offer(other, { offerId, expiresAt, version: 1 });
    expect(await kinds()).toEqual([familyId, other].toSorted().map((id) => [id]));
    await offer(familyId, { offerId, expiresAt: '2026-03-01T08:00:00.000Z', status: 'EXPIRED', version: 3 });
    expect(await graph.db.countBy(KnownOffer, { familyId })).toBe(0);

    me = await givenProfessional(graph.db, { role: 'EMPLOYMENT_ADVISOR' });
    const advised = await givenFollowedFamily();
    await offer(advised, { expiresAt });
    expect(await kinds()).toEqual([[advised]]);
  });

  it('are not those that are out of sight', async () => {
    const familyId = await givenFollowedFamily();
    expect(await kinds()).toEqual([[familyId]]);
    await graph.db.query('delete from followers where family_id = $1', [familyId]);
    expect(await kinds()).toEqual([]);
  });

  it('come page by page', async () => {
    const families = [await givenFollowedFamily(), await givenFollowedFamily(), await givenFollowedFamily()];
    const first = await mine({ first: 2 });
    const second = await mine({ first: 2, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const met = [...first.edges, ...second.edges].map(({ node }: Edge) => node.family.id);
    expect(met).toEqual(families.toSorted());
  });

  it('cost the same number of statements for 1 and for 30 families', async () => {
    await suspend(await givenFollowedFamily());
    await mine();
    await graph.running.drained();
    const one = await graph.statements(mine);
    for (let count = 0; count < 30; count += 1) await suspend(await givenFollowedFamily());
    expect(await graph.statements(mine)).toBe(one);
  });

  it('are not for auditors', async () => {
    const { errors } = await graph.query(MINE, { first: 20 }, auditor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
