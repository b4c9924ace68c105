import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import {
  createTestDatabase,
  migrateTestDatabase,
  type TestDatabase,
} from '@relais/platform/testing/test-database.ts';
import pg from 'pg';
import { subgraph } from '../subgraph.ts';

/** As it was before followers were known. */
const before = subgraph.migrations.filter(
  ({ name, repeats }) => !repeats && (name.startsWith('platform/') || name < 'employment/0005'),
);

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase({ ...subgraph, migrations: before });
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('a deployment that is brought up to date knows the advisors of its families, and tells the others by itself', async () => {
  const familyId = newId();
  const file = (advisorId: string, registeredOn: string, closedOn: string | null) =>
    client.query(
      `insert into job_seekers (id, adult_id, family_id, category, advisor_id, registered_on, closed_on, version)
       values (gen_random_uuid(), gen_random_uuid(), $1, 1, $2, $3, $4, 1)`,
      [familyId, advisorId, registeredOn, closedOn],
    );
  await file('yann', '2026-01-05', null);
  await file('yann', '2020-01-05', '2020-02-01');
  await file('ali', '2026-01-05', '2199-01-31');

  await migrateTestDatabase(database, subgraph.migrations);

  const { rows } = await client.query(
    'select sub, relation, from_on::text as from, to_on::text as to from followers order by sub',
  );
  expect(rows).toEqual([
    { sub: 'ali', relation: 'ADVISOR', from: '2026-01-05', to: '2199-08-31' },
    { sub: 'yann', relation: 'ADVISOR', from: '2026-01-05', to: null },
  ]);
  const jobs = await client.query("select from scheduled_jobs where name = 'tell-anew'");
  expect(jobs.rowCount).toBe(1);
});
