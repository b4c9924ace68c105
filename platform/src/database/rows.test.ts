import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { Column, type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { civilDate } from './columns.ts';
import { openDatabase } from './database.ts';
import { day, hasRows, id, instant, instantInJson, recordFromJson, rowOf, rowsOf } from './rows.ts';

@Entity('visits')
class Visit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ ...civilDate, name: 'noted_on' })
  notedOn!: Temporal.PlainDate;

  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;
}

const VISIT = '00000000-0000-0000-0000-000000000001';
const MORNING = new Date('2026-03-03T09:00:00Z');
const Row = rowOf({ visitId: ['id', id], startsAt: ['starts_at', instant], notedOn: ['noted_on', day] });
const SELECTED = `select ${Row.columns} from visits`;

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await createTestDatabase({ name: 'employment', migrations: [] });
  db = await openDatabase({
    url: database.ownerUrl,
    applicationName: 'test',
    entities: [Visit],
    patience: 20,
  });
  await db.query('create table visits (id uuid primary key, noted_on date not null, starts_at timestamptz)');
  await db.query('insert into visits values ($1, $2, $3)', [VISIT, '2026-03-01', MORNING]);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const visit = { visitId: VISIT, startsAt: MORNING, notedOn: Temporal.PlainDate.from('2026-03-01') };

describe('rows', () => {
  it('come by the names they were declared with, whoever asks', async () => {
    const pool = new pg.Pool({ connectionString: database.ownerUrl });
    expect(await rowsOf(db.manager, Row, SELECTED)).toEqual([visit]);
    expect(await rowsOf(pool, Row, SELECTED)).toEqual([visit]);
    await pool.end();
  });

  it('come from a change too, and as JSON within another', async () => {
    const change = `update visits set starts_at = starts_at where id = $1 returning ${Row.columns}`;
    expect(await rowsOf(db.manager, Row, change, [VISIT])).toEqual([visit]);

    const Inner = rowOf({ startsAt: ['starts_at', instantInJson], notedOn: ['noted_on', day] });
    const Outer = rowOf({ visits: [`jsonb_agg(${Inner.json})`, Inner.type.array()] });
    const rows = await rowsOf(db.manager, Outer, `select ${Outer.columns} from visits`);
    expect(rows).toEqual([{ visits: [{ startsAt: visit.startsAt, notedOn: visit.notedOn }] }]);
  });

  it.each([
    ['lacks', 'select id as "visitId", starts_at as "startsAt" from visits'],
    ['has in excess', `select ${Row.columns}, 1 as more from visits`],
    ['has empty', `select id as "visitId", null as "startsAt", noted_on as "notedOn" from visits`],
  ])('are refused when the statement %s a column', async (_what, sql) => {
    await expect(rowsOf(db.manager, Row, sql)).rejects.toBeInstanceOf(z.ZodError);
  });

  it('can be asked for without being read', async () => {
    expect(await hasRows(db.manager, 'select from visits where id = $1', [VISIT])).toBe(true);
    expect(await hasRows(db.manager, 'delete from visits where noted_on > now() returning id')).toBe(false);
  });
});

describe('a record from JSON', () => {
  const Whole = rowOf({ whole: ['to_jsonb(visits)', z.unknown()] });

  it('is as TypeORM reads it', async () => {
    const [row] = await rowsOf(db.manager, Whole, `select ${Whole.columns} from visits`);
    expect(recordFromJson(db.manager, Visit, row?.whole)).toEqual(
      await db.manager.findOneBy(Visit, { id: VISIT }),
    );
  });

  it('is refused when a column is missing', () => {
    expect(() => recordFromJson(db.manager, Visit, { id: VISIT, noted_on: '2026-03-01' })).toThrow(
      'visits came without starts_at',
    );
  });
});
