import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { subgraph } from '../../subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const tell = (familyId: string, periods: readonly object[]) =>
  graph.receive('relais.income-support.changed.v1', familyId, { familyId, periods });

const known = (familyId: string) =>
  graph.db.query(
    `select status, starts_on::text, ends_on::text from known_income_support where family_id = $1 order by starts_on`,
    [familyId],
  );

describe('the income support that social-protection tells', () => {
  it('is kept by days, the last one included', async () => {
    const familyId = newId();
    await tell(familyId, [
      { status: 'RECEIVING', from: '2026-01-01', to: '2026-03-01' },
      { status: 'SUSPENDED', from: '2026-03-01', to: null },
    ]);
    expect(await known(familyId)).toEqual([
      { status: 'RECEIVING', starts_on: '2026-01-01', ends_on: '2026-02-28' },
      { status: 'SUSPENDED', starts_on: '2026-03-01', ends_on: null },
    ]);
  });

  it('replaces what was known of this family, and of no other', async () => {
    const [familyId, other] = [newId(), newId()];
    const receiving = [{ status: 'RECEIVING', from: '2026-01-01', to: null }];
    await tell(other, receiving);
    await tell(familyId, receiving);
    await tell(familyId, [{ status: 'NONE', from: '2026-02-01', to: null }]);
    expect(await known(familyId)).toEqual([{ status: 'NONE', starts_on: '2026-02-01', ends_on: null }]);
    expect(await known(other)).toHaveLength(1);
  });

  it('does not keep a state that lasted no day', async () => {
    const familyId = newId();
    await tell(familyId, [
      { status: 'PENDING', from: '2026-01-01', to: '2026-01-01' },
      { status: 'RECEIVING', from: '2026-01-01', to: null },
    ]);
    expect(await known(familyId)).toEqual([{ status: 'RECEIVING', starts_on: '2026-01-01', ends_on: null }]);
  });
});
