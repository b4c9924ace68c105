import type { Transaction } from '../database/transaction.ts';
import {
  forgetJournal,
  lockJournal,
  type MergeJournal,
  partFollowers,
  type StayingRow,
  undoJournal,
} from '../merge-journals/merge-journal.queries.ts';
import { copyObjections } from '../objections/objection.queries.ts';
import { tellMergeTaken } from './merge-taken.ts';

/** A merge that was undone: the family has a file of its own again. */
export type Parting = {
  readonly familyId: string;
  readonly mergedInto: string;
  /** Of the family, that told of it. */
  readonly version: number;
};

/** What an agency does when two files are two again. */
export type PartFamilies = (tx: Transaction, parting: Parting, now: Date) => Promise<void>;

export type Parted = {
  /** Of the merge. */
  readonly journal: MergeJournal;
  /** What stays as it is, but for what others tell, and tell anew. */
  readonly staying: readonly StayingRow[];
};

const HOLD = 'select from known_families where id = any($1::uuid[]) order by id for update';
/** What is written from here on is no later change of a merge of before. */
const IS_PARTING = "select set_config('app.parting', 'true', true)";
const UNMARK = 'update known_families set merged_into = null where id = $1';

/**
 * Gives the family back what was its own when it was merged. What was written since stays in the file in which it was written, and
 * is never taken away. What binds the survivor binds both, until social-protection tells of each. That it was taken is told before
 * all that the agency then tells of each: what was told before it was of the one file.
 */
export const partKnownFamilies = async (
  tx: Transaction,
  { familyId, mergedInto, version }: Parting,
  { histories, now }: { readonly histories: readonly string[]; readonly now: Date },
): Promise<Parted> => {
  await tx.query(HOLD, [[familyId, mergedInto]]);
  await tx.query(IS_PARTING);
  const journal = await lockJournal(tx, familyId);
  if (!journal) throw new Error('Nothing is known any more of a merge that was undone.');
  const staying = await undoJournal(tx, familyId, histories);
  await tx.query(UNMARK, [familyId]);
  await partFollowers(tx, { duplicateId: familyId, survivorId: mergedInto }, now);
  await copyObjections(tx, mergedInto, familyId);
  await forgetJournal(tx, familyId);
  await tellMergeTaken(tx, { duplicateId: familyId, survivorId: mergedInto, version, state: 'UNDONE' });
  return { journal, staying: staying.filter(({ table }) => !table.startsWith('known_')) };
};
