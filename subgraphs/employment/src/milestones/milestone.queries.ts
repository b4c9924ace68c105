import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { recordsOf } from '@relais/platform/database/hydration.ts';
import { id as anId, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { manyOf } from '@relais/platform/reading/relation.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { isOwnJobSearch } from '../job-seekers/job-seeker.queries.ts';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import { Milestone } from './milestone.ts';

/** Where a page starts in a list ordered by start and id; the row itself is not part of it. */
export type Position = { readonly startsAt: string; readonly id: string };

const BEFORE_ALL: Position = { startsAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
const LONGEST_MILESTONE_MS = 14 * 3_600_000;

const ordered = (db: Database): SelectQueryBuilder<Milestone> =>
  db.createQueryBuilder(Milestone, 'milestone').orderBy('milestone.starts_at').addOrderBy('milestone.id');

const withJobSeeker = (db: Database): SelectQueryBuilder<Milestone> =>
  db
    .createQueryBuilder(Milestone, 'milestone')
    .innerJoin(JobSeeker, 'job_seeker', 'job_seeker.id = milestone.job_seeker_id');

export const milestonesByIds = (
  db: Database,
  ids: string[],
  advisorId: string | null,
): Promise<Milestone[]> =>
  withJobSeeker(db)
    .where('milestone.id = any(:ids)', { ids })
    .andWhere('(cast(:advisorId as text) is null or job_seeker.advisor_id = :advisorId)', { advisorId })
    .getMany();

export type FamilyMilestonesPage = {
  readonly rows: number;
  readonly after: Position | null;
  readonly upcomingFrom: Date | null;
};

/** None that ends later can start earlier than this: the index need not be walked from the family's first one. */
const startOf = ({ after, upcomingFrom }: FamilyMilestonesPage): Position => {
  if (after) return after;
  if (!upcomingFrom) return BEFORE_ALL;
  return { ...BEFORE_ALL, startsAt: new Date(upcomingFrom.getTime() - LONGEST_MILESTONE_MS).toISOString() };
};

/** One page of each family, in one statement for any number of families; an advisor's is of own job seekers. */
export const milestonesOfFamily = (advisorId: string | null) =>
  manyOf<Milestone, FamilyMilestonesPage>(Milestone, {
    alias: 'milestone',
    rest(families, page, add) {
      const { startsAt, id } = startOf(page);
      const [from, advisor] = [add(page.upcomingFrom), add(advisorId)];
      return `
        where milestone.id = any(array(
          select page.id from unnest(${families}) as family(id)
          cross join lateral (
            select candidate.id from milestones candidate
            where candidate.family_id = family.id
              and (candidate.starts_at, candidate.id) > (${add(startsAt)}::timestamptz, ${add(id)}::uuid)
              and (${from}::timestamptz is null
                or (candidate.ends_at > ${from} and candidate.status <> 'CANCELLED'))
              and (${advisor}::text is null or exists (
                select from job_seekers
                where job_seekers.id = candidate.job_seeker_id and job_seekers.advisor_id = ${advisor}))
            order by candidate.starts_at, candidate.id
            limit ${add(page.rows)}) page))
        order by milestone.starts_at, milestone.id`;
    },
    keyOf: ({ familyId }) => familyId,
  });

export type AdvisorMilestonesPage<After = Position> = {
  readonly from: Date;
  readonly to: Date;
  readonly rows: number;
  readonly after: After | null;
};

/** An advisor, and the families whose job search they see. */
export type SeeingAdvisor = { readonly advisorId: string; readonly seen: SeenFilter };

/**
 * Of the advisor's job seekers, as a list of their ids: found by each, and not among all that start in a period, of which the
 * wall would first be asked for each.
 */
export const ofAdvisor = (advisor: string): string =>
  `candidate.job_seeker_id = any(array(select id from job_seekers where advisor_id = ${advisor}))`;

/** Those that start from `from` and before `to`, of one advisor's job seekers. */
export const milestonesOfAdvisor = (
  db: Database,
  { advisorId, seen }: SeeingAdvisor,
  { from, to, rows, after }: AdvisorMilestonesPage,
): Promise<Milestone[]> => {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { startsAt, id } = after ?? BEFORE_ALL;
  const rest = `
    where ${ofAdvisor(add(advisorId))} and candidate.starts_at >= ${add(from)} and candidate.starts_at < ${add(to)}
      and ${seen('candidate.family_id', numberedIn(values))}
      and (candidate.starts_at, candidate.id) > (${add(startsAt)}::timestamptz, ${add(id)}::uuid)
    order by candidate.starts_at, candidate.id
    limit ${add(rows)}`;
  return recordsOf(db, Milestone, { alias: 'candidate', rest }, values);
};

/** Still planned or confirmed and starting from then on, by start. */
export const openMilestonesFrom = (db: Database, jobSeekerId: string, from: Date): Promise<Milestone[]> =>
  ordered(db)
    .where(`milestone.job_seeker_id = :jobSeekerId and milestone.starts_at >= :from`, { jobSeekerId, from })
    .andWhere(`milestone.status in ('PLANNED', 'CONFIRMED')`)
    .getMany();

/** A milestone of the advisor's own job seekers, held until commit. */
export const lockMilestone = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<Milestone | null> => {
  const milestone = await tx.findOne(Milestone, { where: { id }, lock: { mode: 'for_no_key_update' } });
  return milestone && (await isOwnJobSearch(tx, milestone, acting)) ? milestone : null;
};

export const milestoneWithId = (tx: Transaction, id: string): Promise<Milestone | null> =>
  tx.findOneBy(Milestone, { id });

export const milestonesOfSeries = (tx: Transaction, seriesId: string): Promise<Milestone[]> =>
  tx.find(Milestone, { where: { seriesId }, order: { startsAt: 'ASC', id: 'ASC' } });

/** All of them, or none when one of the ids is taken. */
export const addMilestones = async (tx: Transaction, milestones: Milestone[]): Promise<void> => {
  await tx.insert(Milestone, milestones);
};

export const milestonesToCome = (
  db: Database,
  jobSeekerIds: readonly string[],
  now: Date,
): Promise<Milestone[]> =>
  ordered(db)
    .where('milestone.job_seeker_id = any(:jobSeekerIds) and milestone.ends_at > :now', { jobSeekerIds, now })
    .getMany();

/** The milestones of a series of an own job seeker, held until commit; none of another's. */
export const lockSeries = async (
  tx: Transaction,
  seriesId: string,
  acting: ActingUser,
): Promise<Milestone[]> => {
  const lock = { mode: 'for_no_key_update' } as const;
  const [first, ...others] = await tx.find(Milestone, {
    where: { seriesId },
    order: { startsAt: 'ASC', id: 'ASC' },
    lock,
  });
  return first && (await isOwnJobSearch(tx, first, acting)) ? [first, ...others] : [];
};

const STORE = `
  update milestones set starts_at = changed."startsAt", ends_at = changed."endsAt", status = changed.status,
    missed_reason = changed."missedReason", version = changed.version
  from json_to_recordset($1) as changed
    (id uuid, "startsAt" timestamptz, "endsAt" timestamptz, status text, "missedReason" text, version integer)
  where milestones.id = changed.id`;

/** Stores what changed of milestones that are held, however many, in one statement. */
export const storeMilestones = async (tx: Transaction, changed: readonly Milestone[]): Promise<void> => {
  await tx.query(STORE, [JSON.stringify(changed)]);
};

const SeriesRow = rowOf({ id: ['series_id', anId], version: ['sum(version)::int', z.int()] });

/** Asked of series whose milestones may be seen already. */
export const versionsOfSeries = (db: Database, seriesIds: string[]): Promise<RowFrom<typeof SeriesRow>[]> =>
  rowsOf(
    db,
    SeriesRow,
    `select ${SeriesRow.columns} from milestones where series_id = any($1::uuid[]) group by series_id`,
    [seriesIds],
  );
