import type { Database } from '@relais/platform/database/database.ts';
import { day, id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { MilestoneKind } from '../milestones/milestone.ts';
import { FOLLOW_UPS_OWED } from '../returns-to-work/follow-up.queries.ts';
import { FollowUpPoint } from '../returns-to-work/follow-up.ts';

const OF_ADVISOR = '($2::text is null or job_seekers.advisor_id = $2)';

const PendingRow = rowOf({
  id: ['milestones.id', id],
  familyId: ['milestones.family_id', id],
  kind: ['kind', z.enum(MilestoneKind)],
  startsAt: ['milestones.starts_at', instant],
  endsAt: ['ends_at', instant],
  /** As early-childhood last told it, where that is about the times the milestone has now. */
  cover: ['known.status', z.enum(['UNCOVERED', 'PARTIAL', 'UNKNOWN']).nullable()],
  /** Of those alike, as two files that became one may hold, all but the first. */
  isRepeated: ['repeated.is_so', z.boolean()],
});
export type PendingMilestone = RowFrom<typeof PendingRow>;

/** Not settled: over without an outcome, or ahead and lacking care or planned twice. */
const PENDING_MILESTONES = `
  select ${PendingRow.columns}
  from milestones
  cross join lateral (select exists (
    select from milestones alike
    where alike.job_seeker_id = milestones.job_seeker_id and alike.starts_at = milestones.starts_at
      and alike.kind = milestones.kind and alike.id < milestones.id
      and alike.status in ('PLANNED', 'CONFIRMED')) as is_so) repeated
  join job_seekers on job_seekers.id = milestones.job_seeker_id and ${OF_ADVISOR}
  left join known_covers known
    on known.milestone_id = milestones.id and known.milestone_version >= milestones.version
    and known.status in ('UNCOVERED', 'PARTIAL', 'UNKNOWN')
  where milestones.family_id = any($1::uuid[]) and milestones.status in ('PLANNED', 'CONFIRMED')
    and (ends_at <= $3 or known.status is not null or repeated.is_so)`;

const OwedRow = rowOf({
  familyId: ['job_seekers.family_id', id],
  returnId: ['returns_to_work.id', id],
  point: ['owed.point', z.enum(FollowUpPoint)],
  dueOn: ['owed.on_day', day],
});
export type OwedFollowUp = RowFrom<typeof OwedRow>;

const OWED_FOLLOW_UPS = `
  select ${OwedRow.columns}
  from job_seekers
  join returns_to_work on returns_to_work.job_seeker_id = job_seekers.id
  cross join lateral (${FOLLOW_UPS_OWED}) owed
  where job_seekers.family_id = any($1::uuid[]) and ${OF_ADVISOR} and owed.on_day <= $3::date`;

const EndingRow = rowOf({
  familyId: ['job_seekers.family_id', id],
  id: ['reduction.id', id],
  endsOn: ['reduction.ends_on', day],
});
export type EndingReduction = RowFrom<typeof EndingRow>;

/** Of the contract in force, for no other counts; none that another one follows at once. */
const ENDING_REDUCTIONS = `
  select ${EndingRow.columns}
  from job_seekers
  cross join lateral (
    select id from engagement_contracts where job_seeker_id = job_seekers.id
    order by signed_on desc, id desc limit 1) contract
  join hours_reductions reduction on reduction.contract_id = contract.id
  where job_seekers.family_id = any($1::uuid[]) and ${OF_ADVISOR} and job_seekers.closed_on is null
    and reduction.ends_on between $3::date and $4::date
    and not exists (select from hours_reductions next
      where next.contract_id = contract.id and next.starts_on = reduction.ends_on + 1)`;

export const pendingMilestones = (
  db: Database,
  familyIds: string[],
  advisorId: string | null,
  now: Date,
): Promise<PendingMilestone[]> => rowsOf(db, PendingRow, PENDING_MILESTONES, [familyIds, advisorId, now]);

export const owedFollowUps = (
  db: Database,
  familyIds: string[],
  advisorId: string | null,
  today: Temporal.PlainDate,
): Promise<OwedFollowUp[]> => rowsOf(db, OwedRow, OWED_FOLLOW_UPS, [familyIds, advisorId, today.toString()]);

export const endingReductions = (
  db: Database,
  familyIds: string[],
  advisorId: string | null,
  { from, to }: Readonly<Record<'from' | 'to', Temporal.PlainDate>>,
): Promise<EndingReduction[]> =>
  rowsOf(db, EndingRow, ENDING_REDUCTIONS, [familyIds, advisorId, from.toString(), to.toString()]);
