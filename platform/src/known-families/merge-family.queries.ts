import { id, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { moveFollowers } from '../followers/follower.queries.ts';
import { copyObjections } from '../objections/objection.queries.ts';
import { renameEverywhere } from './rename.queries.ts';

export type Merge = {
  readonly familyId: string;
  readonly mergedInto: string;
  readonly mergedAdults: readonly { readonly adultId: string; readonly mergedInto: string }[];
};

/** Makes all that is kept for a merged family its survivor's. */
export type MergeFamily = (tx: Transaction, merge: Merge, now: Date) => Promise<void>;

/** For update: whoever writes something for the family meanwhile waits, and then writes it for the survivor. */
const HOLD = 'select from known_families where id = $1 for update';

const SurvivorRow = rowOf({ survivorId: ['merged_into', id] });

/** The survivor may have been merged itself, and that have been told first. */
const SURVIVOR = `
  select ${SurvivorRow.columns} from known_families where id = $1 and merged_into is not null`;

const MARK = 'update known_families set merged_into = $2 where id = $1 or merged_into = $1';

/** A file that was split off the merged one was so off the survivor. */
const RENAME_SPLIT = 'update known_families set split_from = nullif($2, id) where split_from = $1';

/** Where the survivor is not known yet, its own event claims them. */
const MOVE_ADULTS = `
  update known_adults set family_id = $2
  where family_id = $1 and exists (select from known_families where id = $2)`;

const FORGET_ADULTS = 'delete from known_adults where id = any($1::uuid[])';

/** Notes who stays instead of whom, and answers who stays. */
export const markMerged = async (
  tx: Transaction,
  { familyId, mergedInto, mergedAdults }: Merge,
): Promise<string> => {
  await tx.query(HOLD, [familyId]);
  const [merged] = await rowsOf(tx, SurvivorRow, SURVIVOR, [mergedInto]);
  const survivorId = merged?.survivorId ?? mergedInto;
  await tx.query(MARK, [familyId, survivorId]);
  await tx.query(RENAME_SPLIT, [familyId, survivorId]);
  await tx.query(FORGET_ADULTS, [mergedAdults.map(({ adultId }) => adultId)]);
  await tx.query(MOVE_ADULTS, [familyId, survivorId]);
  await moveFollowers(tx, familyId, survivorId);
  await copyObjections(tx, familyId, survivorId);
  return survivorId;
};

/** Told as a whole, or in the order of events. */
const LEFT = [
  ...['known_adults', 'known_children', 'followers', 'objections', 'outbox', 'pending_deliveries'],
  ...['delivery_positions', 'inbox_positions', 'event_numbers'],
];

/** Writes every row of the merged family for the survivor. */
export const renameFamily = (tx: Transaction, familyId: string, survivorId: string): Promise<void> =>
  renameEverywhere(tx, { called: '^family_id$', but: LEFT }, [{ keep: survivorId, drop: familyId }]);
