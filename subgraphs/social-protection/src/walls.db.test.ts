import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { asAdministrator } from '@relais/platform/testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker } from '@relais/platform/testing/test-users.ts';
import pg from 'pg';
import { givenEntitlement } from './entitlements/entitlement.builder.ts';
import { givenResources } from './resources/resources.builder.ts';
import { subgraph } from './subgraph.ts';
import { walls } from './walls.ts';

const TODAY = '2026-03-02';
const DISTRICT = newId();
/** Which no request sees at all. */
const OF_MERGES = ['merge_journals', 'merge_journal_rows', 'parted_followers'];
const TABLES = ['resources', 'notes', 'entitlement_states', 'corrections'] as const;

let graph: TestSubgraph;
/** Its own connection, as the service signs in: whatever SQL somebody could make it ask. */
let client: pg.Client;
let followed: string;
let orphan: string;
let restricted: string;

const givenFile = async (districtId: string | null): Promise<string> => {
  const familyId = newId();
  await graph.db.query(
    'insert into known_families (id, reference, version, district_id) values ($1, $2, 1, $3)',
    [familyId, familyId, districtId],
  );
  await givenResources(graph.db, { familyId, year: 2024 });
  await givenEntitlement(graph.db, {
    familyId,
    states: [{ state: 'OPEN', from: '2025-01-01', monthlyAmountCents: 60_000 }],
  });
  await graph.db.query(
    `insert into notes (id, family_id, author_sub, category, audience, text, written_at)
     values ($1, $2, 'lea', 'GENERAL', 'ALL_AGENCIES', 'Une note', now())`,
    [newId(), familyId],
  );
  await graph.db.query(
    `insert into corrections (id, family_id, subject_id, before, after, reason, is_beside, corrected_at, corrected_by_sub)
     values ($1, $2, $3, '{"text": "Une note"}', '{"text": "Une autre"}', 'Erreur', false, now(), 'lea')`,
    [newId(), familyId, newId()],
  );
  return familyId;
};

beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  for (const [sub, districts] of [
    ['lea', []],
    ['nora', [DISTRICT]],
  ] as const)
    await graph.db.query(
      `insert into professionals (id, sub, name, role, agency, district_ids, version)
       values ($1, $2, $2, 'CASEWORKER', 'departement-44', $3, 1)`,
      [newId(), sub, districts],
    );
  followed = await givenFile(DISTRICT);
  orphan = await givenFile(DISTRICT);
  restricted = await givenFile(null);
  await givenFollowers(graph.db, followed, [
    { sub: 'lea', relation: 'TEAM' },
    { sub: 'former', relation: 'TEAM', to: TODAY },
    { sub: 'coming', relation: 'TEAM', from: '2026-03-03' },
    { sub: 'yann', relation: 'ADVISOR' },
    { sub: 'asked', relation: 'REFERRAL' },
  ]);
  await givenFollowers(graph.db, restricted, [
    { sub: 'lea', relation: 'TEAM' },
    { sub: 'lea', relation: 'BARRED' },
    { sub: 'ines', relation: 'TEAM' },
    { sub: 'named', relation: 'NAMED' },
  ]);
  await graph.db.query(
    `insert into followers (family_id, sub, relation, from_on, until)
     values ($1, 'hurried', 'BREAK_GLASS', $2, '2026-03-02T12:10:00Z')`,
    [followed, TODAY],
  );
  client = new pg.Client(graph.databaseUrl);
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await graph.close();
});

const askAs = async (settings: Readonly<Record<string, string>>, sql: string): Promise<pg.QueryResult> => {
  await client.query('begin');
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [name, value]);
    return await client.query(sql);
  } finally {
    await client.query('rollback');
  }
};
const as = (role: string, sub: string, now = `${TODAY}T12:00:00Z`) => ({
  'app.role': role,
  'app.user': sub,
  'app.today': TODAY,
  'app.now': now,
});

const familiesIn = async (settings: Readonly<Record<string, string>>, table: string): Promise<string[]> => {
  const family = table === 'entitlement_states' ? 'entitlements' : table;
  const join = family === table ? '' : 'join entitlements on entitlements.id = entitlement_id';
  const { rows } = await askAs(settings, `select distinct ${family}.family_id from ${table} ${join}`);
  return rows.map(({ family_id }) => family_id).toSorted();
};

