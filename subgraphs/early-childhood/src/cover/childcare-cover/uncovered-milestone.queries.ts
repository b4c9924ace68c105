import { id as anId, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';
import { coverOfEach } from './child-cover.queries.ts';
import { CoverStatus } from './cover-status.ts';
import { milestoneReference } from './milestone-reference.ts';
import { UncoveredMilestone } from './uncovered-milestone.ts';

/** Care that covered children and is gone: cancelled, or moved away. */
export type CareGivenBack = {
  readonly stays: readonly { readonly childId: string; readonly startsAt: Date; readonly endsAt: Date }[];
  /** All families of these children. */
  readonly familyIds: readonly string[];
};

const GIVEN_BACK =
  'unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) as given_back (child_id, from_time, to_time)';

const TOUCHED = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes
  from known_milestones
  where family_id = any($1::uuid[]) and ends_at > $2 and status in ('PLANNED', 'CONFIRMED')
    and exists (
      select from ${GIVEN_BACK}
      where starts_at - make_interval(mins => travel_minutes) < to_time
        and ends_at + make_interval(mins => travel_minutes) > from_time)`;

/** The care covered all of its time, so a gap there now is one that it leaves. */
const IS_LEFT_OPEN = `
  bool_or(exists (
    select from ${GIVEN_BACK}
    where given_back.child_id = child_cover.id and child_cover.gaps && tstzrange(from_time, to_time)))`;

/** A row of `coverOfEach`. */
export const UncoveredRow = rowOf({
  id: ['milestone_id', anId],
  familyId: ['family_id', anId],
  startsAt: ['starts_at', instant],
  endsAt: ['ends_at', instant],
  travelMinutes: ['travel_minutes', z.int()],
  status: ['cover_status', z.enum(CoverStatus)],
});
export type UncoveredRow = RowFrom<typeof UncoveredRow>;

const UNCOVERED = `
  select ${UncoveredRow.columns}
  from (${coverOfEach(TOUCHED, IS_LEFT_OPEN)}) milestone
  where told
  order by starts_at, milestone_id`;

export const shownUncovered = ({ familyId, ...row }: UncoveredRow): UncoveredMilestone =>
  Object.assign(new UncoveredMilestone(), {
    milestone: milestoneReference({ ...row, family: { id: familyId } }),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    status: row.status,
  });

/** The upcoming milestones that care given back leaves uncovered, first to last; ask once it is gone. */
export const uncoveredMilestones = async (
  tx: Transaction,
  { stays, familyIds }: CareGivenBack,
  now: Date,
): Promise<UncoveredMilestone[]> => {
  if (stays.length === 0) return [];
  const rows = await rowsOf(tx, UncoveredRow, UNCOVERED, [
    familyIds,
    now,
    stays.map(({ childId }) => childId),
    stays.map(({ startsAt }) => startsAt),
    stays.map(({ endsAt }) => endsAt),
  ]);
  return rows.map(shownUncovered);
};
