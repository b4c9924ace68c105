import type { Database } from '@relais/platform/database/database.ts';
import { id as anId, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { Any } from 'typeorm';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import { ReturnToWork } from './return-to-work.ts';

export const returnsByIds = (
  db: Database,
  ids: string[],
  advisorId: string | null,
): Promise<ReturnToWork[]> =>
  db
    .createQueryBuilder(ReturnToWork, 'return_to_work')
    .innerJoin(JobSeeker, 'job_seeker', 'job_seeker.id = return_to_work.job_seeker_id')
    .where('return_to_work.id = any(:ids)', { ids })
    .andWhere('(cast(:advisorId as text) is null or job_seeker.advisor_id = :advisorId)', { advisorId })
    .getMany();

/** Asked of job seekers who may be seen already. */
export const returnsOfJobSeekers = (db: Database, jobSeekerIds: string[]): Promise<ReturnToWork[]> =>
  db.find(ReturnToWork, { where: { jobSeekerId: Any(jobSeekerIds) }, order: { startsOn: 'ASC', id: 'ASC' } });

const ReturnRow = rowOf({ returnId: ['made.id', anId] });

/** Which of these returns had another one of the same adult, under any file, in the 12 months before. */
export const returnsWithinTheYear = (
  db: Database,
  returnIds: string[],
): Promise<RowFrom<typeof ReturnRow>[]> =>
  rowsOf(
    db,
    ReturnRow,
    `select ${ReturnRow.columns}
     from returns_to_work made
     join job_seekers file on file.id = made.job_seeker_id
     where made.id = any($1::uuid[]) and exists (
       select from job_seekers other_file
       join returns_to_work other on other.job_seeker_id = other_file.id
       where other_file.adult_id = file.adult_id and other.id <> made.id
         and other.starts_on <= made.starts_on and other.starts_on > made.starts_on - interval '12 months')`,
    [returnIds],
  );
