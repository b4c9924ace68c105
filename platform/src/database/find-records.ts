import {
  type DataSource,
  type EntityManager,
  type EntityMetadata,
  type FindManyOptions,
  FindOperator,
  type ObjectLiteral,
} from 'typeorm';
import type { Database } from './database.ts';
import { hydrationOf } from './hydration.ts';

type Asked = FindManyOptions<ObjectLiteral>;
type Row = Readonly<Record<string, unknown>>;
type Statement = { readonly text: string; readonly values: readonly unknown[] };

const SIMPLE = new Set(['where', 'order']);

type AddValue = (value: unknown) => string;

const aboutNull = (wanted: unknown): string | null => {
  if (!(wanted instanceof FindOperator)) return null;
  if (wanted.type === 'isNull') return 'is null';
  return wanted.type === 'not' && wanted.child?.type === 'isNull' ? 'is not null' : null;
};

const aboutValues = (wanted: unknown, add: AddValue): string | null => {
  if (wanted instanceof FindOperator) return wanted.type === 'any' ? `= any(${add(wanted.value)})` : null;
  return typeof wanted === 'string' ? `= ${add(wanted)}` : null;
};

/** A condition on one column; `null` where only TypeORM knows how to write it. */
const conditionOf = (
  metadata: EntityMetadata,
  [property, wanted]: [string, unknown],
  add: AddValue,
): string | null => {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column || column.embeddedMetadata) return null;
  const condition = aboutNull(wanted) ?? (column.transformer ? null : aboutValues(wanted, add));
  return condition && `asked."${column.databaseName}" ${condition}`;
};

const orderOf = (metadata: EntityMetadata, [property, direction]: [string, unknown]): string | null => {
  const column = metadata.findColumnWithPropertyName(property);
  const isPlain = column && !column.embeddedMetadata && (direction === 'ASC' || direction === 'DESC');
  return isPlain ? `asked."${column.databaseName}" ${direction}` : null;
};

const allOf = (parts: (string | null)[]): string[] | null => {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? known : null;
};

/** The statement of a simple question; of any other `null`. */
const statementOf = (db: DataSource, record: never, asked: Asked): Statement | null => {
  if (!Object.keys(asked).every((key) => SIMPLE.has(key)) || Array.isArray(asked.where)) return null;
  const metadata = db.getMetadata(record);
  const values: unknown[] = [];
  const add: AddValue = (value) => `$${values.push(value)}`;
  const where = allOf(Object.entries(asked.where ?? {}).map((each) => conditionOf(metadata, each, add)));
  const order = allOf(Object.entries(asked.order ?? {}).map((each) => orderOf(metadata, each)));
  if (!where || !order) return null;
  const { table, columns } = hydrationOf(db, record);
  const conditions = where.length > 0 ? ` where ${where.join(' and ')}` : '';
  const sorting = order.length > 0 ? ` order by ${order.join(', ')}` : '';
  return { text: `select ${columns('asked')} from ${table} asked${conditions}${sorting}`, values };
};

/**
 * `find` and `findBy` of a manager that only reads: what they ask is written and read without TypeORM's query builder,
 * which takes longer for that than the database for its answer. Questions that are not simple go its way.
 */
export const findingRecords = (manager: EntityManager): Pick<EntityManager, 'find' | 'findBy'> => {
  const findAny = manager.find.bind(manager);
  const find = async (record: never, asked: Asked = {}): Promise<object[]> => {
    const statement = statementOf(manager.connection, record, asked);
    if (!statement) return findAny(record, asked);
    const { text, values } = statement;
    const rows = await (manager as Database).query(text, [...values]);
    const hydration = hydrationOf<object>(manager.connection, record);
    return (rows as Row[]).map((row) => hydration.record(row));
  };
  return {
    find: find as EntityManager['find'],
    findBy: ((record: never, where: ObjectLiteral) => find(record, { where })) as EntityManager['findBy'],
  };
};
