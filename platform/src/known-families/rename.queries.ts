import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';

/** Who stays, and who was the same: families, or people of them. */
export type Renamed = { readonly keep: string; readonly drop: string };

const NamingRow = rowOf({ table: ['table_name', z.string()], columns: ['columns', z.string().array()] });

/** The columns of each table that name a family, or somebody in it: whoever added the table need not know of merges. */
const NAMING = `
  select ${NamingRow.columns} from (
    select table_name, array_agg(column_name::text order by column_name) as columns from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid' and column_name ~ $1 and table_name <> all($2::text[])
    group by table_name
  ) naming order by table_name`;

/** A file of ten years has thousands of bookings, and twice as many steps of history: more than a statement may take at once. */
export const RENAMED_AT_ONCE = 200;

const FoundRow = rowOf({ found: ['(select count(*) from part)::int', z.int()] });

type Naming = { readonly table: string; readonly columns: readonly string[] };

/** Each row once, whatever it names. What somebody changes at that moment is found anew by the next statement. */
const RENAME = ({ table, columns }: Naming): string => {
  const found = columns.map(
    (column) => `(select ctid from "${table}" where "${column}" = any($2::uuid[]) limit ${RENAMED_AT_ONCE})`,
  );
  const named = columns.map(
    (column) =>
      `"${column}" = coalesce((select keep from pair where pair.drop = renamed."${column}"), renamed."${column}")`,
  );
  return `
  with pair as materialized (select * from unnest($1::uuid[], $2::uuid[]) as pair (keep, drop)),
  part as materialized (${found.join(' union ')}),
  renamed as (
    update "${table}" renamed set ${named.join(', ')} where renamed.ctid = any(array(select ctid from part))
  )
  select ${FoundRow.columns}`;
};

export type RenamedColumns = {
  /** A regular expression of what the columns are called. */
  readonly called: string;
  /** Tables that are left: events keep their own order. */
  readonly but: readonly string[];
};

/** Writes every row of the dropped ones for the kept ones, in all columns that are called so, a part of them with each statement. */
export const renameEverywhere = async (
  tx: Transaction,
  { called, but }: RenamedColumns,
  pairs: readonly Renamed[],
): Promise<void> => {
  const columns = [pairs.map(({ keep }) => keep), pairs.map(({ drop }) => drop)];
  for (const naming of await rowsOf(tx, NamingRow, NAMING, [called, but]))
    for (let found = 1; found > 0; ) {
      const [row] = await rowsOf(tx, FoundRow, RENAME(naming), columns);
      found = row?.found ?? 0;
    }
};
