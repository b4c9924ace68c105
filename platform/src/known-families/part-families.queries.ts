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

/** A merge that was undone: the family has a file of its own again. */
export type Parting = { readonly familyId: string; readonly mergedInto: string };

/** What an agency does when two files are two again. */
export type PartFamilies = (tx: Transaction, parting: Parting, now: Date) => Promise<void>;

export type Parted = {
  /** Of the merge. */
  readonly journal: MergeJournal;
  /** What stays as it is. */
  readonly staying: readonly StayingRow[];
};

const HOLD = 'select from known_families where id = any($1::uuid[]) order by id for update';
const UNMARK = 'update known_families set merged_into = null where id = $1';

/**
 * Gives the family back what was its own when it was merged. What was written since stays in the file in which it was written, and
 * is never taken away. What binds the survivor binds both, until social-protection tells of each.
 */
export const partKnownFamilies = async (
  tx: Transaction,
  { familyId, mergedInto }: Parting,
  histories: readonly string[],
): Promise<Parted> => {
  await tx.query(HOLD, [[familyId, mergedInto]]);
  const journal = await lockJournal(tx, familyId);
  if (!journal) throw new Error('Nothing is known any more of a merge that was undone.');
  const staying = await undoJournal(tx, familyId, histories);
  await tx.query(UNMARK, [familyId]);
  await partFollowers(tx, { duplicateId: familyId, survivorId: mergedInto });
  await copyObjections(tx, mergedInto, familyId);
  await forgetJournal(tx, familyId);
  return { journal, staying };
};
