import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, migrateTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { fingerprintOf, platformMigrations, type SqlFile } from './sql-files.ts';
import { withClient } from './with-client.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ name: 'employment', migrations: [] });
});
afterEach(() => database.drop());

const toys: SqlFile = {
  name: 'toys/0001-toys.sql',
  sql: `create table boxes (id int constraint boxes_pkey primary key);
    create table toys (name text constraint toys_pkey primary key)`,
  repeats: false,
};
const colours: SqlFile = {
  name: 'toys/0002-colours.sql',
  sql: `alter table toys add column colour text not null default 'red'`,
  repeats: false,
};
/** Toys are noted with a greeting by a trigger. */
const greeting = (words: string): SqlFile => ({
  name: 'toys/functions/greeting.sql',
  sql: `
    create or replace function greet() returns trigger language plpgsql as $$
    begin
      new.name := '${words} ' || new.name;
      return new;
    end $$;
    create or replace trigger toys_are_greeted before insert on toys for each row execute function greet()`,
  repeats: true,
});

const bring = (...migrations: SqlFile[]) => migrateTestDatabase(database, migrations);
const ask = (sql: string) => withClient(database.ownerUrl, async (client) => (await client.query(sql)).rows);
const noted = () => ask('select name, hash, applied_at::text from schema_files order by applied_at, name');
const addToy = (name: string) => ask(`insert into toys (name) values ('${name}') returning *`);

describe('migrate', () => {
  it('applies each migration once, and notes it', async () => {
    await bring(toys, greeting('Hello'));
    const before = await noted();
    expect(before.map(({ name }) => name)).toEqual(['toys/0001-toys.sql', 'toys/functions/greeting.sql']);
    await bring(toys, greeting('Hello'));
    expect(await noted()).toEqual(before);
  });

  it('runs functions and triggers again when their file changed, after the migrations that are new', async () => {
    await bring(toys, greeting('Hello'));
    await addToy('bear');
    await bring(toys, colours, greeting('Goodbye'));
    await addToy('car');
    expect(await ask('select * from toys order by name')).toEqual([
      { name: 'Goodbye car', colour: 'red' },
      { name: 'Hello bear', colour: 'red' },
    ]);
  });

  it('applies all or nothing, and names the file that failed', async () => {
    await bring(toys);
    const wrong = { ...greeting('Hello'), sql: 'create function greet() returns nothing language sql' };
    await expect(bring(toys, colours, wrong)).rejects.toThrow(
      'Nothing was migrated, because of toys/functions/greeting.sql: type "nothing" does not exist',
    );
    await addToy('car');
    expect(await ask('select * from toys')).toEqual([{ name: 'car' }]);
  });

  it('begins anew when it stood in the way of a service and was ended for it', async () => {
    await ask('create sequence attempts');
    const amidOthers = (attempts: number): SqlFile => ({
      ...toys,
      name: `toys-${attempts}.sql`,
      sql: `do $$ begin
        if nextval('attempts') < ${attempts} then raise exception using errcode = 'deadlock_detected'; end if;
      end $$`,
    });
    await bring(toys, amidOthers(3));
    expect(await ask('select last_value::integer from attempts')).toEqual([{ last_value: 3 }]);
    expect(await noted()).toHaveLength(2);
    await ask("select setval('attempts', 1)");
    await expect(bring(toys, amidOthers(3), amidOthers(100))).rejects.toThrow('Nothing was migrated');
    expect(await ask('select last_value::integer from attempts')).toEqual([{ last_value: 6 }]);
  });

  it('says nothing of the rows that a migration met', async () => {
    await bring(toys);
    await addToy('bear');
    const once = { ...colours, sql: `insert into toys values ('bear')` };
    const failed = bring(toys, once);
    await expect(failed).rejects.toThrow('toys_pkey');
    await expect(failed).rejects.not.toThrow('bear');
  });

  it('is done once by two that start together', async () => {
    await Promise.all([bring(toys, greeting('Hello')), bring(toys, greeting('Hello'))]);
    expect(await addToy('car')).toEqual([{ name: 'Hello car' }]);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await bring(toys);
    const edited = { ...toys, sql: `${toys.sql}; create table puzzles ()` };
    await expect(bring(edited)).rejects.toThrow(
      `The database ${database.name} was made with another toys/0001-toys.sql than this version has. A migration that was applied is not edited: add one.`,
    );
  });

  it('refuses a database from before the first release', async () => {
    await ask('create table migrations (id serial, timestamp bigint, name text)');
    await expect(bring(toys)).rejects.toThrow(
      `The database ${database.name} was made by a version of Relais that was never released. Name a new, empty one.`,
    );
    expect(await ask(`select to_regclass('toys') as toys`)).toEqual([{ toys: null }]);
  });

  it('has what a merge writes journaled in tables that are new, and no longer where it is said to be worked out', async () => {
    const journaled = (...not: string[]): SqlFile => ({
      name: 'toys/functions/journaled.sql',
      sql: `create or replace function not_journaled() returns text[] language sql return '{${not}}'::text[]`,
      repeats: true,
    });
    const tables = async () => {
      const found = await ask(`
        select tgrelid::regclass::text as name from pg_trigger
        where tgname = 'merge_is_journaled_delete' and tgrelid::regclass::text in ('toys', 'boxes', 'shelves', 'outbox') order by 1`);
      return found.map(({ name }) => name);
    };
    const shelves = { name: 'toys/0003-shelves.sql', sql: 'create table shelves (id int)', repeats: false };
    await bring(...platformMigrations, toys, journaled('boxes'));
    expect(await tables()).toEqual(['toys']);
    await bring(...platformMigrations, toys, shelves, journaled('boxes'));
    expect(await tables()).toEqual(['shelves', 'toys']);
    await bring(...platformMigrations, toys, shelves, journaled('toys'));
    expect(await tables()).toEqual(['boxes', 'shelves']);
  });

  it('leaves the functions of a newer version as they are', async () => {
    await bring(toys, colours, greeting('Goodbye'));
    await bring(toys, greeting('Hello'));
    expect(await addToy('car')).toEqual([{ name: 'Goodbye car', colour: 'red' }]);
  });
});

describe('the files of SQL', () => {
  it('are read in the order of their names, functions last', () => {
    const names = platformMigrations.map(({ name }) => name);
    const repeated = platformMigrations.filter(({ repeats }) => repeats).map(({ name }) => name);
    const once = names.filter((name) => !repeated.includes(name));
    expect(names).toEqual([...once.toSorted(), ...repeated.toSorted()]);
    expect(once[0]).toBe('platform/0001-events.sql');
    expect(repeated).toContain('platform/functions/closed-quarters.sql');
  });

  it('have another fingerprint when any of them changed', () => {
    const prints = [[toys], [toys, colours], [toys, greeting('Hello')], [toys, greeting('Goodbye')]];
    expect(new Set(prints.map(fingerprintOf)).size).toBe(4);
    expect(fingerprintOf([toys, greeting('Hello')])).toBe(fingerprintOf([toys, greeting('Hello')]));
  });
});
