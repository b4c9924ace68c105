import { instantInJson, rowOf } from '@relais/platform/database/rows.ts';
import { ageCountsFrom } from '../../families/families/age.rules.ts';

/** The needed time includes the way there and back. */
const NEEDED = `tstzrange(
  starts_at - make_interval(mins => travel_minutes), ends_at + make_interval(mins => travel_minutes))`;

/** The local days that the needed time touches, and which of them are school days. */
const LOCAL_DAYS = `
  select array_agg(touched::date) as days,
    array_agg(touched::date) filter (where exists (
      select from school_periods where touched::date between starts_on and ends_on)) as school_days
  from generate_series(date_trunc('day', lower(needed) at time zone 'Europe/Paris'),
    upper(needed) at time zone 'Europe/Paris', interval '1 day') touched`;

/** The day from which a child's age counts: an expected one is looked at as if it is born as expected. */
export const AGE_FROM = ageCountsFrom('child');

/** The children in the family on the day of a milestone; one in shared residence is in both of its families. */
export const childrenDuring = (milestone: string): string => `(
    select id from children where family_id = ${milestone}.family_id
    union
    select child_id from shared_residences where other_family_id = ${milestone}.family_id
  ) member
  join children child on child.id = member.id and child.merged_into is null
    and ${milestone}.day >= coalesce(child.joined_on, '-infinity')
    and ${milestone}.day < coalesce(child.left_on, 'infinity')`;

/** Born by then, or expected, and under 6 on the milestone's day. */
const NEEDING_CHILD = `
  select child, child.id, ${AGE_FROM} as age_from, shared.child_id is not null as is_shared
  from ${childrenDuring('asked')}
    and ${AGE_FROM} <= asked.day and ${AGE_FROM} + interval '6 years' > asked.day
  left join shared_residences shared on shared.child_id = child.id`;

/** Time with the other family needs no care here; time that is in no calendar leaves the cover unknown. */
const RESIDENCE = `
  select not asked.needed <@ coalesce(range_agg(period), '{}') as is_unknown,
    tstzmultirange(asked.needed)
      - coalesce(range_agg(period) filter (where other.family_id <> asked.family_id), '{}') as care_needed
  from (
    select family_id, tstzrange(starts_at, ends_at) as period from residence_periods
    where is_shared and child_id = needing.id and tstzrange(starts_at, ends_at) && asked.needed
  ) other`;

/** A held booking is only an offer. Naming what is not cancelled lets the exclusion constraint's index serve. */
const BOOKED = `
  select tstzrange(starts_at, ends_at) as period from bookings
  where child_id = needing.id and tstzrange(starts_at, ends_at) && asked.needed
    and status in ('CONFIRMED', 'ATTENDED', 'ABSENT') and status <> 'CANCELLED'`;

const DATED = `
  select tstzrange(starts_at, ends_at) from own_arrangements
  where child_id = needing.id and removed_at is null
    and starts_at < upper(asked.needed) and ends_at > lower(asked.needed)`;

/** Weekly arrangements hold in local time; school in its terms only. */
const WEEKLY = `
  select city_span(day + from_time, day + to_time)
  from own_arrangements
  cross join lateral unnest(case kind when 'SCHOOL' then asked.school_days else asked.days end) as touched (day)
  where child_id = needing.id and removed_at is null
    and weekday = extract(isodow from day) and day between starts_on and ends_on`;

/** Each child who needs care during one row of \`asked\`, with its gaps and status. */
const CHILD_COVER = `
  select needing.child, needing.age_from, needing.id, gaps,
    case
      when is_shared and is_unknown then 'UNKNOWN'
      when isempty(gaps) then 'COVERED'
      when gaps = care_needed then 'UNCOVERED'
      else 'PARTIAL'
    end as status
  from (${NEEDING_CHILD}) needing
  cross join lateral (${RESIDENCE}) residence
  cross join lateral (
    select coalesce(range_agg(period), '{}') as covered
    from (${BOOKED} union all ${DATED} union all ${WEEKLY}) stay
  ) stays
  cross join lateral (select care_needed - covered as gaps) missing
  where not isempty(care_needed)`;

/** A gap, wherever covers are told as JSON. */
export const GapRow = rowOf({
  startsAt: ['lower(gap)', instantInJson],
  endsAt: ['upper(gap)', instantInJson],
});
/** The gaps of one `child_cover`. */
export const GAPS_AS_JSON = `(select coalesce(jsonb_agg(${GapRow.json} order by gap), '[]') from unnest(gaps) gap)`;

/** Eldest first. */
export const IN_ORDER = 'child_cover.age_from, child_cover.id';

const WORST_STATUS = `
  case
    when bool_or(child_cover.status = 'UNCOVERED') then 'UNCOVERED'
    when bool_or(child_cover.status = 'UNKNOWN') then 'UNKNOWN'
    when bool_or(child_cover.status = 'PARTIAL') then 'PARTIAL'
    when bool_or(child_cover.status = 'COVERED') then 'COVERED'
    else 'NOT_NEEDED'
  end`;

/**
 * A query of the rows of \`milestones\` (a query of milestone_id, family_id, starts_at, ends_at, travel_minutes, …), each
 * with its \`needed\` time, its \`cover_status\` and \`told\`: an aggregate over \`child_cover\`. One search in each index
 * per child and milestone, in one statement for any number of them; nothing is joined that could grow with its square.
 */
export const coverOfEach = (milestones: string, told = 'null'): string => `
  with asked as materialized (
    select *, (starts_at at time zone 'Europe/Paris')::date as day
    from (${milestones}) milestone
    cross join lateral (select ${NEEDED} as needed) travelled
    cross join lateral (${LOCAL_DAYS}) local
  )
  select asked.*, cover.cover_status, cover.told
  from asked
  cross join lateral (
    select ${WORST_STATUS} as cover_status, ${told} as told from (${CHILD_COVER}) child_cover
  ) cover`;
