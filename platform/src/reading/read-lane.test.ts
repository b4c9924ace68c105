import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { askingAs } from '../database/asking.ts';
import type { Asker } from '../database/asking-query.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { toConnections } from '../testing/test-connections.ts';
import { asAdministrator, asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { laneOf, openLane } from './lane.ts';
import { ReadLane } from './read-lane.ts';

const DIARIES = `
  create table diaries (id uuid primary key, owner text not null, words varchar(50) not null);
  grant all on diaries to public;
  insert into diaries values ('${newId()}', 'lea', 'mine'), ('${newId()}', 'tom', 'mine');
  alter table diaries enable row level security;
  alter table diaries force row level security;
  create policy own_diary on diaries using (owner = current_setting('app.user', true))`;

const OwnerRow = rowOf({ owner: ['owner', z.string()] });
const OWNERS_OF = `select ${OwnerRow.columns} from diaries where words = any($1) order by owner`;
const ownersOf = async (db: Pick<Database, 'query'>, sql = OWNERS_OF): Promise<string[]> =>
  (await rowsOf(db, OwnerRow, sql, [['mine']])).map(({ owner }) => owner);
const SLEEPING_LONG = `select ${OwnerRow.columns} from diaries cross join pg_sleep(60) where words = any($1)`;
const SLEEPING = `select ${OwnerRow.columns} from diaries cross join pg_sleep(0.5) where words = any($1)`;

const asker = (sub: string): Asker => ({
  role: 'CASEWORKER',
  sub,
  today: '2026-03-02',
  now: '2026-03-02T12:00:00.000Z',
  agency: 'BENEFITS',
  centres: '{}',
});
const asLea = asker('lea');

let database: TestDatabase;
let pool: DataSource;
let lane: ReadLane;
let lea: Database;
let tom: Database;

const settings = (url: string) => ({
  url,
  applicationName: 'test',
  connectWithinMs: 20_000,
  statementMs: 20_000,
  lockMs: 20_000,
  silentMs: 20_000,
  patience: 20,
});

beforeAll(async () => {
  database = await createTestDatabase({ name: 'employment', migrations: [] });
  await asOwner(database, DIARIES);
});
beforeEach(async () => {
  pool = await openDatabase({ url: database.url, applicationName: 'test', entities: [], patience: 20 });
  lane = laneOf(pool) ?? new ReadLane(settings(database.url));
  lea = askingAs(pool, asLea).manager;
  tom = askingAs(pool, asker('tom')).manager;
});
afterEach(() => pool.destroy());
afterAll(() => database.drop());

/** How often it was said who asks. */
const timesSaid = () =>
  asAdministrator(async (client) => {
    await client.query('create extension if not exists pg_stat_statements');
    const { rows } = await client.query(
      `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements statement
         join pg_database on pg_database.oid = statement.dbid
        where datname = $1 and query like 'select set_config%'`,
      [database.name],
    );
    return rows[0].calls as number;
  });

/** Does something to the connection as soon as it is answering what sleeps. */
const toTheSleeping = async (what: Parameters<typeof toConnections>[0]): Promise<void> => {
  const asleep = { applicationName: 'test reading', waitEvent: 'PgSleep' } as const;
  while ((await toConnections(what, database.name, asleep)) === 0);
};

describe('what is asked in one turn', () => {
  it('is told once who asks, for each person', async () => {
    await Promise.all([ownersOf(lea), ownersOf(tom)]);
    const before = await timesSaid();
    const seen = await Promise.all([
      ownersOf(lea),
      ownersOf(tom),
      ownersOf(lea),
      ownersOf(tom),
      ownersOf(lea),
    ]);
    expect(seen).toEqual([['lea'], ['tom'], ['lea'], ['tom'], ['lea']]);
    expect((await timesSaid()) - before).toBe(2);
  });

  it('shows nobody what is another’s, among thousands that come mixed, of which some fail', async () => {
    const askers = [lea, tom, askingAs(pool, asker('nobody')).manager];
    const expected = ['lea', 'tom', ''];
    const ask = async (turn: number): Promise<string> => {
      const who = turn % 3;
      const db = askers[who] ?? lea;
      if (turn % 7 === 0)
        return db.query('select 1 / $1::int', [0]).then(String, () => expected[who] ?? 'none');
      if (turn % 11 === 0) await new Promise(setImmediate);
      return String(await ownersOf(db, turn % 5 === 0 ? `${OWNERS_OF} limit ${1 + (turn % 40)}` : OWNERS_OF));
    };
    const seen: string[] = [];
    for (let round = 0; round < 10; round += 1)
      seen.push(...(await Promise.all(Array.from({ length: 500 }, (_, turn) => ask(turn + round)))));
    const wanted = Array.from({ length: 10 }, (_, round) =>
      Array.from({ length: 500 }, (_, turn) => expected[(turn + round) % 3]),
    ).flat();
    expect(seen).toEqual(wanted);
  });

  it('fails only where it is wrong', async () => {
    const wrong = ['select 1 / $1::int', 'select nothing from diaries where $1 = 1', 'select $1::int from'];
    for (let turn = 0; turn < 3; turn += 1) {
      const answers = await Promise.allSettled([
        ownersOf(lea),
        ...wrong.map((sql) => lea.query(sql, [0])),
        ownersOf(tom),
        lea.query('select $1::int as n', ['not a number']),
        ownersOf(lea),
        lea.query('select $1 as n', [{ toPostgres: () => Buffer.from('x').readInt8(9) }]),
        lea.query(`select 'x'::json as n`),
      ]);
      expect(answers.map(({ status }) => status[0])).toEqual([...'frrrfrfrr']);
    }
    await expect(lea.query('select 1 / $1::int', [0])).rejects.toMatchObject({
      driverError: { code: '22012' },
    });
  });

  it('answers all but what is cancelled', async () => {
    await ownersOf(lea);
    const asked = [ownersOf(lea), ownersOf(lea, SLEEPING), ownersOf(lea), ownersOf(tom)];
    const answers = Promise.allSettled(asked);
    await toTheSleeping('cancel');
    const [first, cancelled, next, other] = await answers;
    expect([first, next, other]).toMatchObject([{ value: ['lea'] }, { value: ['lea'] }, { value: ['tom'] }]);
    expect(cancelled).toMatchObject({ status: 'rejected', reason: { driverError: { code: '57014' } } });
  });

  it('is asked again when its connection is cut', async () => {
    await ownersOf(lea);
    const answers = Promise.all([ownersOf(lea), ownersOf(lea, SLEEPING), ownersOf(lea), ownersOf(tom)]);
    await toTheSleeping('terminate');
    expect(await answers).toEqual([['lea'], ['lea'], ['lea'], ['tom']]);
    expect(await ownersOf(tom)).toEqual(['tom']);
  });
});

describe('what was prepared', () => {
  const warmUp = async () => {
    for (let turn = 0; turn < 4; turn += 1) await Promise.all([ownersOf(lea), wordsOf(lea), ownersOf(tom)]);
  };
  const wordsOf = (db: Database) =>
    db.query('select words from diaries where owner = any($1)', [['lea', 'tom']]);

  it('is prepared anew when a table has changed, for all who ask at once', async () => {
    await warmUp();
    for (const length of [60, 70]) {
      await asOwner(database, `alter table diaries alter column words type varchar(${length})`);
      const answers = await Promise.all([
        wordsOf(lea),
        ownersOf(lea),
        wordsOf(tom),
        ownersOf(tom),
        wordsOf(lea),
      ]);
      const mine = [{ words: 'mine' }];
      expect(answers).toEqual([mine, ['lea'], mine, ['tom'], mine]);
    }
  });

  it('is prepared anew when the server forgot it', async () => {
    await warmUp();
    await lane.ask(asLea, 'deallocate all');
    expect(await Promise.all([ownersOf(lea), ownersOf(tom), ownersOf(lea)])).toEqual([
      ['lea'],
      ['tom'],
      ['lea'],
    ]);
  });

  it('is not kept twice, however often a statement fails', async () => {
    for (let turn = 0; turn < 6; turn += 1)
      await expect(lea.query('select $1::int as n, 1 as kept', ['x'])).rejects.toThrow();
    const kept = `select name from pg_prepared_statements where statement like '%as kept%' and name <> ''`;
    expect(await lane.ask(asLea, kept)).toHaveLength(0);
  });
});

describe('the lane', () => {
  it('changes nothing, whoever takes a change for a question', async () => {
    await expect(lane.ask(asLea, `update diaries set words = 'x'`)).rejects.toMatchObject({ code: '25006' });
  });

  it('is not for what a transaction asks, which sees its own changes', async () => {
    await inTransaction(lea, async (tx) => {
      await tx.query(`update diaries set words = 'other'`);
      expect(await ownersOf(tx)).toEqual([]);
      expect(await ownersOf(lea)).toEqual(['lea']);
      await tx.query(`update diaries set words = 'mine'`);
    });
  });

  it('is not for what holds up the others', async () => {
    const quick = new ReadLane({ ...settings(database.url), patience: 1 });
    const slowly = 'select pg_sleep(0.2)';
    expect(quick.takes(slowly)).toBe(true);
    await quick.ask(asLea, slowly);
    await quick.ask(asLea, slowly);
    expect(quick.takes(slowly)).toBe(false);
    await quick.close();
    expect(quick.takes(OWNERS_OF)).toBe(false);
  });

  it('asks by themselves those of which it does not know which held up the others', async () => {
    const quick = new ReadLane({ ...settings(database.url), patience: 1 });
    const [soon, slowly] = ['select 2 as n', 'select pg_sleep(0.15)'];
    for (let time = 0; time < 3; time += 1)
      await Promise.all([quick.ask(asLea, soon), quick.ask(asLea, slowly)]);
    expect([soon, slowly].map((text) => quick.takes(text))).toEqual([true, false]);
    await quick.close();
  });

  it('is not for what is cut off for taking too long, which held up the others longest', async () => {
    const strict = new ReadLane({ ...settings(database.url), patience: 1, statementMs: 100 });
    const [soon, endless] = ['select 1 as n', 'select pg_sleep(20)'];
    // One write, so that PostgreSQL tells of both at once.
    const [quick, slow] = await Promise.allSettled([strict.ask(asLea, soon), strict.ask(asLea, endless)]);
    expect([quick, slow]).toMatchObject([{ value: [{ n: 1 }] }, { reason: { code: '57014' } }]);
    expect([soon, endless].map((text) => strict.takes(text))).toEqual([true, false]);
    await strict.close();
  });

  it('is not for whoever comes while something holds it up', async () => {
    const held = new ReadLane({ ...settings(database.url), patience: 0.001 });
    await held.ask(asLea, 'select 1');
    const sleeping = expect(held.ask(asLea, 'select pg_sleep(20)')).rejects.toMatchObject({ code: '57014' });
    await toTheSleeping('count');
    expect(held.takes(OWNERS_OF)).toBe(false);
    await toTheSleeping('cancel');
    await sleeping;
    expect(held.takes(OWNERS_OF)).toBe(true);
    await held.close();
  });

  it('lets nobody wait behind what holds it up', async () => {
    const held = new ReadLane({ ...settings(database.url), patience: 1 });
    await held.ask(asLea, 'select 1');
    const sleeping = expect(held.ask(asLea, 'select pg_sleep(20)')).rejects.toMatchObject({ code: '57014' });
    const asksNoMore: string[] = [];
    const behind = held.ask(asker('tom'), 'select pg_sleep(10)', [], async () => {
      asksNoMore.push('once');
      return [{ n: 'elsewhere' }];
    });
    const failing = held.ask(asker('tom'), 'select 1/0', [], () => Promise.reject(new Error('no turn')));
    expect(await behind).toEqual([{ n: 'elsewhere' }]);
    await expect(failing).rejects.toThrow('no turn');
    await toTheSleeping('cancel');
    await sleeping;
    // What the lane itself says of them later is not heard, nor asked again.
    await toTheSleeping('cancel');
    expect(await held.ask(asLea, 'select 2 as n')).toEqual([{ n: 2 }]);
    expect(asksNoMore).toEqual(['once']);
    await held.close();
  });

  it('answers who waits behind what holds it up through the pool, under their own sight', async () => {
    const other = await openDatabase({
      ...{ url: database.url, applicationName: 'test', entities: [] },
      patience: 20,
      hasLane: false,
    });
    openLane(other, { ...settings(database.url), patience: 1 });
    const [hers, his] = [asLea, asker('tom')].map((who) => askingAs(other, who).manager);
    const sleeping = ownersOf(hers ?? lea, SLEEPING_LONG).catch(({ code }) => code);
    await toTheSleeping('count');
    expect(await ownersOf(his ?? tom)).toEqual(['tom']);
    await toTheSleeping('cancel');
    expect(await sleeping).toBe('57014');
    await other.destroy();
  });

  it('gives up a server that says nothing, and asks the next one', async () => {
    const strict = new ReadLane({ ...settings(database.url), silentMs: 200 });
    const answers = await Promise.allSettled([
      strict.ask(asLea, 'select pg_sleep(10)'),
      strict.ask(asLea, 'select 1 as n'),
    ]);
    const silent = { status: 'rejected', reason: { message: 'Query read timeout' } };
    expect(answers).toMatchObject([silent, silent]);
    expect(await strict.ask(asLea, 'select 1 as n')).toEqual([{ n: 1 }]);
    await strict.close();
  });

  it('refuses who waits for it when no connection is to be had, or it is closed', async () => {
    const mute = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const { port } = mute.address() as { port: number };
    const nowhere = new ReadLane({
      ...settings(`postgres://nobody@127.0.0.1:${port}/nothing`),
      connectWithinMs: 100,
    });
    await expect(nowhere.ask(asLea, 'select 1')).rejects.toThrow('timeout');
    const late = nowhere.ask(asLea, 'select 1');
    const [refused] = await Promise.allSettled([late, nowhere.close()]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { message: 'The connection was ended.' } });
    mute.close();
  });
});
