import type { Transaction } from '@relais/platform/database/transaction.ts';
import { coverOfEach } from './child-cover.queries.ts';
import type { CoverStatus } from './cover-status.ts';
import { milestoneReference } from './milestone-reference.ts';
import { UncoveredMilestone } from './uncovered-milestone.ts';

/** Care that covered a child and is gone: cancelled, or moved away. */
export type LostCare = {
  readonly childId: string;
  readonly familyIds: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
};

const TOUCHED = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes
  from known_milestones
  where family_id = any($1::uuid[]) and ends_at > $2 and status in ('PLANNED', 'CONFIRMED')
    and starts_at - make_interval(mins => travel_minutes) < $5::timestamptz
    and ends_at + make_interval(mins => travel_minutes) > $4::timestamptz`;

/** The care covered all of its time, so a gap there now is one that it leaves. */
const IS_LEFT_OPEN = `
  bool_or(child_cover.id = $3::uuid and child_cover.gaps && tstzrange($4::timestamptz, $5::timestamptz))`;

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
  { childId, familyIds, startsAt, endsAt }: LostCare,
  now: Date,
): Promise<UncoveredMilestone[]> => {
  const rows: UncoveredRow[] = await tx.query(UNCOVERED, [familyIds, now, childId, startsAt, endsAt]);
  return rows.map(shownUncovered);
};
