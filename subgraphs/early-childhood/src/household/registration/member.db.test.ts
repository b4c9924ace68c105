import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const ADD_ADULT = `mutation ($input: AddAdultInput!) {
  answer: addAdult(input: $input) { adult { id firstName family { version } } refusal { reason } }
}`;
const ADD_CHILD = `mutation ($input: AddChildInput!) {
  answer: addChild(input: $input) { child { id firstName expectedDate family { version } } refusal { reason } }
}`;

const NOW = new Date('2026-03-02T10:00:00+01:00');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

const awa = { firstName: 'Awa', lastName: 'Diallo' };
const tom = { firstName: 'Tom', lastName: 'Diallo', birthDate: '2024-06-01' };

const change = async (document: string, input: Readonly<Record<string, unknown>>) => {
  const { data, errors } = await graph.query(document, { input }, coordinator());
  expect(errors).toEqual([]);
  return data.answer;
};

const eventsOf = async (familyId: string, told = 'relais.family.changed.v1') =>
  (await graph.published()).filter(({ type, ...event }) => event.familyId === familyId && type === told);

describe('a member who joins', () => {
  it('raises the version of the family and is told to the other agencies', async () => {
    const { id: familyId } = await givenFamily(graph.db);

    const { adult } = await change(ADD_ADULT, { familyId, adult: awa });
    const { child } = await change(ADD_CHILD, { familyId, child: tom });

    expect(adult.family.version).toBe(2);
    expect(child.family.version).toBe(3);
    const told = await eventsOf(familyId);
    expect(told.map(({ data }) => [data.version, data.adultIds])).toEqual([
      [2, [adult.id]],
      [3, [adult.id]],
    ]);
    const children = await eventsOf(familyId, 'relais.children.changed.v1');
    expect(children.map(({ data }) => data.childIds)).toEqual([[child.id]]);

    const migration = subgraph.migrations.find(({ name }) =>
      name.endsWith('children-are-told-by-who-can.sql'),
    );
    await graph.db.query(migration?.sql ?? '');
    await graph.db.query("update scheduled_jobs set run_at = $1 where name = 'tell-anew:0049'", [NOW]);
    await graph.runDueJobs();
    const again = await eventsOf(familyId, 'relais.children.changed.v1');
    expect(again.map(({ data }) => data.childIds)).toEqual([[child.id], [child.id]]);
  });

  it('joins once, however often it is sent with one id', async () => {
    const { id: familyId } = await givenFamily(graph.db);
    const [adult, child] = [
      { ...awa, id: newId() },
      { ...tom, id: newId() },
    ];

    for (const _attempt of [1, 2]) {
      expect((await change(ADD_ADULT, { familyId, adult })).adult.family.version).toBeLessThanOrEqual(3);
      expect((await change(ADD_CHILD, { familyId, child })).child.family.version).toBe(3);
    }
    expect(
      (await change(ADD_ADULT, { familyId, adult: { ...adult, firstName: 'Ada' } })).refusal.reason,
    ).toBe('CONFLICT');
    expect(
      (await change(ADD_CHILD, { familyId, child: { ...child, firstName: 'Ada' } })).refusal.reason,
    ).toBe('CONFLICT');
  });

  it('is refused where the family is not known or the person is not plausible', async () => {
    const { id: familyId } = await givenFamily(graph.db);

    expect((await change(ADD_ADULT, { familyId: newId(), adult: awa })).refusal.reason).toBe(
      'UNKNOWN_FAMILY',
    );
    expect((await change(ADD_CHILD, { familyId: newId(), child: tom })).refusal.reason).toBe(
      'UNKNOWN_FAMILY',
    );
    expect((await change(ADD_ADULT, { familyId, adult: { ...awa, lastName: '' } })).refusal.reason).toBe(
      'NAME_MISSING',
    );
    expect(
      (await change(ADD_CHILD, { familyId, child: { ...tom, birthDate: '2000-01-01' } })).refusal.reason,
    ).toBe('NOT_A_CHILD');
  });

  it('is written down by coordinators and caseworkers', async () => {
    const { id: familyId } = await givenFamily(graph.db);
    const attempts = [
      await graph.query(ADD_ADULT, { input: { familyId, adult: awa } }, advisor()),
      await graph.query(ADD_CHILD, { input: { familyId, child: tom } }, advisor()),
    ];

    expect(attempts.map(({ errors }) => errors[0]?.extensions?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});
