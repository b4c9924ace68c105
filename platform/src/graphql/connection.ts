import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { badUserInput } from '../errors.ts';
import { isStorableText } from '../texts.ts';
import { CountedList } from './counted.ts';
import { inputMessages } from './input-messages.ts';

export const LARGEST_PAGE = 100;

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More rows follow this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Rows precede this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row; absent on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row: `after` for the next page.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many rows, 1 to 100.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'Cursor after which the page starts.' })
  after?: string | null;
}

/** The page size asked for, or a clear error. */
export const pageSizeOf = ({ first }: PageArguments): number => {
  if (first >= 1 && first <= LARGEST_PAGE) return first;
  throw badUserInput('first', inputMessages, 'PAGE_SIZE', { most: LARGEST_PAGE });
};

/** A cursor carries the sort values of its row, so that a page is found by index and never skips. */
export const encodeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const textsIn = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

/** The sort values in a cursor; `areValid` judges what the query will cast (dates, ids). */
export const decodeCursor = (
  after: string | null | undefined,
  length: number,
  areValid: (values: string[]) => boolean = () => true,
): string[] | null => {
  if (after === null || after === undefined) return null;
  const values = textsIn(after);
  const isOurs =
    Array.isArray(values) &&
    values.length === length &&
    values.every((each) => typeof each === 'string' && isStorableText(each));
  if (isOurs && areValid(values)) return values;
  throw badUserInput('after', inputMessages, 'CURSOR_OF_ANOTHER_LIST');
};

export type Edge<Row> = { node: Row; cursor: string };
export type Page<Row> = { edges: Edge<Row>[]; pageInfo: PageInfo };

/** A page from `first + 1` rows: the extra row only tells that more follow. */
export const pageOf = <Row>(
  rows: readonly Row[],
  { first, after }: PageArguments,
  sortValues: (row: Row) => string[],
): Page<Row> => {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(sortValues(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};

const edgeOf = <Row extends object>(name: string, node: () => new () => Row) => {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class EdgeType {
    @Field(() => node(), { description: 'The row.' })
    node!: Row;
    @Field(() => String, { description: 'Where the row stands: `after` continues behind it.' })
    cursor!: string;
  }
  return EdgeType;
};

/** The `XConnection` and `XEdge` types of a record. */
export const connectionOf = <Row extends object>(name: string, node: () => new () => Row) => {
  const EdgeType = edgeOf(name, node);

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [EdgeType], { description: 'The rows, in order.' })
    edges!: InstanceType<typeof EdgeType>[];
    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
  }
  return Connection;
};

/** The same, which also says how many there are. */
export const countedConnectionOf = <Row extends object>(name: string, node: () => new () => Row) => {
  const EdgeType = edgeOf(name, node);

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}, and how many there are.` })
  class Connection extends CountedList {
    @Field(() => [EdgeType], { description: 'The rows, in order.' })
    edges!: InstanceType<typeof EdgeType>[];
    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
  }
  return Connection;
};
