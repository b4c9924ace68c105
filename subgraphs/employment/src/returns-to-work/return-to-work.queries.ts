import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
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

export const returnWithId = (tx: Transaction, id: string): Promise<ReturnToWork | null> =>
  tx.findOneBy(ReturnToWork, { id });

/** False when the id is taken, however close in time the two requests arrived. */
export const addReturn = async (tx: Transaction, returnToWork: ReturnToWork): Promise<boolean> => {
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(ReturnToWork)
    .values(returnToWork)
    .orIgnore()
    .returning('id')
    .execute();
  return raw.length > 0;
};
