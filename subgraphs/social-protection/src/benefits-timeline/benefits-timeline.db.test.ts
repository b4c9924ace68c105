import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, auditor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenEntitlement } from '../entitlements/entitlement.builder.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { Referral } from '../referrals/referral.ts';
import { givenResources } from '../resources/resources.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenMember } from '../support-team/support-team.builder.ts';

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
const givenFamilyWithAPast = async (): Promise<string> => {
  const family = await givenKnownFamily(graph.db);
  await givenEntitlement(graph.db, {
    familyId: family.familyId,
    states: [
      { state: 'OPEN', from: '2026-01-10' },
      { state: 'SUSPENDED', from: '2026-02-10', reason: 'caf_hospitalisation' },
    ],
  });
  await givenResources(graph.db, { familyId: family.familyId, year: 2024 });
  await givenMember(graph.db, { familyId: family.familyId });
  return family.familyId;
};
beforeEach(async () => {
  familyId = await givenFamilyWithAPast();
});
afterAll(() => graph.close());

const ask = (families: string[], as: TestUser, page = '') =>
  graph.resolveReferences(
    'Family',
    families.map((id) => ({ id })),
    `{ benefitsTimeline${page} { edges { node { id at kind sentence } } pageInfo { hasNextPage endCursor } } }`,
    as,
  );
const timeline = async (as: TestUser, page = '') => {
  const { data, errors } = await ask([familyId], as, page);
  expect(errors).toEqual([]);
  const { edges, pageInfo } = data[0].benefitsTimeline;
  return {
    sentences: edges.map(({ node }: { node: { sentence: string } }) => node.sentence),
    edges,
    pageInfo,
  };
};

describe('the timeline of benefits', () => {
  it('tells what happened, newest first, in sentences', async () => {
    const { sentences, edges } = await timeline(caseworker());
    expect(sentences).toEqual([
      'RSA : droit suspendu (Hospitalisation).',
      'RSA : droit ouvert.',
      'Maud Le Gall rejoint le groupe de suivi.',
      'Ressources de 2024 enregistrées.',
    ]);
    expect(edges[0].node).toMatchObject({ kind: 'ENTITLEMENT_SUSPENDED', at: '2026-02-09T23:00:00.000Z' });
  });

  it('tells which referral, sent by whom and answered by whom', async () => {
    const maud = await givenProfessional(graph.db, { name: 'Maud Le Gall' });
    const zoe = await givenProfessional(graph.db, { name: 'Zoé Martin', role: 'CARE_COORDINATOR' });
    const family = await givenKnownFamily(graph.db);
    await givenFollowers(graph.db, family.familyId, [{ sub: maud.sub, relation: 'TEAM' }]);
    const decided = {
      seenAt: new Date('2026-03-09T09:00:00Z'),
      decidedAt: new Date('2026-03-09T09:00:00Z'),
      decision: 'ACCEPTED',
      decidedBySub: zoe.sub,
    } as const;
    const sent = { familyId: family.familyId, senderSub: maud.sub };
    await graph.db.insert(Referral, [
      aReferral({ ...sent, sentAt: new Date('2026-03-06T11:00:00Z'), ...decided }),
      aReferral({
        ...sent,
        target: 'SOCIAL_WORKER',
        addresseeSub: maud.sub,
        sentAt: new Date('2026-01-05T11:00:00Z'),
      }),
    ]);
    const { data } = await graph.resolveReferences(
      'Family',
      [{ id: family.familyId }],
      '{ benefitsTimeline { edges { node { sentence author } } } }',
      caseworker(maud.sub),
    );
    expect(data[0].benefitsTimeline.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        sentence:
          'Orientation vers le relais petite enfance, envoyée le 6 mars 2026 par Maud Le Gall, acceptée par Zoé Martin.',
        author: 'Zoé Martin',
      },
      {
        sentence: 'Orientation envoyée vers le relais petite enfance par Maud Le Gall.',
        author: 'Maud Le Gall',
      },
      {
        sentence:
          'Orientation vers Maud Le Gall, envoyée le 5 janvier 2026 par Maud Le Gall, expirée sans réponse.',
        author: null,
      },
      { sentence: 'Orientation envoyée vers Maud Le Gall par Maud Le Gall.', author: 'Maud Le Gall' },
    ]);
  });

  it('tells all readers only what they may see', async () => {
    expect((await timeline(advisor())).sentences).toEqual(['Maud Le Gall rejoint le groupe de suivi.']);
    const { data, errors } = await ask([familyId], auditor());
    expect({ data, errors }).toEqual({ data: [null], errors: [] });
    expect((await ask([familyId], caseworker('stranger'))).data).toEqual([null]);
  });

  it('comes page by page', async () => {
    const first = await timeline(caseworker(), '(first: 3)');
    const second = await timeline(caseworker(), `(first: 3, after: "${first.pageInfo.endCursor}")`);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...first.sentences, ...second.sentences]).toEqual((await timeline(caseworker())).sentences);
    const { errors } = await ask([familyId], caseworker(), '(after: "x")');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('costs the same number of statements for 1 and for 20 families', async () => {
    const families = [familyId];
    for (let count = 1; count < 20; count += 1) families.push(await givenFamilyWithAPast());
    const one = await graph.statements(() => ask([familyId], caseworker()));
    expect(await graph.statements(() => ask(families, caseworker()))).toBe(one);
  });
});
