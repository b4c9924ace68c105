import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { day, id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Temporal } from 'temporal-polyfill';
import { Any } from 'typeorm';
import { z } from 'zod';
import { isOwnJobSearch } from '../job-seekers/job-seeker.queries.ts';
import { FollowUp, FollowUpPoint } from './follow-up.ts';
import { ReturnToWork } from './return-to-work.ts';

/** Asked of returns that may be seen already; by point, which is by time. */
export const followUpsOfReturns = (db: Database, returnIds: string[]): Promise<FollowUp[]> =>
  db.find(FollowUp, { where: { returnId: Any(returnIds) }, order: { recordedAt: 'ASC', id: 'ASC' } });

/** A return of the advisor's own job seekers, held until commit. */
export const lockReturn = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<ReturnToWork | null> => {
  const made = await tx.findOne(ReturnToWork, { where: { id }, lock: { mode: 'for_no_key_update' } });
  return made && (await isOwnJobSearch(tx, made, acting)) ? made : null;
};

/** What was recorded under this id, or at this point of the return. */
export const earlierFollowUp = (
  tx: Transaction,
  { id, returnId, point }: Pick<FollowUp, 'id' | 'returnId' | 'point'>,
): Promise<FollowUp | null> => tx.findOneBy(FollowUp, [{ id }, { returnId, point }]);

export const followUpWithId = (tx: Transaction, id: string): Promise<FollowUp | null> =>
  tx.findOneBy(FollowUp, { id });

export type DueFollowUpRow = {
  readonly returnId: string;
  readonly point: FollowUpPoint;
  readonly dueOn: Temporal.PlainDate;
};

/** Where a page starts; the row itself is not part of it. */
export type DuePosition = { readonly dueOn: string; readonly returnId: string };
const BEFORE_ALL: DuePosition = { dueOn: '-infinity', returnId: '00000000-0000-0000-0000-000000000000' };

/** The points of a row of `returns_to_work` that are not recorded yet, with the day from which each is due. */
export const FOLLOW_UPS_OWED = `
  select point, on_day
  from (values
    ('ONE_MONTH', (starts_on + interval '1 month')::date),
    ('THREE_MONTHS', (starts_on + interval '3 months')::date),
    ('SIX_MONTHS', (starts_on + interval '6 months')::date)) as due (point, on_day)
  where not exists (select from follow_ups
    where follow_ups.return_id = returns_to_work.id and follow_ups.point = due.point)`;

const DueRow = rowOf({
  returnId: ['returns_to_work.id', id],
  point: ['due.point', z.enum(FollowUpPoint)],
  dueOn: ['due.on_day', day],
});

const dueFollowUpsWhere = (isSeen: string) => `
  select ${DueRow.columns}
  from returns_to_work
  join job_seekers on job_seekers.id = returns_to_work.job_seeker_id and job_seekers.advisor_id = $1
  cross join lateral (${FOLLOW_UPS_OWED}) due
  where due.on_day <= $2::date and ${isSeen}
    and (due.on_day, returns_to_work.id) > ($3::date, $4::uuid)
  order by due.on_day, returns_to_work.id
  limit $5`;

/** Those of one advisor that are due by a day and not recorded yet, the oldest first. */
export const dueFollowUps = async (
  db: Database,
  { advisorId, seen }: { readonly advisorId: string; readonly seen: SeenFilter },
  page: { readonly until: Temporal.PlainDate; readonly after: DuePosition | null; readonly rows: number },
): Promise<DueFollowUpRow[]> => {
  const { dueOn, returnId } = page.after ?? BEFORE_ALL;
  const values: unknown[] = [advisorId, page.until.toString(), dueOn, returnId, page.rows];
  const isSeen = seen('job_seekers.family_id', numberedIn(values));
  return rowsOf(db, DueRow, dueFollowUpsWhere(isSeen), values);
};
