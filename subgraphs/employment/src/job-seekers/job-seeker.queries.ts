import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { hydrationOf, recordsWith } from '@relais/platform/database/hydration.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { MOST_AT_ONCE } from '@relais/platform/professionals/take-over.changes.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { Sight } from '@relais/platform/sight/sight.ts';
import type { Temporal } from 'temporal-polyfill';
import type { SelectQueryBuilder } from 'typeorm';
import type { Permission } from '../permissions.ts';
import { OF_RESTRICTED_FAMILY } from './desk.queries.ts';
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

/** Before the columns of a file, in a row that is an adult's too. */
const FILE = 'file_';

/** These adults, with what ties the reader to the family of each unless that is being asked already, in one statement. */
export const adultsWithFiles = async (
  db: Database,
  ids: string[],
  advisorId: string | null,
  sight: Sight,
): Promise<AdultWithFiles[]> => {
  const values: unknown[] = [ids, advisorId];
  const hasFacts = !sight.isAskingFacts;
  const facts = hasFacts ? sight.factColumns('adult.family_id', numberedIn(values)) : [];
  const file = hydrationOf(db.connection, JobSeeker);
  const asked = {
    alias: 'adult',
    also: [file.columns('file', FILE), ...facts.map(({ name, sql }) => `${sql} as "${name}"`)],
    rest: `left join ${file.table} file on file.adult_id = adult.id
        and (cast($2 as text) is null or file.advisor_id = $2)
      where adult.id = any($1) order by file.registered_on desc, file.id desc`,
  };
  const found = await recordsWith(db, KnownAdult, asked, values);
  const adults = new Map<string, KnownAdult & { readonly files: JobSeeker[] }>();
  for (const { record, row } of found) {
    if (hasFacts) sight.keep(record.familyId, row);
    const adult = adults.get(record.id) ?? Object.assign(record, { files: [] });
    adults.set(record.id, adult);
    if (row[`${FILE}id`] !== null) adult.files.push(file.record(row, FILE));
  }
  return [...adults.values()];
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

type Followed = { readonly files: JobSeeker[]; readonly left: number };

const firstOf = async (followed: () => SelectQueryBuilder<JobSeeker>): Promise<Followed> => {
  const all = await followed().getCount();
  const files = await followed()
    .orderBy('job_seeker.id')
    .limit(MOST_AT_ONCE)
    .setLock('for_no_key_update')
    .getMany();
  return { files, left: Math.max(0, all - files.length) };
};

/** Whom somebody follows that day as their advisor, in id order, the first of them held until commit; and how many are left. */
export const lockFollowedBy = (
  tx: Transaction,
  advisorId: string,
  today: Temporal.PlainDate,
): Promise<Followed> => firstOf(() => followedBy(tx, advisorId, today));

/** The same of those who can wait at the desk, where advisors would see them; and how many cannot. */
export const lockFollowedForDesk = async (
  tx: Transaction,
  advisorId: string,
  today: Temporal.PlainDate,
): Promise<Followed & { readonly restricted: number }> => {
  const restricted = await followedBy(tx, advisorId, today).andWhere(OF_RESTRICTED_FAMILY).getCount();
  const followed = await firstOf(() =>
    followedBy(tx, advisorId, today).andWhere(`not ${OF_RESTRICTED_FAMILY}`),
  );
  return { ...followed, restricted };
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
