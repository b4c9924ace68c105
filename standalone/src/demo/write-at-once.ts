import { rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type pg from 'pg';
import { z } from 'zod';

const DefinedRow = rowOf({ undo: ['undo', z.string()], redo: ['redo', z.string()] });

/** Primary and unique keys stay: others refer to them. */
const CONSTRAINTS = `
  select ${DefinedRow.columns} from (
    select format('alter table %I drop constraint %I', $1::text, conname) as undo,
      format('alter table %I add constraint %I %s', $1::text, conname, pg_get_constraintdef(oid)) as redo
    from pg_constraint where conrelid = $1::regclass and contype in ('f', 'x') order by conname
  ) as defined`;
const INDEXES = `
  select ${DefinedRow.columns} from (
    select format('drop index %s', indexrelid::regclass) as undo, pg_get_indexdef(indexrelid) as redo
    from pg_index where indrelid = $1::regclass
      and not exists (select from pg_constraint where conindid = indexrelid)
    order by indexrelid
  ) as defined`;

const isFilled = async (client: pg.ClientBase, table: string): Promise<boolean> =>
  (await client.query(`select from ${table} limit 1`)).rowCount !== 0;

/**
 * Writes very many rows into a table that is empty, in a transaction. Keys, exclusions and indexes are made when all rows
 * stand, a tenth of the work of doing so row by row; triggers that look at a row as it comes are left out, so that the
 * caller checks afterwards what they promise. A table that holds something already is written as ever.
 */
export const writeAtOnce = async (
  client: pg.ClientBase,
  table: string,
  { write, check }: { readonly write: () => Promise<void>; readonly check: string },
): Promise<void> => {
  if (await isFilled(client, table)) return write();
  const constraints = await rowsOf(client, DefinedRow, CONSTRAINTS, [table]);
  const indexes = await rowsOf(client, DefinedRow, INDEXES, [table]);
  const defined = [...constraints, ...indexes];
  for (const { undo } of defined) await client.query(undo);
  await client.query(`alter table ${table} disable trigger user`);
  await write();
  await client.query(`alter table ${table} enable trigger user`);
  for (const { redo } of defined) await client.query(redo);
  // Also of what was written before: without statistics it would be searched the slow way.
  await client.query('analyze');
  await client.query(check);
};
