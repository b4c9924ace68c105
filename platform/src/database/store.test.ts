import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { Column, type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { newId } from '../ids.ts';
import { createTestDatabase, statementsRun, type TestDatabase } from '../testing/test-database.ts';
import { civilDate } from './columns.ts';
import { openDatabase } from './database.ts';
import { sentBefore, store, storeUnlessTaken } from './store.ts';
import { storeNew } from './store-new.ts';
import { inTransaction, type Transaction } from './transaction.ts';

@Entity('stays')
class Stay {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  room!: string;

  @Column({ ...civilDate, name: 'until_day', nullable: true })
  until!: Temporal.PlainDate | null;

  @Column('jsonb')
  guests!: readonly string[];

  @Column('integer')
  version!: number;

  get isOpen(): boolean {
    return this.until === null;
  }
}

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await createTestDatabase({ name: 'employment', migrations: [] });
  db = await openDatabase({
    url: database.ownerUrl,
    applicationName: 'test',
    entities: [Stay],
    patience: 20,
  });
  await db.query(
    'create table stays (id uuid primary key, room text not null unique, until_day date, guests jsonb not null, version integer not null)',
  );
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const day = Temporal.PlainDate.from('2026-03-10');
let stay: Stay;
/** Beside those of a transaction in which nothing is done. */
const statementsOf = async (work: (tx: Transaction) => Promise<unknown>): Promise<number> => {
  const count = async (each: typeof work) => {
    const before = await statementsRun([database.name]);
    await inTransaction(db.manager, each);
    return (await statementsRun([database.name])) - before;
  };
  return (await count(work)) - (await count(async () => undefined));
};
const onRecord = (id = stay.id) => db.manager.findOneBy(Stay, { id });

beforeEach(async () => {
  stay = Object.assign(new Stay(), { id: newId(), room: 'Blue', until: null, guests: ['Ada'], version: 1 });
  await db.manager.insert(Stay, stay);
});
afterEach(() => db.query('delete from stays'));

describe('a record that changes', () => {
  const change = (held: Stay, changes: Partial<Stay>) =>
    inTransaction(db.manager, (tx) => store(tx, Stay, held, changes));

  it('is stored as its next version, and answered as it is from now on', async () => {
    const changed = await change(stay, { until: day, guests: ['Ada', 'Bob'] });
    expect(changed).toBeInstanceOf(Stay);
    expect(changed).toEqual({ ...stay, until: day, guests: ['Ada', 'Bob'], version: 2 });
    expect(changed.isOpen).toBe(false);
    expect(await onRecord()).toEqual(changed);
  });

  it('stays as it was in the hands of whoever gave it', async () => {
    await change(stay, { until: day });
    expect(stay).toMatchObject({ until: null, version: 1 });
  });

  it('keeps what is not named, and loses what is null', async () => {
    const ended = await change(stay, { until: day });
    expect(await change(ended, { room: 'Red' })).toMatchObject({ until: day, room: 'Red' });
    expect(await onRecord()).toMatchObject({ until: day, room: 'Red', version: 3 });
    await change((await onRecord()) ?? stay, { until: null });
    expect(await onRecord()).toMatchObject({ until: null, version: 4 });
  });

  it('rises in its version even where nothing but what belongs to it changed', async () => {
    expect(await change(stay, {})).toMatchObject({ version: 2 });
    expect(await onRecord()).toMatchObject({ version: 2 });
  });

  it('costs one statement within its transaction', async () => {
    expect(await statementsOf((tx) => store(tx, Stay, stay, { room: 'Red' }))).toBe(1);
  });

  it('is not written over by an action that did not hold it', async () => {
    await change(stay, { room: 'Red' });
    await expect(change(stay, { room: 'Green' })).rejects.toMatchObject({
      extensions: { code: 'TRY_AGAIN' },
    });
    expect(await onRecord()).toMatchObject({ room: 'Red', version: 2 });
  });
});

describe('a new record', () => {
  const add = (record: Stay) => inTransaction(db.manager, (tx) => storeUnlessTaken(tx, Stay, record));
  const another = (given: Partial<Stay>) =>
    Object.assign(new Stay(), stay, { id: newId(), room: 'Red' }, given);

  it('is stored', async () => {
    const record = another({});
    expect(await add(record)).toBe(true);
    expect(await onRecord(record.id)).toEqual(record);
  });

  it.each([
    ['its id', () => ({ id: stay.id })],
    ['what else is unique', () => ({ room: stay.room })],
  ])('is not stored when another has %s, and breaks no transaction', async (_, taken) => {
    expect(await add(another(taken()))).toBe(false);
    expect(await onRecord()).toEqual(stay);
  });

  it('is stored once of two sent together', async () => {
    const record = another({});
    const added = await Promise.all([add(record), add(another({ id: record.id, room: 'Green' }))]);
    expect(added.sort()).toEqual([false, true]);
  });
});

describe('new records', () => {
  const room = (name: string, given: Partial<Stay>) =>
    Object.assign(new Stay(), stay, { id: newId(), room: name }, given);
  const add = (records: Partial<Stay>[]) => inTransaction(db.manager, (tx) => storeNew(tx, Stay, records));

  it('are stored as they are, any number of them in one statement', async () => {
    const records = [
      room('Red', { until: day, guests: [] }),
      room(`O’Neil's "room" \\ {1}`, { until: null, guests: ['Ada, Bob', '', '"'] }),
    ];
    expect(await statementsOf((tx) => storeNew(tx, Stay, records))).toBe(1);
    for (const record of records) expect(await onRecord(record.id)).toEqual(record);
    expect(await statementsOf((tx) => storeNew(tx, Stay, []))).toBe(0);
  });

  it('are not stored by halves: neither one of several, nor one that is not whole', async () => {
    const [red, green] = [room('Red', {}), room('Green', { id: stay.id })];
    await expect(add([red, green])).rejects.toMatchObject({ driverError: { constraint: 'stays_pkey' } });
    const { until: _, ...rest } = red;
    await expect(add([rest])).rejects.toThrow('A new record came without until.');
    expect(await onRecord(red.id)).toBeNull();
  });
});

describe('what a client sent before', () => {
  const sent = (id: string | null | undefined, room: string) =>
    inTransaction(db.manager, (tx) => sentBefore(tx, Stay, id, (stored) => stored.room === room));

  it('is answered when the same is sent again, and conflicts with anything else', async () => {
    expect(await sent(stay.id, 'Blue')).toEqual(stay);
    expect(await sent(stay.id, 'Red')).toBe('CONFLICT');
  });

  it('is nothing when the id is new, or when there is none', async () => {
    expect(await sent(newId(), 'Blue')).toBeNull();
    expect(await sent(null, 'Blue')).toBeNull();
    expect(await sent(undefined, 'Blue')).toBeNull();
  });

  it('is looked for in one statement, and not without an id', async () => {
    const ask = (id: string | null) => statementsOf((tx) => sentBefore(tx, Stay, id, () => true));
    expect(await ask(stay.id)).toBe(1);
    expect(await ask(null)).toBe(0);
  });
});
