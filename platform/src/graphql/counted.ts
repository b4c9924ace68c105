import { Field, Int, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';

/** Nobody works through more, and counting on would take as long as the list is. */
const MOST_COUNTED = 1000;

@ObjectType({ description: 'A list that says how many it holds.' })
export abstract class CountedList {
  @Field(() => Int, {
    description: 'How many there are on all pages together, with these filters; counted up to 1,000.',
  })
  totalCount!: number;

  @Field(() => Boolean, { description: 'Whether that is all of them; no means: more than 1,000.' })
  isExact!: boolean;
}

const CountRow = rowOf({ count: ['count(*)::integer', z.int()] });

/** How many rows a statement has, and one more than is told at most: `rows` is SQL without an order. */
export const countRows = async (
  db: Parameters<typeof rowsOf>[0],
  rows: string,
  parameters: readonly unknown[],
): Promise<number> => {
  const text = `select ${CountRow.columns} from (${rows} limit ${MOST_COUNTED + 1}) counted`;
  const [row] = await rowsOf(db, CountRow, text, parameters);
  return row?.count ?? 0;
};

const once = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
};

/**
 * A page that counts its list when it is asked how many there are, and once. Whoever reads a field twice is given the same
 * promise: one that nobody waits for would end the process when the count fails.
 */
export const counted = <Listed extends object>(page: Listed, count: () => Promise<number>) => {
  const all = once(count);
  const total = once(() => all().then((some) => Math.min(some, MOST_COUNTED)));
  const exact = once(() => all().then((some) => some <= MOST_COUNTED));
  return {
    ...page,
    get totalCount(): Promise<number> {
      return total();
    },
    get isExact(): Promise<boolean> {
      return exact();
    },
  };
};
