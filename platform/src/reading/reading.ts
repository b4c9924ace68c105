import { defaultFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import type { Database } from '../database/database.ts';
import { type AskedRecords, type Found, hydrationOf, recordsWith } from '../database/hydration.ts';
import type { Batches } from '../database/loaders.ts';
import type { Log } from '../log.ts';
import type { SeenTypes } from '../sight/seen-types.ts';
import type { Sight } from '../sight/sight.ts';
import { Chain, type Root } from './chain.ts';
import type { Ways } from './links.ts';
import { type RecordClass, type Relation, RelationLoader } from './relation.ts';
import { type Wishes, wishesIn } from './wishes.ts';

export type ReadingOf = {
  /** For what is found by keys. */
  readonly byKeys: Database;
  readonly batches: Batches;
  readonly sight: Sight;
  readonly now: Date;
  readonly ways: Ways;
  readonly sights: SeenTypes;
  /** Whether families are records here, with which what is asked of them is read. */
  readonly isFamilyKept: boolean;
  readonly log: Pick<Log, 'warn'>;
};

type Expected = Pick<GraphQLResolveInfo, 'variableValues'> & { readonly wishes: Wishes };

/** How one request reads: it knows what its questions go on to ask, and brings that along with what they ask first. */
export class Reading {
  readonly #of: ReadingOf;
  readonly #expected = new Map<unknown, Expected>();
  #loaders: Readonly<Record<string, unknown>> = {};

  constructor(of: ReadingOf) {
    this.#of = of;
  }

  /** The loaders that are primed with what is brought along. */
  primes(loaders: object): void {
    this.#loaders = loaders as Readonly<Record<string, unknown>>;
  }

  /** Takes note of a question before any of its fields is answered. */
  expect(info: GraphQLResolveInfo): void {
    const { operation, variableValues } = info;
    if (this.#expected.has(operation)) return;
    this.#expected.set(operation, { variableValues, wishes: wishesIn(info, this.#of.ways) });
  }

  loader<Stored extends object, Value, Asked = void>(
    relation: Relation<Stored, Value, Asked>,
  ): RelationLoader<Stored, Value, Asked> {
    return new RelationLoader(this.#of.byKeys, this.#of.batches, relation);
  }

  /** Reads the facts by which the reader sees families, and with them what is asked of families in this agency. */
  async facts(select: string, values: unknown[]): Promise<unknown> {
    const { byKeys, isFamilyKept } = this.#of;
    const root = { select, values, columnOf: (property: string) => property, recordOf: (row: object) => row };
    const chain = isFamilyKept ? null : this.#chainOf('Family', byKeys, root);
    const found = await this.#readAlong('Family', chain);
    return found ? found.map(({ row }) => row) : byKeys.query(select, values);
  }

  /** Reads the records of a type from which links lead, and with them what is asked of them. */
  async records<Stored extends object>(
    db: Database,
    [type, record]: readonly [type: string, record: RecordClass<Stored>],
    asked: AskedRecords,
    values: readonly unknown[],
  ): Promise<Found<Stored>[]> {
    const hydration = hydrationOf(db.connection, record);
    const columns = [hydration.columns(asked.alias), ...(asked.also ?? [])].join(', ');
    const chain = this.#chainOf(type, db, {
      select: `select ${columns} from ${hydration.table} ${asked.alias} ${asked.rest}`,
      values,
      columnOf: hydration.columnOf,
      recordOf: hydration.recordOfJson,
    });
    const found = await this.#readAlong(type, chain);
    return (found as Found<Stored>[] | null) ?? recordsWith(db, record, asked, values);
  }

  /** `null` where there is nothing to bring along, or one part of it may be at fault: then only that is to be missing. */
  async #readAlong(type: string, chain: Chain | null): Promise<Found<object>[] | null> {
    if (!chain?.isWorthIt) return null;
    try {
      return await chain.read();
    } catch (error) {
      this.#of.log.warn({ type, err: error }, 'read without what it was to bring along');
      return null;
    }
  }

  #chainOf(type: string, db: Database, root: Root): Chain | null {
    const sight = this.#of.sights[type];
    const expected = [...this.#expected.values()].findLast(({ wishes }) => wishes.has(type));
    if (!expected || !sight || sight === 'OPEN') return null;
    const { variableValues: variables, wishes } = expected;
    const { permission } = sight;
    return new Chain(
      { ...this.#of, db, loaders: this.#loaders, permission, variables },
      root,
      wishes.get(type) ?? [],
    );
  }
}

type Reader = { readonly reading: Reading };

/** Has every question be known, before it is answered, to the reading of its request. */
export const expectQuestions = (schema: GraphQLSchema): void => {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (root, args, context: Reader, info) => {
      context.reading.expect(info);
      return resolve(root, args, context, info);
    };
  }
};
