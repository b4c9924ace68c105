import { id as anId, hasRows, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { copyRestriction } from '../followers/follower.queries.ts';
import { copyObjections, holdObjections } from '../objections/objection.queries.ts';

export type FileSplit = {
  readonly familyId: string;
  /** The file that it was split off, or the one that stays where that is merged here. */
  readonly splitFrom: string;
  readonly adultIds: readonly string[];
  /** It is heard of for the first time, be it by a service that did not know of splitting before. */
  readonly isFirst: boolean;
  /** Who split the file, as the sign-in named them then. */
  readonly by: SplitBy | null;
};
type SplitBy = {
  readonly sub: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
};

/** Gives a file that was split off another what is kept of its adults. */
export type SplitFamily = (tx: Transaction, split: FileSplit, now: Date) => Promise<void>;

const StaysRow = rowOf({ id: ['coalesce(merged_into, id)', anId] });

/** The file that was left may have been merged, and that have been told first: what was its is the survivor's. */
const whoStays = async (tx: Transaction, familyId: string): Promise<string> => {
  const statement = `select ${StaysRow.columns} from known_families where id = $1 for key share`;
  const [known] = await rowsOf(tx, StaysRow, statement, [familyId]);
  return known?.id ?? familyId;
};

/**
 * Answers a row the first time. As it was told: that a file is merged here may be over where it was split. The adults whom an older
 * event of the file that was left still names stay those of the new one.
 */
const NAME = 'update known_families set split_from = $2 where id = $1 and split_from is null returning id';

/** What binds the file binds the new one from the first; what is of its adults it takes over, however often it is told. */
export const splitFile = async (
  tx: Transaction,
  split: Omit<FileSplit, 'isFirst'>,
  splitFamily: SplitFamily,
  now: Date,
): Promise<void> => {
  const { familyId } = split;
  // Before any row is, as whoever merges does.
  await holdObjections(tx, [split.splitFrom, familyId]);
  const splitFrom = await whoStays(tx, split.splitFrom);
  if (splitFrom === familyId) return;
  const isFirst = await hasRows(tx, NAME, [familyId, split.splitFrom]);
  if (isFirst) {
    await copyRestriction(tx, splitFrom, familyId);
    await copyObjections(tx, splitFrom, familyId);
  }
  await splitFamily(tx, { ...split, splitFrom, isFirst }, now);
};
