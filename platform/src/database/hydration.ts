import type { DataSource, EntityMetadata } from 'typeorm';
import type { Database } from './database.ts';

type Row = Readonly<Record<string, unknown>>;
type Column = EntityMetadata['columns'][number];

/** How a record is read without TypeORM's query builder, and made of what was read. */
export type Hydration<Stored> = {
  readonly table: string;
  /** The list of a `select`; `prefix` keeps its names apart from those of another record. */
  columns(alias: string, prefix?: string): string;
  record(row: Row, prefix?: string): Stored;
  /** Of a row that came as JSON, in which a moment is a text. */
  recordOfJson(row: Row): Stored;
  /** What the column of a property is called. */
  columnOf(property: string): string;
};

/** As `pg` gives them they are what the record holds. */
const AS_READ = new Set<unknown>([
  'uuid',
  'text',
  'varchar',
  'integer',
  'int',
  'smallint',
  'boolean',
  'double precision',
  'timestamptz',
  'date',
  'jsonb',
]);

/** Those that are not what the record holds where they come within JSON. */
const MOMENTS = new Set<unknown>(['timestamptz']);

type Read = { readonly name: string; readonly put: (made: object, value: unknown) => void };

const readOf = (db: DataSource, column: Column, isJson: boolean): Read => {
  const { databaseName: name, propertyName, embeddedMetadata, transformer, type } = column;
  const isAsRead = AS_READ.has(type) && !transformer && !(isJson && MOMENTS.has(type));
  const hydrated = (value: unknown) => (isAsRead ? value : db.driver.prepareHydratedValue(value, column));
  if (embeddedMetadata) return { name, put: (made, value) => column.setEntityValue(made, hydrated(value)) };
  return {
    name,
    put: (made, value) => {
      (made as Record<string, unknown>)[propertyName] = hydrated(value);
    },
  };
};

const made = new WeakMap<EntityMetadata, Hydration<object>>();

const makeHydration = (db: DataSource, metadata: EntityMetadata): Hydration<object> => {
  const selected = metadata.columns.filter(({ isSelect }) => isSelect);
  const reads = selected.map((column) => readOf(db, column, false));
  const readsOfJson = selected.map((column) => readOf(db, column, true));
  const listed = new Map<string, string>();
  return {
    table: `"${metadata.tableName}"`,
    columns(alias, prefix = '') {
      const key = `${alias} ${prefix}`;
      const list =
        listed.get(key) ?? reads.map(({ name }) => `${alias}."${name}" as "${prefix}${name}"`).join(', ');
      listed.set(key, list);
      return list;
    },
    record(row, prefix = '') {
      const record = metadata.create();
      for (const { name, put } of reads) put(record, row[`${prefix}${name}`]);
      return record;
    },
    recordOfJson(row) {
      const record = metadata.create();
      for (const { name, put } of readsOfJson) {
        if (!(name in row)) throw new Error(`${metadata.tableName} came without ${name}.`);
        put(record, row[name]);
      }
      return record;
    },
    columnOf(property) {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`${metadata.tableName} has no column for ${property}.`);
      return column.databaseName;
    },
  };
};

/** Made once of what TypeORM knows of the record: its columns, what they are called, how each is converted. */
export const hydrationOf = <Stored extends object>(
  db: DataSource,
  record: abstract new (...args: never[]) => Stored,
): Hydration<Stored> => {
  const metadata = db.getMetadata(record as never);
  const known = made.get(metadata) ?? makeHydration(db, metadata);
  made.set(metadata, known);
  return known as Hydration<Stored>;
};

/** A record, and the row of which it was made. */
export type Found<Stored> = { readonly record: Stored; readonly row: Row };

export type AskedRecords = {
  /** What the table is called in `rest`. */
  readonly alias: string;
  /** Further columns, each with its name. */
  readonly also?: readonly string[];
  /** What follows `from table alias`. */
  readonly rest: string;
};

/** Asks for records and what is read with each. */
export const recordsWith = <Stored extends object>(
  db: Database,
  record: abstract new (...args: never[]) => Stored,
  asked: AskedRecords,
  values: readonly unknown[],
): Promise<Found<Stored>[]> => readWith(db, hydrationOf(db.connection, record), asked, values);

/** The same of whatever is read so. */
export const readWith = async <Stored extends object>(
  db: Database,
  hydration: Hydration<Stored>,
  { alias, also = [], rest }: AskedRecords,
  values: readonly unknown[],
): Promise<Found<Stored>[]> => {
  const columns = [hydration.columns(alias), ...also].join(', ');
  const rows = await db.query(`select ${columns} from ${hydration.table} ${alias} ${rest}`, [...values]);
  return (rows as Row[]).map((row) => ({ record: hydration.record(row), row }));
};

/** Asks for records by SQL; TypeORM's query builder writes the same anew each time. */
export const recordsOf = async <Stored extends object>(
  db: Database,
  record: abstract new (...args: never[]) => Stored,
  asked: AskedRecords,
  values: readonly unknown[],
): Promise<Stored[]> => (await recordsWith(db, record, asked, values)).map((each) => each.record);
