import type { Database } from '@relais/platform/database/database.ts';
import type { DistrictRow } from '@relais/platform/statistics/areas.rules.ts';
import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { ReturnKind } from '../returns-to-work/return-to-work.ts';
import type { FollowUpRow, JobSeekersRow, MilestonesRow } from './impact-figures.rules.ts';

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
  select district_id as "districtId", cover, sum(attended + missed)::int as held, count(*)::int as "heldFamilies",
    sum(missed)::int as missed, count(*) filter (where missed > 0)::int as "missedFamilies",
    count(*) filter (where attended > 0)::int as "attendedFamilies",
    sum(for_childcare)::int as "forChildcare",
    count(*) filter (where for_childcare > 0)::int as "forChildcareFamilies",
    count(*) filter (where missed > for_childcare)::int as "otherwiseMissedFamilies"
  from (${HELD}) held
  left join known_families on known_families.id = held.family_id
  group by district_id, cover`;

/** Milestones attended and missed, by the cover they had, in every district. Recording an outcome adds one to the version. */
export const milestonesHeld = (db: Database, { from, to }: Quarter): Promise<MilestonesRow[]> =>
  db.query(MILESTONES_HELD, [startOfDay(from), startOfDay(to.add({ days: 1 }))]);

const kinds = Object.values(ReturnKind);

const RETURNED = `
  select job_seeker_id, ${kinds.map((kind) => `bool_or(kind = '${kind}') as "${kind}"`).join(', ')}
  from returns_to_work where starts_on between $1 and $2
  group by job_seeker_id`;

/** From the families, so that a district without job seekers is there too. */
const JOB_SEEKERS = `
  select district_id as "districtId", count(file.id)::int as "jobSeekers",
    ${kinds.map((kind) => `count(*) filter (where "${kind}")::int as "${kind}"`).join(', ')}
  from known_families
  left join (
    select id, family_id, returned.* from job_seekers
    left join (${RETURNED}) returned on returned.job_seeker_id = job_seekers.id
    where returned.job_seeker_id is not null
      or (registered_on <= $2 and (closed_on is null or closed_on >= $1))
  ) file on file.family_id = known_families.id
  group by district_id`;

const daysOf = ({ from, to }: Quarter): [string, string] => [from.toString(), to.toString()];

/** Files open in the quarter, and those with a return in it, by kind, in every district where a family lives. */
export const jobSeekersAndReturns = (db: Database, quarter: Quarter): Promise<JobSeekersRow[]> =>
  db.query(JOB_SEEKERS, daysOf(quarter));

/** Six months before the quarter no return is old enough, or young enough, to reach a point in it. */
const FOLLOWED_UP = `
  select district_id as "districtId", point, count(*)::int as reached,
    count(distinct job_seekers.family_id)::int as "reachedFamilies",
    count(*) filter (where outcome in ('GOES_ON', 'CHANGED'))::int as "stillThere",
    count(distinct job_seekers.family_id) filter (where outcome in ('GOES_ON', 'CHANGED'))::int
      as "stillThereFamilies",
    count(distinct job_seekers.family_id) filter (where outcome not in ('GOES_ON', 'CHANGED'))::int
      as "otherFamilies"
  from returns_to_work
  join follow_ups on follow_ups.return_id = returns_to_work.id and outcome <> 'NOT_REACHED'
  join job_seekers on job_seekers.id = returns_to_work.job_seeker_id
  left join known_families on known_families.id = job_seekers.family_id
  where starts_on between $1::date - interval '7 months' and $2
    and (starts_on + case point
      when 'ONE_MONTH' then interval '1 month'
      when 'THREE_MONTHS' then interval '3 months'
      else interval '6 months' end)::date between $1 and $2
  group by district_id, point`;

/** What became of the returns that reached a point of follow-up in the quarter, in every district. */
export const returnsFollowedUp = (db: Database, quarter: Quarter): Promise<FollowUpRow[]> =>
  db.query(FOLLOWED_UP, daysOf(quarter));

/** The districts where families live, and `null` when that of some is not known. */
export const districtsOfFamilies = (db: Database): Promise<DistrictRow[]> =>
  db.query('select distinct district_id as "districtId" from known_families');
