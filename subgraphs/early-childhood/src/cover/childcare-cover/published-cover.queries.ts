import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';
import { coverOfEach } from './child-cover.queries.ts';
import { CoverStatus } from './cover-status.ts';

const ChangedRow = rowOf({
  milestoneId: ['told.milestone_id', id],
  familyId: ['told.family_id', id],
  startsAt: ['milestone.starts_at', instant],
  status: ['told.status', z.enum(CoverStatus)],
  milestoneVersion: ['told.milestone_version', z.int()],
});
export type ChangedCover = RowFrom<typeof ChangedRow>;

/** When the needed time ends: the way back belongs to it. */
const NEEDED_TO = 'milestone.ends_at + make_interval(mins => milestone.travel_minutes)';

/**
 * What was told last stays. One that was called off, or is excused on the way back, has no way back to look at; a change that
 * was late to take its turn does not tell another cover than the one that was settled meanwhile.
 */
const IS_OVER = `(
  ${NEEDED_TO} <= $2
  or milestone.ends_at <= $2 and milestone.status in ('CANCELLED', 'EXCUSED')
  or exists (
    select from settled_covers settled
    where settled.milestone_id = milestone.id and settled.needed_to = ${NEEDED_TO}))`;

/** Travel takes a day at most, so the index serves. */
const UPCOMING = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes, version,
    status not in ('CANCELLED', 'EXCUSED') as is_to_come
  from known_milestones milestone
  where family_id = any($1::uuid[]) and ends_at > $2::timestamptz - interval '1 day' and not ${IS_OVER}`;

/** A milestone that is called off needs no care: the others then forget its gap. One under way keeps its cover. */
const REMEMBER_CHANGED = `
  with cover as (
    select milestone_id, family_id, starts_at, version,
      case when is_to_come then cover_status else 'NOT_NEEDED' end as status
    from (${coverOfEach(UPCOMING)}) milestone
  ), changed as (
    insert into published_covers as published (milestone_id, family_id, status, milestone_version)
    select milestone_id, family_id, status, version from cover
    on conflict (milestone_id) do update
      set family_id = excluded.family_id, status = excluded.status, milestone_version = excluded.milestone_version
      where (published.family_id, published.status, published.milestone_version)
        <> (excluded.family_id, excluded.status, excluded.milestone_version)
    returning milestone_id, family_id, status, milestone_version
  )
  select ${ChangedRow.columns}
  from changed told
  join cover milestone on milestone.milestone_id = told.milestone_id
  order by milestone.starts_at, told.milestone_id`;

/** Computes the cover of the families' upcoming milestones anew, remembers it, and answers what changed. */
export const changedCovers = (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<ChangedCover[]> => rowsOf(tx, ChangedRow, REMEMBER_CHANGED, [familyIds, now]);

const FORGET = `
  delete from published_covers using known_milestones milestone
  where published_covers.family_id = any($1::uuid[]) and milestone.id = milestone_id and not ${IS_OVER}`;

/** What was told of milestones to come counts as untold, so that it is told again. */
export const forgetPublishedCovers = async (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<void> => {
  await tx.query(FORGET, [familyIds, now]);
};

const LAST_TOLD = `
  select ${ChangedRow.columns}
  from published_covers told
  join known_milestones milestone on milestone.id = told.milestone_id
  where told.family_id = any($1::uuid[]) and ${IS_OVER}
  order by milestone.starts_at, told.milestone_id`;

/** The last cover told of each milestone that is over: it is never computed anew. */
export const lastCoversTold = (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<ChangedCover[]> => rowsOf(tx, ChangedRow, LAST_TOLD, [familyIds, now]);

const MOVE_TOLD = `
  update published_covers set family_id = $2, milestone_version = milestone_version + $3 where milestone_id = $1`;

/** What was told of a milestone that is another family's now, some versions further without other times. */
export const moveToldCover = async (
  tx: Transaction,
  milestoneId: string,
  { familyId, by }: { readonly familyId: string; readonly by: number },
): Promise<void> => {
  await tx.query(MOVE_TOLD, [milestoneId, familyId, by]);
};
