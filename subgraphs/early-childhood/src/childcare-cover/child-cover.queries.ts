/** The children of the asked families who are born and under 6 on the milestone's day; a shared child is in both. */
const NEEDING_CHILD = `
  needing_child as (
    select asked.milestone_id, asked.family_id, asked.needed, child.id as child_id, child.birth_date,
      exists (select from shared_residences where child_id = child.id) as is_shared
    from asked
    cross join lateral (
      select id from children where family_id = asked.family_id
      union
      select child_id from shared_residences where other_family_id = asked.family_id
    ) member
    join children child on child.id = member.id
      and child.birth_date <= (asked.starts_at at time zone 'Europe/Paris')::date
      and child.birth_date + interval '6 years' > (asked.starts_at at time zone 'Europe/Paris')::date
  )`;

/** Time with the other family needs no care here; time that is in no calendar leaves the cover unknown. */
const RESIDENCE = `
  select not needed <@ coalesce(range_agg(period), '{}') as is_unknown,
    tstzmultirange(needed)
      - coalesce(range_agg(period) filter (where other.family_id <> needing_child.family_id), '{}') as care_needed
  from (
    select family_id, tstzrange(starts_at, ends_at) as period from residence_periods
    where is_shared and child_id = needing_child.child_id and tstzrange(starts_at, ends_at) && needed
  ) other`;

/** A held booking is only an offer. Naming what is not cancelled lets the exclusion constraint's index serve. */
const BOOKED = `
  select tstzrange(starts_at, ends_at) as period from bookings
  where child_id = needing_child.child_id and tstzrange(starts_at, ends_at) && needed
    and status in ('CONFIRMED', 'ATTENDED', 'ABSENT') and status <> 'CANCELLED'`;

const DATED = `
  select tstzrange(starts_at, ends_at) from own_arrangements
  where child_id = needing_child.child_id and starts_at < upper(needed) and ends_at > lower(needed)`;

/** Weekly arrangements hold in local time on each local day that the needed time touches; school in its terms only. */
const WEEKLY = `
  select city_span(day + from_time, day + to_time)
  from own_arrangements, lateral (
    select generate_series(date_trunc('day', lower(needed) at time zone 'Europe/Paris'),
      upper(needed) at time zone 'Europe/Paris', interval '1 day')::date as day) touched
  where child_id = needing_child.child_id and weekday = extract(isodow from day)
    and day between starts_on and ends_on
    and (kind <> 'SCHOOL'
      or exists (select from school_periods term where day between term.starts_on and term.ends_on))`;

const CHILD_COVER = `
  child_cover as (
    select milestone_id, child_id, birth_date, gaps,
      case
        when is_shared and is_unknown then 'UNKNOWN'
        when isempty(gaps) then 'COVERED'
        when gaps = care_needed then 'UNCOVERED'
        else 'PARTIAL'
      end as status
    from needing_child
    cross join lateral (${RESIDENCE}) residence
    cross join lateral (
      select coalesce(range_agg(period), '{}') as covered
      from (${BOOKED} union all ${DATED} union all ${WEEKLY}) stay
    ) stays
    cross join lateral (select care_needed - covered as gaps) missing
    where not isempty(care_needed)
  )`;

/** The needed time includes the way there and back. */
const NEEDED = `tstzrange(
  starts_at - make_interval(mins => travel_minutes), ends_at + make_interval(mins => travel_minutes))`;

/**
 * The relations \`asked\` and \`child_cover\`: each child who needs care during the milestones of \`milestones\` (a query
 * of milestone_id, family_id, starts_at, ends_at, travel_minutes, …), with its gaps and status. One search in each
 * index per child and milestone, one statement for any number of them.
 */
export const withChildCover = (milestones: string): string => `
  with asked as materialized (select *, ${NEEDED} as needed from (${milestones}) milestone),
  ${NEEDING_CHILD},
  ${CHILD_COVER}`;

/** The worst status among the children of one milestone. */
export const WORST_STATUS = `
  case
    when bool_or(child_cover.status = 'UNCOVERED') then 'UNCOVERED'
    when bool_or(child_cover.status = 'UNKNOWN') then 'UNKNOWN'
    when bool_or(child_cover.status = 'PARTIAL') then 'PARTIAL'
    when bool_or(child_cover.status = 'COVERED') then 'COVERED'
    else 'NOT_NEEDED'
  end`;
