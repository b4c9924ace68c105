import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openDatabase, patiently } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';
import { inTransaction } from './transaction.ts';

const KEPT_OPEN = 4;

describe('a database', () => {
  let database: TestDatabase;
  let db: DataSource;
  const open = (patience = 1, poolSize = 2, hasLane = true) =>
    openDatabase({
      url: database.ownerUrl,
      applicationName: 'test',
      entities: [],
      patience,
      poolSize,
      hasLane,
    });

  beforeAll(async () => {
    database = await createTestDatabase({
      name: 'employment',
      migrations: [],
    });
    db = await open(20);
    await db.query('create table notes (id int primary key, text text not null)');
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('prepares a statement from its second use on', async () => {
    await inTransaction(db.manager, async (tx) => {
      for (const id of [1, 2, 3]) await tx.query('select text from notes where id = $1', [id]);
      const Prepared = rowOf({ statement: ['statement', z.string()] });
      const prepared = await rowsOf(tx, Prepared, `select ${Prepared.columns} from pg_prepared_statements`);
      expect(prepared).toContainEqual({ statement: 'select text from notes where id = $1' });
    });
  });

  describe('after a table changed under prepared statements', () => {
    const QUESTIONS = ['select * from notes where id = $1', 'select text from notes where id >= $1'];
    let warm: DataSource;
    let version = 0;
    const onEveryConnection = (work: (runner: QueryRunner) => Promise<unknown>) =>
      Promise.all(
        [1, 2, 3].map(async () => {
          const runner = warm.createQueryRunner();
          try {
            await runner.connect();
            return await work(runner);
          } finally {
            await runner.release();
          }
        }),
      );
    const askAll = async (runner: QueryRunner) => {
      const answers: unknown[] = [];
      for (const question of QUESTIONS) answers.push(await runner.query(question, [1]));
      return answers;
    };
    const changeTable = () => {
      version += 1;
      return db.query(`alter table notes alter column text type varchar(${100 + version})`);
    };

    beforeEach(async () => {
      warm = await open(20, 3);
      for (let turn = 0; turn < 3; turn += 1) await onEveryConnection(askAll);
      await changeTable();
    });
    afterEach(() => warm.destroy());

    it('answers every question of every connection at once', async () => {
      expect(await onEveryConnection(askAll)).toEqual([1, 2, 3].map(() => [[], []]));
    });

    it('says "try again" in a transaction, once for all connections', async () => {
      const inOne = () => inTransaction(warm.manager, (tx) => tx.query(QUESTIONS[0] ?? '', [1]));
      await expect(inOne()).rejects.toMatchObject({ extensions: { code: 'TRY_AGAIN' } });
      expect(await Promise.all([inOne(), inOne(), inOne()])).toEqual([[], [], []]);
    });

    it('prepares anew what the server forgot', async () => {
      await onEveryConnection((runner) => runner.query('deallocate all'));
      expect(await onEveryConnection(askAll)).toEqual([1, 2, 3].map(() => [[], []]));
    });
  });

  it('is waited for at the start, as long as it is only slow', async () => {
    let attempts = 0;
    const slow = async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('timeout exceeded when trying to connect');
      if (attempts === 2) throw new Error('the database system is starting up');
      return attempts;
    };
    expect(await patiently(slow)).toBe(3);
    attempts = 0;
    await expect(patiently(slow, Date.now() - 1)).rejects.toThrow('timeout exceeded');
    const refused = async () => Promise.reject(new Error('password authentication failed'));
    await expect(patiently(refused)).rejects.toThrow('password');
  });

  it('never acknowledges a commit that PostgreSQL turned into a rollback', async () => {
    const swallow = inTransaction(db.manager, async (tx) => {
      await tx.query('insert into notes (id, text) values ($1, $2)', [7, 'kept?']);
      await tx.query('select 1 / 0').catch(() => undefined);
      return 'acknowledged';
    });
    await expect(swallow).rejects.toThrow('COMMIT was answered by ROLLBACK');
    expect(await db.query('select from notes where id = 7')).toEqual([]);
  });

  it('ends a statement that takes too long', async () => {
    const strict = await open();
    await expect(strict.query('select pg_sleep(3)')).rejects.toMatchObject({
      driverError: { code: '57014' },
    });
    await strict.destroy();
  });

  it('lets who needs a connection wait longer than the slowest statement takes', async () => {
    const single = await open(1, 1);
    const answers = await Promise.allSettled(
      Array.from({ length: 3 }, () => single.query('select pg_sleep(0.6)')),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await single.destroy();
  });

  it('keeps a few connections open through a pause, for those who come all at once after it', async () => {
    const paused = await open(20, 8, false);
    const pool: pg.Pool = Reflect.get(paused.driver, 'master');
    pool.options.idleTimeoutMillis = 20;
    await Promise.all(Array.from({ length: 8 }, () => paused.query('select pg_sleep(0.05)')));
    while (pool.totalCount > KEPT_OPEN) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([pool.totalCount, pool.idleCount]).toEqual([KEPT_OPEN, KEPT_OPEN]);
    await paused.destroy();
  });

  it('answers "try again" to who waits too long for a lock', async () => {
    const strict = await open();
    await db.query(`insert into notes (id, text) values (9, 'held')`);
    const change = `update notes set text = text where id = 9`;
    await inTransaction(db.manager, async (tx) => {
      await tx.query(change);
      await expect(inTransaction(strict.manager, (other) => other.query(change))).rejects.toMatchObject({
        extensions: { code: 'TRY_AGAIN' },
      });
    });
    await strict.destroy();
  });

  it('reads days as text, so that no time zone shifts them', async () => {
    expect(
      await db.query(`select date '2026-03-29' as day, count(*) as many from notes where id < 0`),
    ).toEqual([{ day: '2026-03-29', many: 0 }]);
  });
});
