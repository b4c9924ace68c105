import { z } from 'zod';
import { civilDay } from './columns.ts';
import type { Database } from './database.ts';
import { hydrationOf } from './hydration.ts';

/** The columns of a row by the names they are read by: how each is written in SQL, and what it must be. */
type Columns = Readonly<Record<string, readonly [sql: string, type: z.ZodType]>>;

type RowOf<Given extends Columns> = { readonly [Name in keyof Given]: z.output<Given[Name][1]> };

/** A row declared once: what the statement selects and what the code gets cannot differ. */
export type RowShape<Row> = {
  /** The list of a `select` or `returning`. */
  readonly columns: string;
  /** The same as one value, for a row within a row. */
  readonly json: string;
  readonly type: z.ZodType<Row>;
  /** Any number of rows. */
  readonly list: z.ZodType<Row[]>;
};

export type RowFrom<Shape> = Shape extends RowShape<infer Row> ? Row : never;

/** Whatever asks PostgreSQL: a `Database`, a `Transaction`, or a connection of `pg`. */
type Asked = { query(sql: string, parameters?: unknown[]): Promise<unknown> };

export const rowOf = <const Given extends Columns>(given: Given): RowShape<RowOf<Given>> => {
  const columns = Object.entries(given);
  const type = z.strictObject(Object.fromEntries(columns.map(([name, [, each]]) => [name, each])));
  return {
    columns: columns.map(([name, [sql]]) => `${sql} as "${name}"`).join(', '),
    json: `jsonb_build_object(${columns.map(([name, [sql]]) => `'${name}', ${sql}`).join(', ')})`,
    type: type as never,
    list: type.array() as never,
  };
};

/** TypeORM answers a change with its rows and their number, `pg` with an object that holds them. */
const rowsIn = (answer: unknown): unknown => {
  if (!Array.isArray(answer)) return Object(answer).rows;
  return Array.isArray(answer[0]) ? answer[0] : answer;
};

/**
 * Asks for rows and makes sure that they are what was declared; the answer of `query` itself has any type one likes, and
 * is refused by a check wherever it is used.
 */
export const rowsOf = async <Row>(
  db: Asked,
  { list }: RowShape<Row>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> => list.parse(rowsIn(await db.query(sql, [...parameters])));

const anyRows = z.array(z.unknown());

/** Whether a statement answers any row at all. */
export const hasRows = async (
  db: Asked,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<boolean> => anyRows.parse(rowsIn(await db.query(sql, [...parameters]))).length > 0;

/** An id as the database keeps it: any 128 bits. */
export const id = z.guid();
/** A `timestamptz`. */
export const instant = z.date();
/** A `timestamptz` within JSON. */
export const instantInJson = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
/** A `date`, in a column as within JSON. */
export const day = z.iso.date().transform(civilDay);

const rowInJson = z.record(z.string(), z.unknown());

/** A record as TypeORM would have read it, from `to_jsonb` of its row: no copy of its columns that could lie. */
export const recordFromJson = <Stored extends object>(
  db: Database,
  record: new () => Stored,
  row: unknown,
): Stored => {
  const given = rowInJson.parse(row);
  return hydrationOf(db.connection, record).recordOfJson(given);
};
