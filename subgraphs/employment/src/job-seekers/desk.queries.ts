import type { Database } from '@relais/platform/database/database.ts';
import { day, id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { z } from 'zod';
import { JobSeeker, StatisticalCategory } from './job-seeker.ts';

const WaitingRow = rowOf({
  id: ['job_seekers.id', id],
  familyId: ['job_seekers.family_id', id],
  since: ['job_seekers.desk_since', instant],
  registeredOn: ['job_seekers.registered_on', day],
  closedOn: ['job_seekers.closed_on', day.nullable()],
  category: ['job_seekers.category', z.int()],
  statisticalCategory: ['job_seekers.statistical_category', z.enum(StatisticalCategory).nullable()],
  romeCode: ['job_seekers.rome_code', z.string().nullable()],
  version: ['job_seekers.version', z.int()],
});
export type WaitingFile = RowFrom<typeof WaitingRow>;

const waitingWhere = (isSeen: string) => `
  select ${WaitingRow.columns} from job_seekers
  where job_seekers.desk_agency = $1 and ${isSeen}
    and ($2::timestamptz is null or (job_seekers.desk_since, job_seekers.id) > ($2::timestamptz, $3::uuid))
  order by job_seekers.desk_since, job_seekers.id limit $4`;

/** A page of the files that wait at the desk of an agency, the longest waiting first. */
export const filesAtDesk = (
  db: Database,
  { agency, seen }: { readonly agency: string; readonly seen: SeenFilter },
  { after, rows }: { readonly after: TimelinePosition | null; readonly rows: number },
): Promise<WaitingFile[]> => {
  const values: unknown[] = [agency, after?.at, after?.id, rows];
  const isSeen = seen('job_seekers.family_id', numberedIn(values));
  return rowsOf(db, WaitingRow, waitingWhere(isSeen), values);
};

/** A file that waits at the desk of an agency, held until commit. */
export const lockAtDesk = (tx: Transaction, id: string, deskAgency: string): Promise<JobSeeker | null> =>
  tx.findOne(JobSeeker, { where: { id, deskAgency }, lock: { mode: 'for_no_key_update' } });

/** Whether a file is of somebody whose restricted file nobody at the desk would see: it goes to a colleague who is named. */
export const OF_RESTRICTED_FAMILY = `exists (
  select from followers where followers.family_id = job_seeker.family_id and followers.relation = 'NAMED'
    and followers.from_on <= cast(:today as date) and (followers.to_on is null or cast(:today as date) < followers.to_on))`;
