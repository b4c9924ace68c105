import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { inTransaction } from '../database/transaction.ts';
import type { Rebuild } from '../events/published-event.ts';
import { rebuild } from '../events/rebuild.ts';
import { newId } from '../ids.ts';
import { runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { asAdministrator } from '../testing/test-database.ts';
import { type Asking, insertAccesses } from './access.queries.ts';
import { runAudit } from './audit-command.ts';
import { sealingOf } from './read-sealing.ts';
import { keepHead, rowsBetween, sealsAfter } from './seal.queries.ts';
import { headOf, leafOf, rootOf } from './seal.ts';
import { logIdOf, nextSealing, sealAccessLogOf } from './seal-access-log.ts';

const SOURCE = 'employment';
const subgraph = stepAgency(SOURCE, { tells: ['early-childhood', 'social-protection'] });
const others = ['early-childhood', 'social-protection'].map((name) => stepAgency(name));

let agency: TestAgency;
let keepers: TestAgency[];
let families: string[];
const hidden = { isHidden: false };

const asking = {
  user: { sub: 'lea', name: 'Léa', role: 'CASEWORKER', agency: 'departement-44' },
  ...{ purpose: 'FAMILY_SUPPORT', requestId: 'request', now: new Date('2026-03-02T09:00:00Z') },
} as unknown as Asking;

/** Rows of these families, each in a transaction of its own. */
const write = async (familyIds: readonly string[]): Promise<void> => {
  for (const familyId of familyIds)
    await insertAccesses(agency.db.manager, [
      { asking, familyId, outcome: 'SEEN', categories: ['CARE'], relation: 'TEAM' },
    ]);
};

const seal = (): Promise<void> =>
  inTransaction(agency.db.manager, (tx) => sealAccessLogOf(SOURCE)(tx, {}, new Date()));

const verify = async (...args: string[]) => {
  const keeping = keepers.map(({ databaseUrl }, index) => ({
    subgraph: others[index] ?? subgraph,
    databaseUrl,
  }));
  const { text, isSound } = await runAudit(args, async () => [
    { subgraph, databaseUrl: agency.databaseUrl },
    ...(hidden.isHidden ? [] : keeping),
  ]);
  const [own = ''] = text.split(/^early-childhood$/m);
  return { text: own, isSound };
};

/** As whoever owns the database, whom no trigger stops. */
const tamperWith = ({ databaseName }: TestAgency, ...statements: string[]): Promise<void> =>
  asAdministrator(async (client) => {
    await client.query('set session_replication_role = replica');
    for (const sql of statements) await client.query(sql);
  }, databaseName);
const tamper = (...statements: string[]): Promise<void> => tamperWith(agency, ...statements);

const TABLES = ['access_log', 'access_log_seals', 'access_log_months_let_go'];

beforeAll(async () => {
  keepers = await Promise.all(others.map((each) => runTestAgency(each)));
  agency = await runTestAgency(subgraph, async (subscriber, event) =>
    keepers[subscriber === 'early-childhood' ? 0 : 1]?.receive(event),
  );
  families = Array.from({ length: 9 }, newId);
  for (const batch of [families.slice(0, 3), families.slice(3, 6), families.slice(6)]) {
    await write(batch);
    await seal();
  }
  await agency.drained();
  await tamper(...TABLES.map((table) => `create table ${table}_copy as table ${table}`));
}, 60_000);
afterAll(async () => {
  for (const each of [agency, ...keepers]) await each.end();
});
afterEach(async () => {
  await agency.drained();
  await tamper(
    ...TABLES.flatMap((table) => [`truncate ${table}`, `insert into ${table} select * from ${table}_copy`]),
  );
  for (const each of keepers) await tamperWith(each, 'delete from access_log_heads where number > 3');
});

describe('a sealed access log', () => {
  it('is found to be as it was, by its seals and by what the others keep of them', async () => {
    const { text, isSound } = await verify();
    expect(text).toMatch(
      /^employment\n {2}✔ 9 rows in 3 seals, the last at .*Z; heads kept by early-childhood \(3\), social-protection \(3\)\n$/,
    );
    expect(isSound).toBe(true);
  });

  it('tells an auditor how far it is sealed, what waits, and what the others keep', async () => {
    const [first, second] = [families.slice(0, 1), families.slice(1, 2)];
    await write([...first, ...second]);
    const own = await sealingOf(agency.db.manager);
    expect(own).toMatchObject({ seals: 3, unsealedRows: 2, monthsLetGo: [], kept: [] });
    expect(own.newest.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(own.unsealedSince).toBeInstanceOf(Date);
    const [newest] = own.newest;
    const keptBy = async () => (await sealingOf((keepers[0] ?? agency).db.manager)).kept;
    const kept = { source: SOURCE, number: 3, head: newest?.head, toldAt: expect.any(Date) };
    expect(await keptBy()).toEqual([{ ...kept, isContradicted: false }]);
    await inTransaction((keepers[0] ?? agency).db.manager, (tx) =>
      keepHead(tx, SOURCE, { number: 2, upTo: 6, head: 'another' }),
    );
    expect(await keptBy()).toEqual([{ ...kept, isContradicted: true }]);
    for (const keeper of keepers)
      await tamperWith(keeper, "delete from access_log_heads where head = 'another'");
  });

  it('covers every column of a row', async () => {
    const columns: { name: string; type: string }[] = await agency.db.query(
      `select column_name as name, data_type as type from information_schema.columns where table_name = 'access_log'`,
    );
    const changes: Readonly<Record<string, string>> = {
      bigint: '99',
      uuid: `'${newId()}'`,
      ARRAY: `array['BENEFITS']`,
      'timestamp with time zone': "COLUMN + interval '1 millisecond'",
    };
    for (const { name, type } of columns) {
      const value = (name === 'outcome' ? `'DENIED'` : (changes[type] ?? `'another'`)).replace(
        'COLUMN',
        name,
      );
      await tamper(`update access_log set ${name} = ${value} where number = 2`);
      expect([name, (await verify()).isSound]).toEqual([name, false]);
      await tamper('truncate access_log', 'insert into access_log select * from access_log_copy');
    }
    expect(columns).toHaveLength(14);
  });

  it.each<[string, string[], RegExp]>([
    [
      'a row that was edited',
      ["update access_log set name = 'Nobody' where number = 5"],
      /seal 2: not as they were sealed: rows 5/,
    ],
    ['a row that was deleted', ['delete from access_log where number = 4'], /seal 2: deleted: rows 4/],
    [
      'rows in another order',
      [
        'update access_log set number = 100 where number = 4',
        'update access_log set number = 4 where number = 5',
        'update access_log set number = 5 where number = 100',
      ],
      /seal 2: not as they were sealed: rows 4, 5/,
    ],
    [
      'a row that was put in under a number that was never used',
      [
        'delete from access_log where number < 0',
        'insert into access_log select -3, written_at, id, at, request_id, sub, name, role, agency, purpose, family, outcome, categories, relation from access_log where number = 1',
      ],
      /seal 1: inserted after it was sealed: rows -3/,
    ],
    [
      'a row that was put in beside another of its number',
      [
        "insert into access_log select number, written_at + interval '1 second', id, at, request_id, sub, 'Nobody', role, agency, purpose, family, outcome, categories, relation from access_log where number = 6",
      ],
      /seal 2: inserted after it was sealed: rows 6/,
    ],
    [
      'rows that were cut off, their seals with them',
      ['delete from access_log where number > 6', 'delete from access_log_seals where number = 3'],
      /seal 3: cut off, early-childhood was told of it\n.*seal 3: cut off, social-protection was told of it/,
    ],
    [
      'all that was emptied',
      ['truncate access_log', 'truncate access_log_seals'],
      /seals 1 to 3: cut off, early-childhood was told of it/,
    ],
    ['a seal that was deleted', ['delete from access_log_seals where number = 2'], /seal 2: deleted/],
    [
      'a seal that covers less',
      ['update access_log_seals set up_to = 5 where number = 2'],
      /seal 2: does not follow/,
    ],
    [
      'a seal whose digests were changed',
      [
        'update access_log_seals set leaves = set_byte(leaves, 3, 255 - get_byte(leaves, 3)) where number = 2',
      ],
      /seal 2: does not follow/,
    ],
    [
      'a seal with another time',
      ["update access_log_seals set sealed_at = sealed_at - interval '1 day' where number = 1"],
      /seal 1: does not follow/,
    ],
    [
      'a month that is said to have gone',
      [`update access_log_seals set let_go = array['2026-01'] where number = 1`],
      /seal 1: does not follow/,
    ],
    ['a whole month that went without a word', ['truncate access_log'], /seal 3: deleted: rows 7, 8, 9/],
  ])('tells of %s', async (_what, statements, told) => {
    await tamper(...statements);
    const { text, isSound } = await verify();
    expect(text).toMatch(told);
    expect(text).toContain('  ✘ ');
    expect(isSound).toBe(false);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'hides rows from who reads it',
      'alter table access_log enable row level security',
      'alter table access_log disable row level security',
      /✘ access_log hides rows from who reads it/,
    ],
    [
      'is a view over another table, which shows what it was',
      'alter table access_log rename to access_log_real; create view access_log as table access_log_copy; grant select on access_log to public',
      'drop view access_log; alter table access_log_real rename to access_log',
      /✘ access_log is not the table that was made/,
    ],
    [
      'stands behind another of its name',
      "create schema before; create table before.access_log as table access_log_copy; grant usage on schema before to public; grant select on before.access_log to public; alter role all set search_path = 'before', 'public'",
      'drop schema before cascade; alter role all reset search_path',
      /✘ access_log is not the table that was made/,
    ],
    [
      'may be changed',
      'alter table access_log disable trigger access_log_stays',
      'alter table access_log enable trigger access_log_stays',
      /✘ access_log may be changed: a trigger is missing or off/,
    ],
  ])('tells of a log that %s, though every seal is right', async (_what, build, undo, told) => {
    const ofDatabase = (sql: string) => sql.replace('role all', `database "${agency.databaseName}"`);
    await tamper(ofDatabase(build));
    const { text, isSound } = await verify().finally(() => tamper(ofDatabase(undo)));
    expect(text).toMatch(told);
    expect(isSound).toBe(false);
    expect((await verify()).isSound).toBe(true);
  });

  it('tells of a log that was written anew with all its seals, by what the others keep', async () => {
    await tamper("update access_log set name = 'Nobody' where number = 5");
    const { manager } = agency.db;
    let previous = { head: '', upTo: null as number | null };
    for (const each of await sealsAfter(manager, 0, 10)) {
      const rows = (await rowsBetween(manager, previous.upTo, each.upTo)).map(({ number, leaf }) => ({
        number,
        leaf,
      }));
      const root = rootOf(rows);
      const head = headOf({ ...each, root }, previous.head);
      await tamper(
        `update access_log_seals set root = '${root}', head = '${head}',
           leaves = decode('${rows.map(({ leaf }) => leaf).join('')}', 'hex') where number = ${each.number}`,
      );
      previous = { head, upTo: each.upTo };
    }
    const { text, isSound } = await verify();
    expect(text).toMatch(/seals 2 to 3: written anew, not what early-childhood was told/);
    expect(isSound).toBe(false);
    hidden.isHidden = true;
    // Alone it cannot know.
    expect(await verify()).toMatchObject({ isSound: true, text: expect.stringContaining('no heads') });
    hidden.isHidden = false;
  });

  it('is compared with what an agency elsewhere keeps, as it printed it', async () => {
    const { text: lines } = await runAudit(['heads'], async () => [
      { subgraph: others[0] ?? subgraph, databaseUrl: keepers[0]?.databaseUrl ?? '' },
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'relais-heads-'));
    const file = join(folder, 'heads.jsonl');
    await writeFile(file, lines);
    hidden.isHidden = true;
    expect((await verify('--heads', file)).text).toContain('heads kept by early-childhood (3)');
    await tamper('delete from access_log where number > 6', 'delete from access_log_seals where number = 3');
    expect((await verify('--heads', file)).isSound).toBe(false);
    hidden.isHidden = false;
    await writeFile(file, 'no heads');
    await expect(verify('--heads', file)).rejects.toThrow('not what `npm run audit:verify -- heads` prints');
    await rm(folder, { recursive: true });
    await expect(verify('everything')).rejects.toThrow('Usage');
    await expect(verify('--everything')).rejects.toThrow('Usage');
  });
});

describe('sealing', () => {
  it('says what is not sealed yet, and seals it in the next run', async () => {
    await write([newId()]);
    const { text, isSound } = await verify();
    expect(text).toMatch(/1 rows since .* are not sealed yet/);
    expect(isSound).toBe(true);
    await seal();
    expect((await verify()).text).toContain('10 rows in 4 seals');
    await seal();
    expect((await verify()).text).toContain('10 rows in 4 seals');
    expect(nextSealing(new Date(0)).getTime()).toBeGreaterThan(0);
  });

  it('never seals above a row that is yet to come', async () => {
    const late = new pg.Client(agency.databaseUrl);
    await late.connect();
    await late.query('begin');
    await late.query(
      `insert into access_log (id, at, request_id, sub, name, role, agency, purpose, family, outcome, categories, relation)
       select gen_random_uuid(), at, request_id, sub, 'Late', role, agency, purpose, family, outcome, categories, relation
       from access_log limit 1`,
    );
    await write([newId()]);
    const sealedRows = async () => {
      const [row]: { rows: number }[] = await agency.db.query(
        'select sum(cardinality(numbers))::int as rows from access_log_seals',
      );
      return row?.rows;
    };
    const before = await sealedRows();
    await seal();
    expect(await sealedRows()).toBe(before);
    await late.query('commit');
    await late.end();
    await seal();
    expect(await sealedRows()).toBe((before ?? 0) + 2);
    expect((await verify()).text).not.toContain('inserted');
  });

  it('takes no more rows into a seal than fit, and all of them in the end', async () => {
    const many = Array.from({ length: 1_500 }, newId);
    await insertAccesses(
      agency.db.manager,
      many.map((familyId) => ({ asking, familyId, outcome: 'SEEN', categories: ['CARE'], relation: 'TEAM' })),
    );
    await seal();
    const sizes: { rows: number }[] = await agency.db.query(
      'select cardinality(numbers) as rows from access_log_seals where number > 3 order by number',
    );
    expect(sizes.map(({ rows }) => rows)).toEqual([1_000, 500]);
    expect((await verify()).text).toContain('1509 rows in 5 seals');
  });

  it('lets a month go as a whole, and only so', async () => {
    await tamper("select make_access_log_months('2025-01-01', 2)");
    const insert = (writtenAt: string) =>
      tamper(
        `insert into access_log (written_at, id, at, request_id, sub, name, role, agency, purpose, family, outcome, categories, relation)
         select '${writtenAt}', gen_random_uuid(), at, request_id, sub, name, role, agency, purpose, family, outcome, categories, relation
         from access_log where number = 1`,
      );
    for (const day of ['2025-01-10', '2025-01-20', '2025-02-03']) await insert(`${day}T12:00:00Z`);
    const letGo = (month: string) => tamper(`select let_go_access_log_month('${month}')`);
    await expect(letGo('2025-01-01')).rejects.toThrow('Not all rows of this month are sealed');
    await seal();
    await letGo('2025-01-01');
    await expect(letGo('2999-01-01')).rejects.toThrow('not over');
    await tamper('drop table access_log_2025_01');
    expect(await verify()).toMatchObject({
      isSound: true,
      text: expect.stringContaining('let go as whole months: 2025-01; hold it against the register'),
    });
    await seal();
    const [last] = (await sealsAfter(agency.db.manager, 4, 10)).slice(-1);
    expect(last).toMatchObject({ letGo: ['2025-01'], rows: [] });
    await agency.drained();
    expect((await verify()).isSound).toBe(true);
    // Without a word.
    await tamper('drop table access_log_2025_02');
    expect((await verify()).text).toMatch(/deleted: rows \d+, \d+, \d+/);
  });

  it('tells the newest head again with all else, for an agency that lost it', async () => {
    const logId = logIdOf(SOURCE);
    await rebuild(agency.db.manager, subgraph.rebuild as Rebuild, new Date());
    const told: { type: string }[] = await agency.db.query(
      'select type from outbox where family_id = $1 order by number desc limit 1',
      [logId],
    );
    expect(told).toEqual([{ type: 'relais.access-log.sealed.v1' }]);
  });
});

describe('the digests', () => {
  it('are of the columns and their order', () => {
    expect(leafOf(['a', 'b'])).not.toBe(leafOf(['b', 'a']));
    expect(leafOf(['a", "b'])).not.toBe(leafOf(['a', 'b']));
    expect(rootOf([{ number: 1, leaf: 'a' }])).not.toBe(rootOf([{ number: 2, leaf: 'a' }]));
  });
});
