import type { Database } from '../database/database.ts';
import { type Found, type Hydration, hydrationOf, readWith } from '../database/hydration.ts';
import { type Batches, grouped, Loader } from '../database/loaders.ts';
import type { RowShape } from '../database/rows.ts';

export type RecordClass<Stored> = abstract new (...args: never[]) => Stored;

/** Puts a value into the statement at hand and answers its placeholder. */
type AddValue = (value: unknown) => string;

/**
 * Records that are found by keys, declared once: a loader reads them in batches, and the statement of the record that
 * leads to them brings them along (`Reading`). `Asked` is what a field's arguments say.
 */
export type Relation<Stored extends object, Value, Asked = void> = {
  readonly hydration: (db: Database) => Hydration<Stored>;
  /** What the table is called in `rest`. */
  readonly alias: string;
  /** Further columns, each with its name. */
  readonly also?: readonly string[];
  /** What follows `from table alias`; `keys` is a list of ids in SQL. */
  readonly rest: (keys: string, asked: Asked, add: AddValue) => string;
  /** To each key its value. */
  readonly values: (keys: readonly string[], found: readonly Found<Stored>[]) => readonly Value[];
};

/** A relation of which it does not matter what it finds. */
export type AnyRelation = Relation<object, unknown, unknown>;

const ALIAS = 'asked';

export const ofRecord =
  <Stored extends object>(record: RecordClass<Stored>) =>
  (db: Database): Hydration<Stored> =>
    hydrationOf(db.connection, record);

/** Rows that are no records; whatever JSON cannot hold, as moments, their shape reads of a text. */
export const ofShape = <Row extends object>(table: string, shape: RowShape<Row>): Hydration<Row> => ({
  table,
  columns: () => shape.columns,
  record: (row) => shape.type.parse(row),
  recordOfJson: (row) => shape.type.parse(row),
  columnOf: (property) => property,
});

/** One record by its id, or `null`. */
export const oneById = <Stored extends { id: string }>(
  record: RecordClass<Stored>,
): Relation<Stored, Stored | null> => ({
  hydration: ofRecord(record),
  alias: ALIAS,
  rest: (keys) => `where ${ALIAS}.id = any(${keys})`,
  values(keys, found) {
    const byId = new Map(found.map((each) => [each.record.id, each.record]));
    return keys.map((key) => byId.get(key) ?? null);
  },
});

type Many<Stored extends object, Asked> = {
  readonly alias?: string;
  readonly rest: Relation<Stored, unknown, Asked>['rest'];
  /** To which key a record belongs. */
  readonly keyOf: (record: Stored) => string;
};

/** All records that belong to a key, in the order of the statement. */
export const manyOf = <Stored extends object, Asked = void>(
  record: RecordClass<Stored>,
  { alias = ALIAS, rest, keyOf }: Many<Stored, Asked>,
): Relation<Stored, Stored[], Asked> => ({
  hydration: ofRecord(record),
  alias,
  rest,
  values: (keys, found) =>
    grouped(
      keys,
      found.map((each) => each.record),
      keyOf,
    ),
});

const read = async <Stored extends object, Value, Asked>(
  db: Database,
  { hydration, alias, also = [], rest, values }: Relation<Stored, Value, Asked>,
  keys: readonly string[],
  asked: Asked,
): Promise<readonly Value[]> => {
  const given: unknown[] = [keys];
  const where = rest('$1::uuid[]', asked, (value) => `$${given.push(value)}`);
  return values(keys, await readWith(db, hydration(db), { alias, also, rest: where }, given));
};

/** Reads a relation by itself, as within a change: any number of keys in one statement. */
export const related = <Stored extends object, Value>(
  db: Database,
  relation: Relation<Stored, Value>,
  keys: readonly string[],
): Promise<readonly Value[]> => read(db, relation, keys, undefined);

/** The loader of a relation: for a field with arguments one statement for each set of them. */
export class RelationLoader<Stored extends object, Value, Asked = void> {
  readonly relation: Relation<Stored, Value, Asked>;
  readonly #db: Database;
  readonly #batches: Batches;
  #byArguments: Map<string | undefined, Loader<string, Value>> | undefined;

  constructor(db: Database, batches: Batches, relation: Relation<Stored, Value, Asked>) {
    this.relation = relation;
    this.#db = db;
    this.#batches = batches;
  }

  load(key: string, asked: Asked): Promise<Value> {
    return this.#loaderOf(asked).load(key);
  }

  /** Takes in what was read by others. */
  prime(key: string, value: Value, asked: Asked): void {
    this.#loaderOf(asked).prime(key, value);
  }

  /** The same of many keys. */
  primeAll(keys: readonly string[], found: readonly Found<Stored>[], asked: Asked): void {
    const loader = this.#loaderOf(asked);
    const values = this.relation.values(keys, found);
    for (const [index, value] of values.entries()) loader.prime(keys[index] ?? '', value);
  }

  #loaderOf(asked: Asked): Loader<string, Value> {
    const name = asked === undefined ? undefined : JSON.stringify(asked);
    this.#byArguments ??= new Map();
    const known = this.#byArguments.get(name);
    if (known) return known;
    const loader = new Loader<string, Value>(this.#batches, (keys) =>
      read(this.#db, this.relation, keys, asked),
    );
    this.#byArguments.set(name, loader);
    return loader;
  }
}
