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
  ({ name, repeats }) => !repeats && (name.startsWith('platform/') || name < 'social-protection/0006'),
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

it('a deployment that is brought up to date knows who follows its families, and tells the others by itself', async () => {
  const [familyId, professionalId] = [newId(), newId()];
  await client.query(
    `insert into professionals (id, sub, name, role, agency) values
       ($1, 'lea', 'Léa', 'CASEWORKER', 'd44'), (gen_random_uuid(), 'yann', 'Yann', 'EMPLOYMENT_ADVISOR', 'ft')`,
    [professionalId],
  );
  await client.query(
    `insert into support_team_members (id, family_id, professional_id, is_lead, from_on, to_on, version, recorded_at, recorded_by)
     values (gen_random_uuid(), $1, $2, true, '2026-01-05', '2026-02-01', 2, now(), 'lea'),
       (gen_random_uuid(), $1, $2, false, '2026-02-01', null, 1, now(), 'lea')`,
    [familyId, professionalId],
  );
  await client.query(
    `insert into referrals (id, family_id, sender_sub, target, addressee_sub, message, sent_at, version)
     values (gen_random_uuid(), $1, 'lea', 'ADVISOR', 'yann', 'A place', now() - interval '3 days', 1),
       (gen_random_uuid(), $1, 'lea', 'ADVISOR', 'yann', 'A place', now() - interval '90 days', 1)`,
    [familyId],
  );

  await migrateTestDatabase(database, subgraph.migrations);

  const { rows } = await client.query(
    'select sub, relation, from_on::text as from, to_on - from_on as days from followers where family_id = $1 order by 1',
    [familyId],
  );
  expect(rows).toEqual([
    { sub: 'lea', relation: 'TEAM', from: '2026-01-05', days: null },
    { sub: 'yann', relation: 'REFERRAL', from: expect.any(String), days: 30 },
  ]);
  const jobs = await client.query("select from scheduled_jobs where name = 'tell-anew'");
  expect(jobs.rowCount).toBe(1);
});
