import type pg from 'pg';

export type Row = Readonly<Record<string, unknown>>;

const CHUNK = 5_000;

/** Writes many rows with one statement per chunk; JSON carries every column type, lists and documents included. */
export const insertRows = async (
  client: pg.ClientBase,
  table: string,
  rows: readonly Row[],
): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  for (let from = 0; from < rows.length; from += CHUNK) {
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows.slice(from, from + CHUNK))],
    );
  }
};
