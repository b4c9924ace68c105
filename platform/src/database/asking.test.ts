import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { User } from '../auth/user.ts';
import { newId } from '../ids.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { askerOf, askingAs, asService, readingAsService } from './asking.ts';
import type { Asker } from './asking-query.ts';
import { type Database, openDatabase } from './database.ts';
import { PreparingClient } from './preparing-client.ts';
import { rowOf, rowsOf } from './rows.ts';
import { inTransaction } from './transaction.ts';

const DIARIES = `
  create table diaries (id uuid primary key, owner text not null, words text not null);
  grant all on diaries to public;
  alter table diaries enable row level security;
  alter table diaries force row level security;
  create policy own_diary on diaries using (
    current_setting('app.role', true) = 'SERVICE' or owner = current_setting('app.user', true))`;

const OwnerRow = rowOf({ owner: ['owner', z.string()] });
const OWNERS = `select ${OwnerRow.columns} from diaries order by owner`;
const OWNERS_OF = `select ${OwnerRow.columns} from diaries where words = $1 order by owner`;
const owners = async (db: Pick<Database, 'query'>): Promise<string[]> =>
  (await rowsOf(db, OwnerRow, OWNERS)).map(({ owner }) => owner);
const ownersOf = async (db: Pick<Database, 'query'>): Promise<string[]> =>
  (await rowsOf(db, OwnerRow, OWNERS_OF, ['mine'])).map(({ owner }) => owner);

const asker = (sub: string): Asker => ({
  role: 'CASEWORKER',
  sub,
  today: '2026-03-02',
  now: '2026-03-02T12:00:00.000Z',
  agency: 'BENEFITS',
  centres: '{}',
});

let database: TestDatabase;
/** One connection for all: what goes over the lane is asked in `read-lane.test.ts`. */
let pool: DataSource;
let lea: Database;
let tom: Database;

beforeAll(async () => {
  database = await createTestDatabase({ name: 'employment', migrations: [] });
  await asOwner(database, DIARIES);
});
beforeEach(async () => {
  await asOwner(
    database,
    `delete from diaries; insert into diaries values ('${newId()}', 'lea', 'mine'), ('${newId()}', 'tom', 'mine')`,
  );
  pool = await openDatabase({
    url: database.url,
    applicationName: 'test',
    entities: [],
    patience: 20,
    poolSize: 1,
    hasLane: false,
  });
  lea = askingAs(pool, asker('lea')).manager;
  tom = askingAs(pool, asker('tom')).manager;
});
afterAll(() => database.drop());

