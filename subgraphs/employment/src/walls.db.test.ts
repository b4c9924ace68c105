import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import pg from 'pg';
import { givenContract } from './engagement-contracts/engagement-contract.builder.ts';
import { givenJobSeeker } from './job-seekers/job-seeker.builder.ts';
import { givenMilestone } from './milestones/milestone.builder.ts';
import { givenReturn } from './returns-to-work/return-to-work.builder.ts';
import { subgraph } from './subgraph.ts';

const TABLES = [
  'milestones',
  'returns_to_work',
  'follow_ups',
  'engagement_contracts',
  'hours_reductions',
  'corrections',
] as const;

let graph: TestSubgraph;
/** Its own connection, as the service signs in: whatever SQL somebody could make it ask. */
let client: pg.Client;

/** A file with one row in each of the tables. */
const givenFile = async (advisorId: string, lead: string): Promise<string> => {
  const jobSeeker = await givenJobSeeker(graph.db, { advisorId });
  const milestone = await givenMilestone(graph.db, jobSeeker);
  const contract = await givenContract(graph.db, jobSeeker.id);
  const { id: returnId } = await givenReturn(graph.db, jobSeeker.id);
  await graph.db.query(
    `insert into follow_ups (id, return_id, point, outcome, recorded_at, recorded_by)
     values ($1, $2, 'ONE_MONTH', 'GOES_ON', now(), $3)`,
    [newId(), returnId, advisorId],
  );
  await graph.db.query(
    `insert into hours_reductions
       (id, contract_id, milestone_id, evidence, weekly_hours, starts_on, ends_on, decided_by, decided_at)
     values ($1, $2, $3, 'UNCOVERED', 7, '2026-03-02', '2026-03-08', $4, now())`,
    [newId(), contract.id, milestone.id, advisorId],
  );
  await graph.db.query(
    `insert into corrections (id, family_id, subject_id, before, after, reason, is_beside, corrected_at, corrected_by_sub)
     values ($1, $2, $3, '{"status": "MISSED"}', '{"status": "EXCUSED"}', 'Erreur', false, now(), $4)`,
    [newId(), jobSeeker.familyId, milestone.id, advisorId],
  );
  await givenFollowers(graph.db, jobSeeker.familyId, [
    { sub: lead, relation: 'TEAM' },
    { sub: advisorId, relation: 'ADVISOR', adultId: jobSeeker.adultId },
  ]);
  return jobSeeker.familyId;
};

beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  const shared = await givenFile('yann', 'lea');
  await givenFile('hugo', 'ines');
  await graph.db.query(
    "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'BENEFITS')",
    [shared],
  );
  client = new pg.Client(graph.databaseUrl);
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await graph.close();
});

type Asking = { readonly role: string; readonly sub: string; readonly agency?: string };

const countedBy = async ({ role, sub, agency = '' }: Asking, sql: string): Promise<number | null> => {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('app.role', $1, true), set_config('app.user', $2, true), set_config('app.agency', $3, true),
         set_config('app.today', '2026-03-02', true)`,
      [role, sub, agency],
    );
    return (await client.query(sql)).rowCount;
  } finally {
    await client.query('rollback');
  }
};

describe.each(TABLES)('the wall before %s', (table) => {
  const seenBy = (role: string, sub: string, agency?: string) =>
    countedBy({ role, sub, ...(agency && { agency }) }, `select from ${table}`);

  it('lets those alone in who see the family', async () => {
    expect(await seenBy('EMPLOYMENT_ADVISOR', 'yann')).toBe(1);
    expect(await seenBy('CASEWORKER', 'ines')).toBe(1);
    expect(await seenBy('CARE_COORDINATOR', 'solene')).toBe(2);
    expect(await seenBy('SERVICE', '')).toBe(2);
    for (const [role, sub] of [
      ['EMPLOYMENT_ADVISOR', 'mallory'],
      ['CASEWORKER', 'yann'],
      ['AUDITOR', 'lea'],
      ['INTEGRATOR', 'lea'],
      ['', ''],
    ] as const)
      expect([role, sub, await seenBy(role, sub)]).toEqual([role, sub, 0]);
    expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
  });

  it('keeps those away with whom the family objects to sharing its job search', async () => {
    expect(await seenBy('CASEWORKER', 'lea', 'BENEFITS')).toBe(0);
    expect(await seenBy('CASEWORKER', 'lea', 'CARE')).toBe(1);
    expect(await seenBy('EMPLOYMENT_ADVISOR', 'yann', 'JOB_SEARCH')).toBe(1);
  });

  it('lets nobody change what they do not see', async () => {
    // Corrections are deleted by nobody.
    const taking = table === 'corrections' ? `update ${table} set id = id` : `delete from ${table}`;
    expect(await countedBy({ role: 'CASEWORKER', sub: 'mallory' }, taking)).toBe(0);
    expect(await countedBy({ role: 'CASEWORKER', sub: 'lea', agency: 'BENEFITS' }, taking)).toBe(0);
    expect(await countedBy({ role: 'CASEWORKER', sub: 'ines' }, taking)).toBe(1);
  });

  it('stands before its owner as well', async () => {
    const owner = new pg.Client(graph.ownerUrl);
    await owner.connect();
    expect((await owner.query(`select from ${table}`)).rowCount).toBe(0);
    await owner.end();
  });
});
