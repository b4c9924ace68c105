import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import { districtOn } from '@relais/platform/statistics/district-on.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { FollowUpPoint } from '../returns-to-work/follow-up.ts';
import { ReturnKind } from '../returns-to-work/return-to-work.ts';
import { ReportedCover } from './impact-report.ts';

/** The families with the district of the last day of the quarter. */
const familiesOn = (day: string): string =>
  `(select id, ${districtOn('known_families', `${day}::date`)} as district_id from known_families) family`;

const district = { districtId: ['district_id', id.nullable()] } as const;

const milestonesRow = rowOf({
  ...district,
  cover: ['cover', z.enum(ReportedCover)],
  held: ['sum(attended + missed)::int', z.int()],
  heldFamilies: ['count(*)::int', z.int()],
  missed: ['sum(missed)::int', z.int()],
  missedFamilies: ['count(*) filter (where missed > 0)::int', z.int()],
  attendedFamilies: ['count(*) filter (where attended > 0)::int', z.int()],
  forChildcare: ['sum(for_childcare)::int', z.int()],
  forChildcareFamilies: ['count(*) filter (where for_childcare > 0)::int', z.int()],
  otherwiseMissedFamilies: ['count(*) filter (where missed > for_childcare)::int', z.int()],
});
export type MilestonesRow = RowFrom<typeof milestonesRow>;

/** Per family first, since a figure that rests on few families is withheld, however many milestones they had. */
const HELD = `
  select family_id, cover,
    count(*) filter (where status = 'ATTENDED') as attended,
    count(*) filter (where status = 'MISSED') as missed,
    count(*) filter (where missed_reason = 'CHILDCARE') as for_childcare
  from (
    select milestones.family_id, milestones.status, missed_reason, coalesce(told.status, 'NOT_TOLD') as cover
    from milestones
    left join known_covers told
      on told.milestone_id = milestones.id and told.milestone_version >= milestones.version - 1
    where milestones.status in ('ATTENDED', 'MISSED')
      and milestones.starts_at >= $1 and milestones.starts_at < $2
  ) milestone
  group by family_id, cover`;

const MILESTONES_HELD = `
  select ${milestonesRow.columns}
  from (${HELD}) held
  left join ${familiesOn('$3')} on family.id = held.family_id
  group by district_id, cover`;

/** Milestones attended and missed, by the cover they had, in every district. Recording an outcome adds one to the version. */
export const milestonesHeld = (db: Database, { from, to }: Quarter): Promise<MilestonesRow[]> =>
  rowsOf(db, milestonesRow, MILESTONES_HELD, [
    startOfDay(from),
    startOfDay(to.add({ days: 1 })),
    to.toString(),
  ]);

const kinds = Object.values(ReturnKind);

const RETURNED = `
  select job_seeker_id, ${kinds.map((kind) => `bool_or(kind = '${kind}') as "${kind}"`).join(', ')}
  from returns_to_work where starts_on between $1::date and $2::date
  group by job_seeker_id`;

const returnsOf = (kind: ReturnKind) => [`count(*) filter (where "${kind}")::int`, z.int()] as const;

const jobSeekersRow = rowOf({
  ...district,
  jobSeekers: ['count(file.id)::int', z.int()],
  EMPLOYMENT: returnsOf('EMPLOYMENT'),
  TRAINING: returnsOf('TRAINING'),
  EDUCATION: returnsOf('EDUCATION'),
  OTHER: returnsOf('OTHER'),
});
export type JobSeekersRow = RowFrom<typeof jobSeekersRow>;

/** From the families, so that a district without job seekers is there too. */
const JOB_SEEKERS = `
  select ${jobSeekersRow.columns}
  from ${familiesOn('$2')}
  left join (
    select id, family_id, returned.* from job_seekers
    left join (${RETURNED}) returned on returned.job_seeker_id = job_seekers.id
    where returned.job_seeker_id is not null
      or (registered_on <= $2::date and (closed_on is null or closed_on >= $1::date))
  ) file on file.family_id = family.id
  group by district_id`;

const daysOf = ({ from, to }: Quarter): [string, string] => [from.toString(), to.toString()];

/** Files open in the quarter, and those with a return in it, by kind, in every district where a family lives. */
export const jobSeekersAndReturns = (db: Database, quarter: Quarter): Promise<JobSeekersRow[]> =>
  rowsOf(db, jobSeekersRow, JOB_SEEKERS, daysOf(quarter));

const followUpRow = rowOf({
  ...district,
  point: ['point', z.enum(FollowUpPoint)],
  reached: ['count(*)::int', z.int()],
  reachedFamilies: ['count(distinct job_seekers.family_id)::int', z.int()],
  stillThere: ["count(*) filter (where outcome in ('GOES_ON', 'CHANGED'))::int", z.int()],
  stillThereFamilies: [
    "count(distinct job_seekers.family_id) filter (where outcome in ('GOES_ON', 'CHANGED'))::int",
    z.int(),
  ],
  otherFamilies: [
    "count(distinct job_seekers.family_id) filter (where outcome not in ('GOES_ON', 'CHANGED'))::int",
    z.int(),
  ],
});
export type FollowUpRow = RowFrom<typeof followUpRow>;

/** Six months before the quarter no return is old enough, or young enough, to reach a point in it. */
const FOLLOWED_UP = `
  select ${followUpRow.columns}
  from returns_to_work
  join follow_ups on follow_ups.return_id = returns_to_work.id and outcome <> 'NOT_REACHED'
  join job_seekers on job_seekers.id = returns_to_work.job_seeker_id
  left join ${familiesOn('$2')} on family.id = job_seekers.family_id
  where starts_on between $1::date - interval '7 months' and $2::date
    and (starts_on + case point
      when 'ONE_MONTH' then interval '1 month'
      when 'THREE_MONTHS' then interval '3 months'
      else interval '6 months' end)::date between $1::date and $2::date
  group by district_id, point`;

/** What became of the returns that reached a point of follow-up in the quarter, in every district. */
export const returnsFollowedUp = (db: Database, quarter: Quarter): Promise<FollowUpRow[]> =>
  rowsOf(db, followUpRow, FOLLOWED_UP, daysOf(quarter));

const districtRow = rowOf(district);

/** The districts where families lived on a day, and `null` when that of some is not known. */
export const districtsOfFamilies = (db: Database, day: Temporal.PlainDate): Promise<DistrictRow[]> =>
  rowsOf(db, districtRow, `select distinct ${districtRow.columns} from ${familiesOn('$1')}`, [
    day.toString(),
  ]);

/** The rows of a closed quarter, as they were stored. */
export const jobSearchCounts = z.object({
  milestones: milestonesRow.type.array(),
  jobSeekers: jobSeekersRow.type.array(),
  followUps: followUpRow.type.array(),
  districts: districtRow.type.array(),
});