describe('a statement', () => {
  it('is asked for one person, with parameters and without, however often', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await owners(lea)).toEqual(['lea']);
      expect(await ownersOf(lea)).toEqual(['lea']);
    }
    await pool.destroy();
  });

  it('that names nobody sees nothing, also on a connection on which somebody has just asked', async () => {
    expect(await owners(pool.manager)).toEqual([]);
    expect(await owners(tom)).toEqual(['tom']);
    expect(await owners(pool.manager)).toEqual([]);
    expect(await pool.query(`select current_setting('app.user', true) as asker`)).toEqual([{ asker: '' }]);
    await pool.destroy();
  });

  it('of two people at once, on one connection, shows neither what is the other’s', async () => {
    const turns = Array.from({ length: 60 }, (_, turn) => (turn % 2 === 0 ? 'lea' : 'tom'));
    const seen = await Promise.all(
      turns.map((name, turn) => (turn % 3 === 0 ? owners : ownersOf)(name === 'lea' ? lea : tom)),
    );
    expect(seen).toEqual(turns.map((name) => [name]));
    await pool.destroy();
  });

  it('of two people who are both in the middle of a transaction, on two connections, neither', async () => {
    await pool.destroy();
    const two = await openDatabase({
      url: database.url,
      applicationName: 'test',
      entities: [],
      patience: 20,
      poolSize: 2,
      hasLane: false,
    });
    const one = askingAs(two, asker('lea')).manager;
    const other = askingAs(two, asker('tom')).manager;
    const seen: string[][] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      await inTransaction(turn % 2 ? one : other, async (first) => {
        await inTransaction(turn % 2 ? other : one, async (second) => {
          seen.push([...(await owners(first)), ...(await owners(second)), ...(await owners(first))]);
        });
      });
    }
    expect(new Set(seen.map(String))).toEqual(new Set(['lea,tom,lea', 'tom,lea,tom']));
    await two.destroy();
  });

  it('that fails leaves nothing to the next', async () => {
    for (const wrong of ['select * from nowhere', 'select 1 / 0', 'selec']) {
      await expect(lea.query(wrong)).rejects.toThrow();
      await expect(lea.query(`${wrong} -- $1`, ['x'])).rejects.toThrow();
      expect(await owners(pool.manager)).toEqual([]);
      expect(await owners(tom)).toEqual(['tom']);
    }
    await pool.destroy();
  });

  it('is asked for whoever it is, however they are called', async () => {
    const name = `o'neil"); set app.role = 'SERVICE'; --\\`;
    const neil = askingAs(pool, asker(name)).manager;
    expect(await owners(neil)).toEqual([]);
    await inTransaction(neil, async (tx) => {
      expect(await owners(tx)).toEqual([]);
      expect(await tx.query(`select current_setting('app.user') as asker`)).toEqual([{ asker: name }]);
    });
    await pool.destroy();
  });

  it('may change what is one’s own, and nothing else', async () => {
    expect(await lea.query(`update diaries set words = 'changed'`)).toEqual([[], 1]);
    await expect(lea.query('insert into diaries values ($1, $2, $3)', [newId(), 'tom', 'x'])).rejects.toThrow(
      'new row violates row-level security policy',
    );
    expect(await ownersOf(asService(pool).manager)).toEqual(['tom']);
    await pool.destroy();
  });
});

describe('a transaction', () => {
  it('is asked for who began it, to its end', async () => {
    await inTransaction(lea, async (tx) => {
      expect(await owners(tx)).toEqual(['lea']);
      expect(await ownersOf(tx)).toEqual(['lea']);
    });
    expect(await owners(pool.manager)).toEqual([]);
    await inTransaction(tom, async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined);
    }).catch(() => undefined);
    expect(await owners(pool.manager)).toEqual([]);
    await pool.destroy();
  });

  it('reads what the service itself needs to know, and is then again its own person’s', async () => {
    await inTransaction(lea, async (tx) => {
      const service = readingAsService(tx);
      for (let turn = 0; turn < 3; turn += 1) {
        expect(await owners(service)).toEqual(['lea', 'tom']);
        expect(await owners(tx)).toEqual(['lea']);
        for (const [asked, found] of [
          [tx, 'lea'],
          [service, 'lea,tom'],
          [tx, 'lea'],
        ] as const)
          expect(String(await ownersOf(asked))).toBe(found);
      }
    });
    await pool.destroy();
  });

  it('is the same person’s after a part of it was taken back', async () => {
    await inTransaction(lea, async (tx) => {
      await tx.query('savepoint before');
      expect(await owners(readingAsService(tx))).toEqual(['lea', 'tom']);
      await tx.query('rollback to savepoint before');
      expect(await owners(tx)).toEqual(['lea']);
      expect(await owners(readingAsService(tx))).toEqual(['lea', 'tom']);
      await tx.query('savepoint before');
      expect(await owners(tx)).toEqual(['lea']);
      await tx.query('rollback to savepoint before');
      expect(await owners(tx)).toEqual(['lea']);
    });
    await pool.destroy();
  });

  it('is taken back whole where its first statement fails, and when a later one does', async () => {
    const isolation = `select current_setting('transaction_isolation') as isolation`;
    await inTransaction(lea, async (tx) =>
      expect(await tx.query(isolation)).toEqual([{ isolation: 'read committed' }]),
    );
    for (const first of [
      ['select 1 / 0'],
      [`update diaries set words = 'gone'`, 'select 1 / $1::integer', 0],
    ] as const) {
      const [begin, then, by] = first;
      const failing = inTransaction(lea, async (tx) => {
        await tx.query(begin);
        if (then) await tx.query(then, [by]);
      });
      await expect(failing).rejects.toThrow('division by zero');
      expect(await ownersOf(lea)).toEqual(['lea']);
    }
    await pool.destroy();
  });

  it('of nobody sees nothing', async () => {
    await owners(lea);
    expect(await inTransaction(pool.manager, owners)).toEqual([]);
    await pool.destroy();
  });
});

