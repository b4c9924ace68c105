import type { Transaction } from '@relais/platform/database/transaction.ts';
import { coverOfEach } from './child-cover.queries.ts';
import type { CoverStatus } from './cover-status.ts';
import { milestoneReference } from './milestone-reference.ts';
import { UncoveredMilestone } from './uncovered-milestone.ts';

/** Care that covered children and is gone: cancelled, or moved away. */
export type LostCare = {
  readonly stays: readonly { readonly childId: string; readonly startsAt: Date; readonly endsAt: Date }[];
  /** All families of these children. */
  readonly familyIds: readonly string[];
};

const LOST =
  'unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) as lost (child_id, from_time, to_time)';

const TOUCHED = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes
  from known_milestones
  where family_id = any($1::uuid[]) and ends_at > $2 and status in ('PLANNED', 'CONFIRMED')
    and exists (
      select from ${LOST}
      where starts_at - make_interval(mins => travel_minutes) < to_time
        and ends_at + make_interval(mins => travel_minutes) > from_time)`;

/** The care covered all of its time, so a gap there now is one that it leaves. */
const IS_LEFT_OPEN = `
  bool_or(exists (
    select from ${LOST}
    where lost.child_id = child_cover.id and child_cover.gaps && tstzrange(from_time, to_time)))`;

const UNCOVERED = `
  select milestone_id as id, family_id as "familyId", starts_at as "startsAt", ends_at as "endsAt",
    travel_minutes as "travelMinutes", cover_status as status
  from (${coverOfEach(TOUCHED, IS_LEFT_OPEN)}) milestone
  where told
  order by starts_at, milestone_id`;

export type UncoveredRow = {
  readonly id: string;
  readonly familyId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly travelMinutes: number;
  readonly status: CoverStatus;
};

export const shownUncovered = ({ familyId, ...row }: UncoveredRow): UncoveredMilestone =>
  Object.assign(new UncoveredMilestone(), {
    milestone: milestoneReference({ ...row, family: { id: familyId } }),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    status: row.status,
  });

/** The upcoming milestones whose cover lost care leaves open, first to last; ask once the care is gone. */
export const uncoveredMilestones = async (
  tx: Transaction,
  { stays, familyIds }: LostCare,
  now: Date,
): Promise<UncoveredMilestone[]> => {
  if (stays.length === 0) return [];
  const rows: UncoveredRow[] = await tx.query(UNCOVERED, [
    familyIds,
    now,
    stays.map(({ childId }) => childId),
    stays.map(({ startsAt }) => startsAt),
    stays.map(({ endsAt }) => endsAt),
  ]);
  return rows.map(shownUncovered);
};
