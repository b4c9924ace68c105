import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker } from '@relais/platform/testing/test-users.ts';
import { plantNantes } from '../../../seeds/plant-nantes.ts';
import { subgraph } from '../../subgraph.ts';

/** Every centre is closed on every tenth day of some years, as a city that has long been on Relais may have recorded. */
const LONG_RECORDED = `
  insert into closures (id, centre_id, starts_on, ends_on, reason)
  select gen_random_uuid(), centres.id, day, day, 'Journée pédagogique'
  from centres, generate_series('2026-01-01'::date, '2029-01-01', '10 days') as days(day)`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  await inTransaction(graph.db, plantNantes);
  await graph.db.query(LONG_RECORDED);
});
afterAll(() => graph.close());

const there = (inner: string) => `closures(from: "2026-01-01", to: "2027-01-31") { centre { ${inner} } }`;

describe('a way there and back over the same link', () => {
  it('is answered as long as it is short', async () => {
    const { data, errors } = await graph.query(`{ centres { id ${there('id')} } }`, {}, caseworker());
    expect(errors).toEqual([]);
    expect(data.centres.every(({ closures }: { closures: unknown[] }) => closures.length === 40)).toBe(true);
  });

  it('is refused before it fills the memory, and the agency goes on answering', async () => {
    const deep = `{ centres { ${there(there(there(there(there('id')))))} } }`;
    const { data, errors } = await graph.query(deep, {}, caseworker(), { language: 'en' });
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        message: expect.stringContaining('more than 50000 objects'),
        path: [],
        extensions: { code: 'LIMIT_EXCEEDED', service: 'early-childhood' },
      },
    ]);
    const after = await graph.query('{ districts { id } }', {}, caseworker());
    expect(after.errors).toEqual([]);
  });
});
