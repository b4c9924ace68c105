import { movingAsService } from '../database/asking.ts';
import { id, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { forgetJournaled } from '../merge-journals/merge-journal.queries.ts';

const MergeRow = rowOf({ duplicateId: ['duplicate', id] });

/** Of the files that it was split off, at however many removes, while who left was in them. */
const MERGES_BEFORE_SPLIT = `
  with recursive origin (id, left_on) as (
    select split_from, coalesce(registered_on, 'infinity') from known_families
    where id = $1 and split_from is not null
    union
    select further.id, further.left_on from origin cross join lateral (
      select split_from as id, least(origin.left_on, registered_on) as left_on from known_families
      where known_families.id = origin.id
      union all
      select merged_into, origin.left_on from known_families where known_families.id = origin.id) further
    where further.id is not null)
  select distinct ${MergeRow.columns} from merge_journals
  join origin on origin.id in (duplicate, survivor)
  where (merged_at at time zone 'Europe/Paris')::date <= left_on`;

/** What may not be known of a family is kept neither of its merges nor of those of files that it was split off afterwards. */
export const forgetJournaledOf = async (
  tx: Transaction,
  familyId: string,
  tables: readonly string[],
): Promise<void> => {
  const before = await rowsOf(movingAsService(tx), MergeRow, MERGES_BEFORE_SPLIT, [familyId]);
  for (const file of [familyId, ...before.map(({ duplicateId }) => duplicateId)])
    await forgetJournaled(tx, file, tables);
};