describe.each(TABLES)('the wall before %s', (table) => {
  const sorted = (...families: string[]) => families.toSorted();

  it.each([
    ['nobody', {}],
    ['a role alone', { 'app.role': 'CASEWORKER', 'app.today': TODAY }],
    ['a person alone', { 'app.user': 'lea', 'app.today': TODAY }],
    ['no day', { 'app.role': 'CASEWORKER', 'app.user': 'lea' }],
    ['somebody else', as('CASEWORKER', 'mallory')],
    ['a member of before', as('CASEWORKER', 'former')],
    ['a member of tomorrow', as('CASEWORKER', 'coming')],
    ['the advisor’s name in another role', as('CASEWORKER', 'yann')],
    ['somebody whose glass is whole again', as('CASEWORKER', 'hurried', '2026-03-02T12:10:00Z')],
    ['an auditor', as('AUDITOR', 'lea')],
    ['centre staff', as('CENTRE_STAFF', 'lea')],
    ['a system', as('INTEGRATOR', 'lea')],
    ['a role that there is not', as('ADMIN', 'lea')],
    ['the service in lower case', as('service', 'lea')],
  ])('shows nothing to %s', async (_, settings) => {
    expect(await familiesIn(settings, table)).toEqual([]);
  });

  it('shows each what they see of families', async () => {
    expect(await familiesIn(as('CASEWORKER', 'lea'), table)).toEqual([followed]);
    expect(await familiesIn(as('CASEWORKER', 'asked'), table)).toEqual([followed]);
    expect(await familiesIn(as('CASEWORKER', 'hurried'), table)).toEqual([followed]);
    expect(await familiesIn(as('EMPLOYMENT_ADVISOR', 'yann'), table)).toEqual([followed]);
    expect(await familiesIn(as('CASEWORKER', 'nora'), table)).toEqual([orphan]);
    expect(await familiesIn(as('CASEWORKER', 'ines'), table)).toEqual([restricted]);
    expect(await familiesIn(as('CARE_COORDINATOR', 'camille'), table)).toEqual(sorted(followed, orphan));
    expect(await familiesIn(as('CARE_COORDINATOR', 'named'), table)).toEqual(
      sorted(followed, orphan, restricted),
    );
    expect(await familiesIn(as('SERVICE', ''), table)).toEqual(sorted(followed, orphan, restricted));
  });

  it('lets nobody write behind it', async () => {
    const copy = `insert into ${table} select (jsonb_populate_record(row, jsonb_build_object('id', gen_random_uuid()))).*
      from ${table} row`;
    // What is not there is not copied: the row comes from outside.
    const row = await asAdministrator(
      async (administrator) =>
        (
          await administrator.query(
            `select to_jsonb(${table}) || '{"id": "${newId()}"}' as row from ${table} limit 1`,
          )
        ).rows[0].row,
      new URL(graph.databaseUrl).pathname.slice(1),
    );
    const given = client.escapeLiteral(JSON.stringify({ ...row, version: 9 }));
    const insert = `insert into ${table} select * from jsonb_populate_record(null::${table}, ${given})`;
    await expect(askAs(as('CASEWORKER', 'mallory'), insert)).rejects.toThrow(/row-level security/);
    await expect(askAs({}, insert)).rejects.toThrow(/row-level security/);
    expect((await askAs(as('CASEWORKER', 'mallory'), copy)).rowCount).toBe(0);
    expect((await askAs(as('SERVICE', ''), insert)).rowCount).toBe(1);
  });

  it('stands before its owner as well', async () => {
    const owner = new pg.Client(graph.ownerUrl);
    await owner.connect();
    expect((await owner.query(`select from ${table}`)).rowCount).toBe(0);
    await owner.end();
  });
});

it('amounts are not read by the agency with which the family objects to sharing its benefits', async () => {
  await graph.db.query(
    "insert into objections (family_id, category, agency) values ($1, 'BENEFITS', 'JOB_SEARCH')",
    [followed],
  );
  const yannOf = (agency: string) => ({ ...as('EMPLOYMENT_ADVISOR', 'yann'), 'app.agency': agency });
  for (const table of ['resources', 'entitlement_states']) {
    expect(await familiesIn(yannOf('JOB_SEARCH'), table)).toEqual([]);
    expect(await familiesIn(yannOf('BENEFITS'), table)).toEqual([followed]);
  }
  expect(await familiesIn(yannOf('JOB_SEARCH'), 'notes')).toEqual([followed]);
});

it('what is behind it is absent by its id, and who asked is still written down', async () => {
  const [entitlement]: { id: string }[] = await graph.db.query(
    'select id from entitlements where family_id = $1',
    [followed],
  );
  const ask = (sub: string) =>
    graph.query('query ($id: ID!) { entitlement(id: $id) { id } }', { id: entitlement?.id }, caseworker(sub));
  expect((await ask('lea')).data).toEqual({ entitlement: { id: entitlement?.id } });
  expect((await ask('mallory')).data).toEqual({ entitlement: null });
  const accesses: unknown[] = await graph.db.query(
    'select family, sub, outcome from access_log order by number',
  );
  expect(accesses).toEqual([
    { family: followed, sub: 'lea', outcome: 'SEEN' },
    { family: followed, sub: 'mallory', outcome: 'DENIED' },
  ]);
});

it('every table with amounts or notes has its wall', async () => {
  const walled: { name: string }[] = await graph.db.query(
    'select relname::text as name from pg_class where relrowsecurity and relforcerowsecurity order by 1',
  );
  expect(walled.map(({ name }) => name)).toEqual([...TABLES, ...OF_MERGES].toSorted());
  const amounts: { name: string }[] = await graph.db.query(
    `select distinct table_name::text as name from information_schema.columns
     where table_schema = 'public' and column_name like '%cents%' order by 1`,
  );
  expect(amounts.map(({ name }) => name).filter((name) => !TABLES.some((each) => each === name))).toEqual([]);
  expect(walls.sql).not.toContain('undefined');
});
