import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';
import { coverOfEach, GAPS_AS_JSON, GapRow, IN_ORDER } from './child-cover.queries.ts';
import { CoverStatus } from './cover-status.ts';

/** A child in a settled cover is named by its id: what else is known of it may change. */
const SettledChildRow = rowOf({
  childId: ['child_cover.id', id],
  status: ['child_cover.status', z.enum(CoverStatus)],
  gaps: [GAPS_AS_JSON, GapRow.type.array()],
});
const SETTLED_CHILDREN = `coalesce(jsonb_agg(${SettledChildRow.json} order by ${IN_ORDER}), '[]')`;

/** All that a change of families' care may say of times that are over. */
export type Reach = {
  readonly familyIds: readonly string[];
  /** The earliest moment that it says something of; `null` when it may concern any. */
  readonly since: Date | null;
};

/** The milestones that are over and that a change may concern. Travel takes a day at most, so the index serves. */
const OVER = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes
  from known_milestones
  where family_id = any($1::uuid[]) and ends_at <= $2
    and ends_at + make_interval(mins => travel_minutes) <= $2
    and ends_at > coalesce($3::timestamptz, '-infinity') - interval '1 day'
    and ends_at + make_interval(mins => travel_minutes) > coalesce($3::timestamptz, '-infinity')`;

/** The cover without who the children are: one of them may be another's duplicate. */
const SAID = `
  jsonb_build_array(cover_status, jsonb_path_query_array(told, '$[*].status'), jsonb_path_query_array(told, '$[*].gaps'))`;

const PastCoverRow = rowOf({ milestoneId: ['milestone_id', id], said: [`${SAID}::text`, z.string()] });

/** What was settled stays; of other times it says nothing. */
const SETTLE = `
  with cover as materialized (select * from (${coverOfEach(OVER, SETTLED_CHILDREN)}) milestone),
  settled as (
    insert into settled_covers as earlier (milestone_id, needed_from, needed_to, status, children)
    select milestone_id, lower(needed), upper(needed), cover_status, told from cover
    on conflict (milestone_id) do update
      set needed_from = excluded.needed_from, needed_to = excluded.needed_to, status = excluded.status,
        children = excluded.children
      where (earlier.needed_from, earlier.needed_to) <> (excluded.needed_from, excluded.needed_to)
  )
  select ${PastCoverRow.columns} from cover`;

/** The covers of milestones that are over, as they are known before a change. */
export type PastCovers = Reach & {
  readonly byMilestone: readonly { readonly milestoneId: string; readonly said: string }[];
};

/** Keeps the covers that are not settled yet, and answers what is known of all of them. */
export const settledCovers = async (tx: Transaction, reach: Reach, now: Date): Promise<PastCovers> => ({
  ...reach,
  byMilestone: await rowsOf(tx, PastCoverRow, SETTLE, [reach.familyIds, now, reach.since]),
});

const NOTE = `
  insert into cover_notes (milestone_id, step_id)
  select milestone.milestone_id, $6::uuid
  from (${coverOfEach(OVER, SETTLED_CHILDREN)}) milestone
  join unnest($4::uuid[], $5::text[]) as earlier (milestone_id, said) on earlier.milestone_id = milestone.milestone_id
  where earlier.said::jsonb <> ${SAID}`;

/** Notes a step with every milestone of which it changed what is known. */
export const noteAfterwards = async (
  tx: Transaction,
  { familyIds, since, byMilestone }: PastCovers,
  stepId: string,
  now: Date,
): Promise<void> => {
  if (byMilestone.length === 0) return;
  const ids = byMilestone.map(({ milestoneId }) => milestoneId);
  const said = byMilestone.map((each) => each.said);
  await tx.query(NOTE, [familyIds, now, since, ids, said, stepId]);
};
