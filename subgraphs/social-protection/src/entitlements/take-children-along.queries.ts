import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { whoTheChildIs } from '../known-families/known-child.queries.ts';

const TakenRow = rowOf({ entitlementId: ['id', id] });

/** Either file may have been merged meanwhile. */
const TODAY = (file: string): string =>
  `(select coalesce(merged_into, id) from known_families where id = ${file})`;

/** What was recorded since the split is of the file it was recorded in while that has the child, who may live with both by turns. */
const TAKE_ALONG = `
  update entitlements set family_id = ${TODAY('$2')}
  where family_id = ${TODAY('$1')} and family_id <> ${TODAY('$2')}
    and adult_id is null and ${whoTheChildIs('child_id')} = any($3::uuid[])
    and ((select min(recorded_at) from entitlement_states where entitlement_id = entitlements.id) <= $4
      or not exists (select from known_children kept
        where kept.family_id = entitlements.family_id and kept.id = ${whoTheChildIs('entitlements.child_id')}))
  returning ${TakenRow.columns}`;

const CORRECTIONS = `update corrections set family_id = ${TODAY('$1')} where subject_id = any($2::uuid[])`;

type TakenAlong = {
  readonly from: string;
  readonly to: string;
  readonly childIds: readonly string[];
  /** When the file was split. */
  readonly at: string;
};

/** What a family holds for a child who went along with a file of its own is that file's; what an adult holds goes with the adult. */
export const takeChildrenAlong = async (
  tx: Transaction,
  { from, to, childIds, at }: TakenAlong,
): Promise<void> => {
  const taken = await rowsOf(tx, TakenRow, TAKE_ALONG, [from, to, childIds, at]);
  await tx.query(CORRECTIONS, [to, taken.map(({ entitlementId }) => entitlementId)]);
};