describe('saying who asks', () => {
  it('takes no round trip of its own', async () => {
    await pool.destroy();
    const client = new PreparingClient(database.url);
    await client.connect();
    let trips = 0;
    const { connection } = client as unknown as { connection: { on(event: string, hear: () => void): void } };
    connection.on('readyForQuery', () => {
      trips += 1;
    });
    const tripsOf = async (work: () => Promise<unknown>): Promise<number> => {
      const before = trips;
      await work();
      return trips - before;
    };
    const sofia = asker('lea');
    // Once for each connection it is prepared.
    expect(await tripsOf(() => client.queryFor(sofia, OWNERS))).toBe(2);
    for (const turn of [1, 2, 3])
      expect([turn, await tripsOf(() => client.queryFor(sofia, OWNERS_OF, ['mine']))]).toEqual([turn, 1]);
    expect(await tripsOf(() => client.queryFor(sofia, OWNERS))).toBe(1);
    expect(await tripsOf(() => client.queryFor(sofia, 'START TRANSACTION'))).toBe(0);
    expect(await tripsOf(() => client.queryFor(sofia, OWNERS_OF, ['mine']))).toBe(1);
    expect(await tripsOf(() => client.queryFor(asker('tom'), OWNERS_OF, ['mine']))).toBe(1);
    expect(await tripsOf(() => client.queryFor(sofia, 'COMMIT'))).toBe(1);
    // One in which nothing is asked is none.
    for (const end of ['COMMIT', 'ROLLBACK']) {
      await client.queryFor(sofia, 'START TRANSACTION');
      expect(await tripsOf(() => client.queryFor(sofia, end))).toBe(0);
    }
    await client.end();
  });

  it('says how the statements of a transaction are planned, to its end', async () => {
    await pool.destroy();
    const client = new PreparingClient(database.url);
    await client.connect();
    const ask = { query: (sql: string): Promise<unknown> => client.query(sql) };
    const ModeRow = rowOf({ mode: ["current_setting('plan_cache_mode')", z.string()] });
    const modes: unknown[] = [];
    const note = async () => modes.push(...(await rowsOf(ask, ModeRow, `select ${ModeRow.columns}`)));
    for (const planning of ['force_generic_plan', 'auto'] as const) {
      await client.queryFor({ ...asker('lea'), planning }, 'START TRANSACTION');
      await note();
      await client.queryFor(asker('lea'), 'COMMIT');
      await note();
    }
    await client.end();
    expect(modes).toEqual(['force_generic_plan', 'auto', 'auto', 'auto'].map((mode) => ({ mode })));
  });

  it('is prepared anew when the server forgot it', async () => {
    for (let turn = 0; turn < 3; turn += 1) expect(await ownersOf(lea)).toEqual(['lea']);
    for (let turn = 0; turn < 2; turn += 1) {
      await pool.query('deallocate all');
      expect(await ownersOf(lea)).toEqual(['lea']);
      await pool.query('deallocate all');
      expect(await owners(tom)).toEqual(['tom']);
    }
    await pool.destroy();
  });

  it('is for nobody where the agency is not admitted, and never for the service', async () => {
    await pool.destroy();
    const centreIds = [newId(), newId()];
    const user = { sub: 'lea', role: 'CASEWORKER', agencyKind: null, centreIds } as unknown as User;
    const noon = new Date('2026-03-02T23:30:00Z');
    expect(askerOf(user, noon)).toEqual({
      role: '',
      sub: 'lea',
      today: '2026-03-03',
      now: '2026-03-02T23:30:00.000Z',
      agency: '',
      centres: `{${centreIds.join()}}`,
    });
    expect(askerOf({ ...user, agencyKind: 'BENEFITS' }, noon)).toMatchObject({
      role: 'CASEWORKER',
      agency: 'BENEFITS',
    });
  });
});
