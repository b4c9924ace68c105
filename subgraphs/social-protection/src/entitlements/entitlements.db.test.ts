import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';
import { givenEntitlement } from './entitlement.builder.ts';

const CHANGE = `mutation ($input: ChangeEntitlementStateInput!) {
  changeEntitlementState(input: $input) { refusal { reason } } }`;
const asOf = (day: string) => `{ benefitsStatus(asOf: "${day}") { incomeSupport since schemes freshness }
  entitlements(asOf: "${day}") { scheme state monthlyAmountCents since version
    history { state from to reason recordedAt } } }`;

let graph: TestSubgraph;
let familyId: string;
let adultId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
beforeEach(async () => {
  graph.setNow(new Date('2026-03-10T09:00:00Z'));
  ({ familyId, adultId } = await givenKnownFamily(graph.db));
});
afterAll(() => graph.close());

const family = async (selection: string, user = caseworker()) => {
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, user);
  return { family: data?.[0], errors };
};

describe('a question as of a day', () => {
  const change = async (version: number, state: string, from: string) => {
    const { id: entitlementId } = rsa;
    const { data } = await graph.query(
      CHANGE,
      { input: { entitlementId, version, state, from } },
      caseworker(),
    );
    expect(data.changeEntitlementState.refusal).toBeNull();
  };
  let rsa: { id: string };
  beforeEach(async () => {
    const states = [
      { state: 'PENDING', from: '2026-01-05' },
      { state: 'OPEN', from: '2026-02-01', monthlyAmountCents: 600_00 },
    ] as const;
    rsa = await givenEntitlement(graph.db, { familyId, states });
  });

  it("keeps yesterday's answer after today's change", async () => {
    const before = await family(asOf('2026-03-09'));
    await change(2, 'SUSPENDED', '2026-03-10');
    const after = await family(asOf('2026-03-09'));

    expect(after).toEqual(before);
    expect((await family(asOf('2026-03-10'))).family.benefitsStatus).toMatchObject({
      incomeSupport: 'SUSPENDED',
      since: '2026-03-10',
    });
  });

  it("keeps yesterday's answer after a back-dated change, too", async () => {
    const before = await family(asOf('2026-03-09'));
    await change(2, 'CLOSED', '2026-02-15');
    const after = await family(asOf('2026-03-09'));

    expect(after).toEqual(before);
    expect((await family(asOf('2026-03-10'))).family.benefitsStatus).toMatchObject({
      incomeSupport: 'NONE',
      since: '2026-02-15',
    });
  });

  it('answers what was known, for any past day', async () => {
    const statuses = await Promise.all(
      ['2026-01-04', '2026-01-05', '2026-01-31', '2026-02-01'].map(
        async (day) => (await family(asOf(day))).family.benefitsStatus.incomeSupport,
      ),
    );
    expect(statuses).toEqual(['UNKNOWN', 'PENDING', 'PENDING', 'RECEIVING']);
  });

  it('is about today unless told', async () => {
    const { family: today } = await family('{ benefitsStatus { incomeSupport } entitlements { state } }');
    expect(today).toEqual({
      benefitsStatus: { incomeSupport: 'RECEIVING' },
      entitlements: [{ state: 'OPEN' }],
    });
  });
});

describe('an entitlement', () => {
  it('is found by its id, by query and as a reference', async () => {
    const { id } = await givenEntitlement(graph.db, {
      familyId,
      states: [{ state: 'OPEN', from: '2026-02-01' }],
    });
    const { data } = await graph.query(`{ entitlement(id: "${id}") { id state } }`, {}, caseworker());
    expect(data.entitlement).toEqual({ id, state: 'OPEN' });
    const found = await graph.resolveReferences(
      'Entitlement',
      [{ id }, { id: newId() }],
      '{ id }',
      caseworker(),
    );
    expect(found.data).toEqual([{ id }, null]);
  });

  it('that does not exist is absent', async () => {
    const { data, errors } = await graph.query(`{ entitlement(id: "${newId()}") { id } }`, {}, caseworker());
    expect([data.entitlement, errors]).toEqual([null, []]);
  });

  it('gives its reason in the language of the reader', async () => {
    const states = [{ state: 'CLOSED', from: '2026-02-01', reason: 'caf_mutation' }] as const;
    const { id } = await givenEntitlement(graph.db, { familyId, states });
    const document = `{ entitlement(id: "${id}") { history { reasonLabel } } }`;
    const { data } = await graph.query(document, {}, caseworker(), { language: 'en' });
    expect(data.entitlement.history).toEqual([{ reasonLabel: 'Closed as the file moved to another agency' }]);
  });
});

describe('who may see benefits', () => {
  it('not who does not follow the family: for them there are none', async () => {
    const { id } = await givenEntitlement(graph.db, {
      familyId,
      states: [{ state: 'OPEN', from: '2026-02-01' }],
    });
    const stranger = caseworker('stranger');
    const found = await graph.query(`{ entitlement(id: "${id}") { id } }`, {}, stranger);
    expect(found).toEqual(await graph.query(`{ entitlement(id: "${newId()}") { id } }`, {}, stranger));
    for (const [type, key] of [
      ['Entitlement', id],
      ['Family', familyId],
      ['Adult', adultId],
    ] as const) {
      const { data, errors } = await graph.resolveReferences(type, [{ id: key }], '{ id }', stranger);
      expect([data, errors]).toEqual([[null], []]);
      expect((await graph.resolveReferences(type, [{ id: key }], '{ id }', caseworker())).data).toEqual([
        { id: key },
      ]);
    }
  });

  it.each([
    ['advisors', advisor()],
    ['coordinators', coordinator()],
  ])('not %s', async (_who, user) => {
    const { family: shown, errors } = await family(asOf('2026-03-10'), user);
    expect(shown).toEqual({ benefitsStatus: null, entitlements: null });
    expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions?.code])).toEqual([
      ['benefitsStatus', 'NOT_SHARED'],
      ['entitlements', 'NOT_SHARED'],
    ]);
  });
});
