import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenEntitlement } from '../entitlements/entitlement.builder.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { Referral } from '../referrals/referral.ts';
import { subgraph } from '../subgraph.ts';
import { Task } from '../tasks/task.ts';

const SELECTION = '{ benefitsAttention { id kind subjectId at sentence } }';
type Item = { kind: string; sentence: string };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

/** RSA suspended, no resources, an interview uncovered, a referral unanswered and a task overdue. */
const givenTroubledFamily = async (): Promise<string> => {
  const { familyId } = await givenKnownFamily(graph.db);
  const { sub } = await givenProfessional(graph.db);
  await givenEntitlement(graph.db, { familyId, states: [{ state: 'SUSPENDED', from: '2026-03-01' }] });
  const milestone = { milestoneId: newId(), familyId, startsAt: '2026-03-12T09:00:00Z' };
  await graph.receive('relais.cover.changed.v1', familyId, {
    ...milestone,
    status: 'PARTIAL',
    milestoneVersion: 1,
  });
  const sentAt = new Date('2026-02-20T09:00:00Z');
  await graph.db.insert(Referral, aReferral({ familyId, senderSub: sub, sentAt }));
  await graph.db.insert(Task, {
    id: newId(),
    familyId,
    title: 'Appeler la CAF',
    dueOn: Temporal.PlainDate.from('2026-03-09'),
    assigneeSub: sub,
    addedBySub: sub,
    addedAt: sentAt,
    doneAt: null,
    doneBySub: null,
    version: 1,
  });
  return familyId;
};

const attention = async (familyIds: string[], as: TestUser = caseworker()) => {
  const keys = familyIds.map((id) => ({ id }));
  const { data, errors } = await graph.resolveReferences('Family', keys, SELECTION, as);
  expect(errors).toEqual([]);
  return data.map(({ benefitsAttention }: { benefitsAttention: Item[] }) => benefitsAttention);
};
const kindsFor = async (familyId: string, as: TestUser) =>
  (await attention([familyId], as))[0].map(({ kind }: Item) => kind);

describe('what needs attention in benefits', () => {
  it('is told to a caseworker in sentences, earliest first', async () => {
    const [items] = await attention([await givenTroubledFamily()]);
    expect(items.map(({ kind, sentence }: Item) => [kind, sentence])).toEqual([
      [
        'RESOURCES_MISSING',
        'Les ressources de 2024 manquent : le tarif de l’accueil ne peut pas être calculé.',
      ],
      [
        'REFERRAL_WAITING',
        'L’orientation vers le relais petite enfance, envoyée le 20 février 2026, attend une réponse.',
      ],
      ['INCOME_SUPPORT_SUSPENDED', 'RSA suspendu depuis le 1er mars 2026.'],
      ['TASK_OVERDUE', 'À faire pour le 9 mars 2026, en retard : Appeler la CAF'],
      ['MILESTONE_UNCOVERED', 'Une étape le 12 mars 2026 à 10:00 sans garde suffisante.'],
    ]);
  });

  it('says nothing of benefits to others, and to advisors only what is theirs', async () => {
    const familyId = await givenTroubledFamily();
    const shared = ['RESOURCES_MISSING', 'REFERRAL_WAITING', 'MILESTONE_UNCOVERED'];
    expect(await kindsFor(familyId, coordinator())).toEqual(shared);
    expect(await kindsFor(familyId, advisor())).toEqual(['REFERRAL_WAITING']);
    const found = await graph.resolveReferences(
      'Family',
      [{ id: familyId }],
      SELECTION,
      caseworker('stranger'),
    );
    expect(found).toEqual({ data: [null], errors: [] });
  });

  it('costs the same number of statements for 1 and for 20 families', async () => {
    const families: string[] = [];
    for (let count = 0; count < 20; count += 1) families.push(await givenTroubledFamily());
    const ask = (some: string[]) => graph.statements(() => attention(some));
    expect(await ask(families)).toBe(await ask(families.slice(0, 1)));
  });
});
