import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { SelectQueryBuilder } from 'typeorm';
import { JobSeeker } from './job-seeker.ts';

const seenBy = (db: Database, advisorId: string | null): SelectQueryBuilder<JobSeeker> =>
  db
    .createQueryBuilder(JobSeeker, 'job_seeker')
    .where('(cast(:advisorId as text) is null or job_seeker.advisor_id = :advisorId)', { advisorId });

export const jobSeekersByIds = (
  db: Database,
  ids: string[],
  advisorId: string | null,
): Promise<JobSeeker[]> => seenBy(db, advisorId).andWhere('job_seeker.id = any(:ids)', { ids }).getMany();

/** All files of these adults, newest first: an adult who registers again gets a new one. */
export const jobSeekersOfAdults = (
  db: Database,
  adultIds: string[],
  advisorId: string | null,
): Promise<JobSeeker[]> =>
  seenBy(db, advisorId)
    .andWhere('job_seeker.adult_id = any(:adultIds)', { adultIds })
    .orderBy('job_seeker.registered_on', 'DESC')
    .addOrderBy('job_seeker.id', 'DESC')
    .getMany();

/** The advisor's own job seeker, held until commit. */
export const lockJobSeeker = (tx: Transaction, id: string, advisorId: string): Promise<JobSeeker | null> =>
  tx.findOne(JobSeeker, { where: { id, advisorId }, lock: { mode: 'for_no_key_update' } });

export const jobSeekerWithId = (tx: Transaction, id: string): Promise<JobSeeker | null> =>
  tx.findOneBy(JobSeeker, { id });
