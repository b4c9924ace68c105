import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { rowOf, rowsOf } from '../database/rows.ts';

const namesIn = async (db: Database, sql: string): Promise<string[]> => {
  const rows = await rowsOf(db, rowOf({ name: ['name', z.string()] }), sql);
  return rows.map(({ name }) => name).sort();
};

/** An index serves a key that it begins with a column of, if it has all rows that name something. */
const WITHOUT_INDEX = `
  select conname::text as name from pg_constraint key
  where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
    select from pg_index index
    where index.indrelid = key.conrelid and index.indkey[0] = any(key.conkey)
      and coalesce(pg_get_expr(index.indpred, index.indrelid), '') in ('', (
        select format('(%I IS NOT NULL)', attname) from pg_attribute
        where attrelid = key.conrelid and attnum = index.indkey[0])))`;

/** Foreign keys whose rows are found only by reading the whole table. */
export const foreignKeysWithoutIndex = (db: Database): Promise<string[]> => namesIn(db, WITHOUT_INDEX);

/** The names that PostgreSQL and TypeORM give; a primary key may be called as PostgreSQL would call it. */
const GENERATED_NAMES = `
  with named as (
    select conname::text as name, conrelid as of from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n' and conparentid = 0
    union
    select relname::text, indrelid from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and not relispartition
  )
  select name from named
  where name ~ '_(key|check|excl|idx)[0-9]*$' or name ~ '^[A-Z]+_[0-9a-f]+$' or exists (
    select from pg_attribute where attrelid = named.of and attnum > 0
      and name like (select relname from pg_class where oid = named.of) || '\\_' || attname || '%\\_fkey')`;

/** A broken constraint is told by its name, in refusals and in logs. */
export const generatedNames = (db: Database): Promise<string[]> => namesIn(db, GENERATED_NAMES);

const MISTAKEN_TIMES = `
  select table_name || '.' || column_name as name from information_schema.columns
  where table_schema = 'public' and (
    data_type in ('timestamp without time zone', 'time with time zone')
    or column_name ~ '(^|_)at$' and data_type <> 'timestamp with time zone'
    or column_name ~ '_(on|day|date)$' and data_type <> 'date')`;

/** Instants that are no instants, days that are no days. */
export const mistakenTimes = (db: Database): Promise<string[]> => namesIn(db, MISTAKEN_TIMES);

const NAMING = `
  select table_name || '.' || column_name as name from information_schema.columns
  where table_schema = 'public' and column_name ~ '(^|_)(family|child|adult)_ids?$'
    and table_name not in ('outbox', 'pending_deliveries', 'delivery_positions', 'inbox_positions', 'event_numbers')
    and not exists (
      select from pg_trigger
      where tgrelid = format('public.%I', table_name)::regclass
        and tgname = 'follows_merged_' || replace(column_name, '_id', ''))`;

/** Columns that name a family or one of its people, and are not led on to the survivor of a merge by a trigger. */
export const namingWithoutTrigger = (db: Database): Promise<string[]> => namesIn(db, NAMING);

const UNJOURNALED = `
  select distinct table_name::text as name from information_schema.columns
  where table_schema = 'public' and column_name ~ '(^|_)(family|child|adult|subject|job_seeker)_ids?$'
    and table_name !~ '^access_log' and table_name not in ('changes', 'outbox', 'pending_deliveries', 'delivery_positions',
      'inbox_positions', 'event_numbers', 'followers', 'objections')
    and not exists (
      select from pg_trigger
      where tgrelid = format('public.%I', table_name)::regclass and tgname = 'merge_is_journaled_update')`;

/** Tables that name a family or one of its people, and of which nobody knows what a merge wrote in them. */
export const namingWithoutJournal = (db: Database): Promise<string[]> => namesIn(db, UNJOURNALED);
