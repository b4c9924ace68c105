import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { MOST_AT_ONCE } from '@relais/platform/professionals/take-over.changes.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { Sight } from '@relais/platform/sight/sight.ts';
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

/** An adult who is known, with the files that the reader may find, newest first: who registers again gets a new one. */
type AdultWithFiles = KnownAdult & { readonly files: readonly JobSeeker[] };

/** These adults with what ties the reader to the family of each, in one statement. */
export const adultsWithFiles = async (
  db: Database,
  ids: string[],
  advisorId: string | null,
  sight: Sight,
): Promise<AdultWithFiles[]> => {
  const values: Record<string, unknown> = { ids, advisorId };
  const facts = sight.factColumns('adult.family_id', namedIn(values));
  const query = db
    .createQueryBuilder(KnownAdult, 'adult')
    .leftJoinAndMapMany(
      'adult.files',
      JobSeeker,
      'job_seeker',
      `job_seeker.adult_id = adult.id
        and (cast(:advisorId as text) is null or job_seeker.advisor_id = :advisorId)`,
    )
    .where('adult.id = any(:ids)', values)
    .orderBy('job_seeker.registered_on', 'DESC')
    .addOrderBy('job_seeker.id', 'DESC');
  for (const { name, sql } of facts) query.addSelect(sql, name);
  const { entities, raw } = await query.getRawAndEntities<AdultRow>();
  for (const row of raw)
    sight.keep(row.adult_family_id, Object.fromEntries(facts.map(({ name }) => [name, row[name] === true])));
  return entities.map((adult) => Object.assign({ files: [] }, adult));
};

type AdultRow = { readonly adult_family_id: string; readonly [fact: string]: unknown };

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
