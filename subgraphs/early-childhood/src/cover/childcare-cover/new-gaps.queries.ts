import { id as anId, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';
import { coverOfEach } from './child-cover.queries.ts';
import { shownUncovered, UncoveredRow } from './uncovered-milestone.queries.ts';
import type { UncoveredMilestone } from './uncovered-milestone.ts';

/** A child, with every family whose milestones its care serves. */
export type CaredFor = { readonly childId: string; readonly familyIds: readonly string[] };

/** The gaps of a child in each upcoming milestone of its families. */
export type ChildGaps = CaredFor & {
  readonly byMilestone: readonly { readonly milestoneId: string; readonly gaps: string | null }[];
};

const UPCOMING = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes
  from known_milestones
  where family_id = any($1::uuid[]) and ends_at > $2 and status in ('PLANNED', 'CONFIRMED')`;

const GAPS_OF_CHILD = `max(child_cover.gaps::text) filter (where child_cover.id = $3::uuid)`;

const GapsRow = rowOf({ milestoneId: ['milestone_id', anId], gaps: ['told', z.string().nullable()] });

const GAPS = `
  select ${GapsRow.columns}
  from (${coverOfEach(UPCOMING, GAPS_OF_CHILD)}) milestone`;

/** Ask before a change of its care, and compare afterwards by `milestonesWithNewGaps`. */
export const gapsOfChild = async (
  tx: Transaction,
  { childId, familyIds }: CaredFor,
  now: Date,
): Promise<ChildGaps> => ({
  childId,
  familyIds,
  byMilestone: await rowsOf(tx, GapsRow, GAPS, [familyIds, now, childId]),
});

const UPCOMING_AS_IT_WAS = `
  select milestone.*, coalesce(earlier.gaps::tstzmultirange, '{}') as earlier_gaps
  from (${UPCOMING}) milestone
  left join unnest($4::uuid[], $5::text[]) as earlier (milestone_id, gaps) using (milestone_id)`;

const HAS_A_NEW_GAP = `
  bool_or(child_cover.id = $3::uuid and not child_cover.gaps <@ asked.earlier_gaps)`;

const LOSING = `
  select ${UncoveredRow.columns}
  from (${coverOfEach(UPCOMING_AS_IT_WAS, HAS_A_NEW_GAP)}) milestone
  where told
  order by starts_at, milestone_id`;

/** The upcoming milestones in which a child has a gap that it had not before, first to last. */
export const milestonesWithNewGaps = async (
  tx: Transaction,
  { childId, familyIds, byMilestone }: ChildGaps,
  now: Date,
): Promise<UncoveredMilestone[]> => {
  const rows = await rowsOf(tx, UncoveredRow, LOSING, [
    familyIds,
    now,
    childId,
    byMilestone.map(({ milestoneId }) => milestoneId),
    byMilestone.map(({ gaps }) => gaps),
  ]);
  return rows.map(shownUncovered);
};
