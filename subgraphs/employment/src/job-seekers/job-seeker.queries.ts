import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { MOST_AT_ONCE } from '@relais/platform/professionals/take-over.changes.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Temporal } from 'temporal-polyfill';
import type { SelectQueryBuilder } from 'typeorm';
import type { Permission } from '../permissions.ts';
import { FOLLOWED_AFTER_CLOSING_MONTHS } from './job-seeker.rules.ts';
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
  seen: SeenFilter,
): Promise<JobSeeker[]> => {
  const reader = {};
  return seenBy(db, advisorId)
    .andWhere('job_seeker.adult_id = any(:adultIds)', { adultIds })
    .andWhere(seen('job_seeker.family_id', namedIn(reader)), reader)
    .orderBy('job_seeker.registered_on', 'DESC')
    .addOrderBy('job_seeker.id', 'DESC')
    .getMany();
};

const mayChange = ({ familyId }: JobSeeker, tx: Transaction, { sight }: ActingUser): Promise<boolean> =>
  sight.allows(tx, 'job-search:write' satisfies Permission, [familyId]);

/** The advisor's own job seeker, held until commit. */
export const lockJobSeeker = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<JobSeeker | null> => {
  const where = { id, advisorId: acting.user.sub };
  const file = await tx.findOne(JobSeeker, { where, lock: { mode: 'for_no_key_update' } });
  return file && (await mayChange(file, tx, acting)) ? file : null;
};

const followedBy = (
  tx: Transaction,
  advisorId: string,
  today: Temporal.PlainDate,
): SelectQueryBuilder<JobSeeker> =>
  tx
    .createQueryBuilder(JobSeeker, 'job_seeker')
    .where('job_seeker.advisor_id = :advisorId', { advisorId })
    .andWhere(
      `(job_seeker.closed_on is null
        or job_seeker.closed_on + make_interval(months => :months) > cast(:today as date))`,
      { months: FOLLOWED_AFTER_CLOSING_MONTHS, today: today.toString() },
    );

/** Whom somebody follows that day as their advisor, in id order, the first of them held until commit; and how many are left. */
export const lockFollowedBy = async (
  tx: Transaction,
  advisorId: string,
  today: Temporal.PlainDate,
): Promise<{ files: JobSeeker[]; left: number }> => {
  const all = await followedBy(tx, advisorId, today).getCount();
  const files = await followedBy(tx, advisorId, today)
    .orderBy('job_seeker.id')
    .limit(MOST_AT_ONCE)
    .setLock('for_no_key_update')
    .getMany();
  return { files, left: Math.max(0, all - files.length) };
};

/** Whether a milestone or return is of an own job seeker, asked once it is held: meanwhile the file may have gone to another. */
export const isOwnJobSearch = async (
  tx: Transaction,
  { jobSeekerId }: { readonly jobSeekerId: string },
  acting: ActingUser,
): Promise<boolean> => {
  const file = await tx.findOneBy(JobSeeker, { id: jobSeekerId, advisorId: acting.user.sub });
  return file !== null && (await mayChange(file, tx, acting));
};

export const jobSeekerWithId = (tx: Transaction, id: string): Promise<JobSeeker | null> =>
  tx.findOneBy(JobSeeker, { id });
