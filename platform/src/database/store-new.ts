import type { EntityMetadata } from 'typeorm';
import type { Transaction } from './transaction.ts';

type Column = EntityMetadata['columns'][number];

/** How new records of a kind are stored: one statement for any number of them. */
type Insertion = { readonly text: string; readonly columns: readonly Column[] };

const made = new WeakMap<EntityMetadata, Insertion>();

const makeInsertion = ({ tableName, columns: all }: EntityMetadata): Insertion => {
  const columns = all.filter(({ isInsert }) => isInsert);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  // PostgreSQL reads each value as its column has it.
  const text = `insert into "${tableName}" (${names})
    select ${names} from json_populate_recordset(null::"${tableName}", $1)`;
  return { text, columns };
};

const insertionOf = (metadata: EntityMetadata): Insertion => {
  const known = made.get(metadata) ?? makeInsertion(metadata);
  made.set(metadata, known);
  return known;
};

const valuesOf =
  (columns: readonly Column[]) =>
  (record: object): object =>
    Object.fromEntries(
      columns.map((column) => {
        const value: unknown = column.getEntityValue(record, true);
        if (value === undefined) throw new Error(`A new record came without ${column.propertyName}.`);
        return [column.databaseName, value];
      }),
    );

/**
 * Stores new records that are whole, in one statement whose text is the same for any number of them. TypeORM writes
 * it anew each time, a parameter for each value, which takes longer than PostgreSQL for storing them.
 */
export const storeNew = async <Stored extends object>(
  tx: Transaction,
  kind: new () => Stored,
  records: readonly Partial<NoInfer<Stored>>[],
): Promise<void> => {
  if (records.length === 0) return;
  const { text, columns } = insertionOf(tx.connection.getMetadata(kind));
  await tx.query(text, [JSON.stringify(records.map(valuesOf(columns)))]);
};
