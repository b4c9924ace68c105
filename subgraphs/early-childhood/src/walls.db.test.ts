import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import pg from 'pg';
import { givenFamily } from './families/families/family.builder.ts';
import { subgraph } from './subgraph.ts';

let graph: TestSubgraph;
/** Its own connection, as the service signs in: whatever SQL somebody could make it ask. */
let client: pg.Client;
let followed: string;
let other: string;

beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  for (const _ of [1, 2]) {
    const { id } = await givenFamily(graph.db);
    await graph.db.query(
      `insert into family_addresses (id, family_id, street, postal_code, city, from_day, until_day)
       values ($1, $2, '1 rue du Lavoir', '44000', 'Nantes', '2020-01-01', '2021-01-01')`,
      [newId(), id],
    );
    [followed, other] = [id, followed ?? ''] as const;
  }
  await givenFollowers(graph.db, followed, [
    { sub: 'lea', relation: 'TEAM' },
    { sub: 'yann', relation: 'ADVISOR' },
  ]);
  await givenFollowers(graph.db, other, [
    { sub: 'ines', relation: 'TEAM' },
    { sub: 'camille', relation: 'BARRED' },
  ]);
  client = new pg.Client(graph.databaseUrl);
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await graph.close();
});

const seenBy = async (role: string, sub: string): Promise<string[]> => {
  await client.query('begin');
  await client.query(
    "select set_config('app.role', $1, true), set_config('app.user', $2, true), set_config('app.today', '2026-03-02', true)",
    [role, sub],
  );
  const { rows } = await client.query('select family_id from family_addresses');
  await client.query('rollback');
  return rows.map(({ family_id }) => family_id);
};

it('shows where families lived to those alone who see the family', async () => {
  expect(await seenBy('CASEWORKER', 'lea')).toEqual([followed]);
  expect(await seenBy('CASEWORKER', 'ines')).toEqual([other]);
  expect(await seenBy('EMPLOYMENT_ADVISOR', 'yann')).toEqual([followed]);
  expect(await seenBy('CARE_COORDINATOR', 'camille')).toEqual([followed]);
  expect(await seenBy('CARE_COORDINATOR', 'solene')).toHaveLength(2);
  expect(await seenBy('SERVICE', '')).toHaveLength(2);
  for (const [role, sub] of [
    ['CASEWORKER', 'yann'],
    ['CASEWORKER', 'mallory'],
    ['CENTRE_STAFF', 'lea'],
    ['AUDITOR', 'lea'],
    ['', ''],
  ] as const)
    expect(await seenBy(role, sub)).toEqual([]);
  expect((await client.query('select from family_addresses')).rowCount).toBe(0);
});
