-- The promise that no place is given twice, kept by the database whoever writes (code de la santé publique R2324-27). The
-- row trigger only locks; the statement triggers then sweep once over everything the statement touched.

-- An older snapshot would not show what the lock waited for, so other isolation levels are refused.
create or replace function lock_places_of_booking() returns trigger language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'bookings are written in READ COMMITTED transactions only'
      using errcode = 'invalid_transaction_state';
  end if;
  perform 1 from centres where id = new.centre_id for no key update;
  perform 1 from sections where id = new.section_id for no key update;
  return new;
end $$;

-- A booking lasts 24 hours at most, which bounds the index scan to the touched span. Both sweeps are planned once: planning them
-- for the bookings at hand took two to three times as long as sweeping. Each looks into the index for one centre after the
-- other: PostgreSQL, which plans for any number of them, would in a small city rather read all bookings there are. Emergencies
-- alone are held against the 115 %, whatever is planned: where a section became smaller, or keeps places for them, since others
-- were booked, they still come.
create or replace function refuse_overfull_moments(touched_ids uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
declare
  broken text;
begin
  with touched as materialized (
    select centre_id, min(starts_at) as from_time, max(ends_at) as to_time,
      array_agg(distinct section_id) filter (where kind <> 'EMERGENCY') as planned_in
    from bookings where id = any(touched_ids) and status <> 'CANCELLED'
    group by centre_id
  ), stay as (
    select booking.centre_id, booking.section_id,
      (booking.kind <> 'EMERGENCY')::integer as planned,
      greatest(booking.starts_at, touched.from_time) as starts_at,
      booking.ends_at
    from touched cross join lateral (
      select centre_id, section_id, kind, starts_at, ends_at from bookings
      where centre_id = touched.centre_id
        and status <> 'CANCELLED'
        and starts_at > touched.from_time - interval '24 hours'
        and starts_at < touched.to_time
        and ends_at > touched.from_time
      -- Kept apart from what it is joined with.
      offset 0
    ) booking
  ), taken as (
    select centre_id, section_id, planned, 1 as everyone, starts_at, ends_at from stay
    union all
    select touched.centre_id, hourly.section_id, hourly.planned, hourly.everyone, hourly.starts_at, hourly.ends_at
    from touched join centres centre on centre.id = touched.centre_id
      and is_taken_by_hour(centre)
    cross join lateral places_taken_by_hour(centre.id, from_time, to_time) hourly
  ), step as (
    select centre_id, section_id, starts_at as at, everyone as change, planned from taken
    union all
    select centre_id, section_id, ends_at, -everyone, -planned from taken
  ), level as materialized (
    select centre_id, section_id, at,
      sum(planned) over (partition by section_id order by at, change) as planned_in_section,
      sum(planned) over in_centre as planned_in_centre,
      sum(change) over in_centre as everyone
    from step
    window in_centre as (partition by centre_id order by at, change)
  )
  select case
      when level.section_id = any(touched.planned_in) and level.planned_in_section > allowed.in_section
        then 'section_not_overfilled'
      when touched.planned_in is not null and level.planned_in_centre > allowed.in_centre then 'centre_not_overfilled'
      else 'centre_within_115_percent'
    end
  into broken
  from level
    join touched on touched.centre_id = level.centre_id
    join centres centre on centre.id = level.centre_id
    left join sections section on section.id = level.section_id
    cross join lateral (
      select case when centre.terms = '[]' then centre.authorised_places
          else authorised_places_on(centre.terms, (level.at at time zone 'Europe/Paris')::date) end as in_centre,
        case when centre.terms = '[]' then section.places
          else section_places_on(centre.terms, (level.at at time zone 'Europe/Paris')::date, section.id) end as in_section
    ) allowed
  where (level.section_id = any(touched.planned_in) and level.planned_in_section > allowed.in_section)
    or (touched.planned_in is not null and level.planned_in_centre > allowed.in_centre)
    or level.everyone > allowed.in_centre * 115 / 100
  limit 1;
  if broken is not null then
    raise exception 'no place is free: %', broken
      using errcode = 'check_violation', constraint = broken, table = 'bookings';
  end if;
end $$;

-- A table of one row: PostgreSQL writes such a function into the statement that asks it, instead of starting a statement of its own
-- for each week of each centre.
create or replace function open_in_week(of_centre uuid, monday date) returns table (hours interval) language sql stable as $$
  select coalesce(sum(greatest(interval '0',
    least((line ->> 'to')::time, closed.closing_time) - greatest((line ->> 'from')::time, closed.opening_time))), interval '0')
  from centres, jsonb_array_elements(opening_hours) as line,
    -- What closures leave of the day: one of the whole day leaves nothing, others the time that all of them leave.
    lateral (
      select bool_or(opening_time is null and closing_time is null) as is_whole_day,
        max(opening_time) as opening_time, min(closing_time) as closing_time
      from closures
      where closures.centre_id = of_centre
        and monday + (line ->> 'weekday')::integer - 1 between starts_on and ends_on) closed
  where centres.id = of_centre and closed.is_whole_day is not true
$$;

-- Emergencies may exceed the authorised places for a moment, not over the week: in each ISO week the child-hours of a
-- centre stay within authorised places × opening hours.
create or replace function refuse_overfull_weeks(touched_ids uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
declare
  overfull_monday date;
begin
  with touched as materialized (
    select distinct centre_id, date_trunc('week', starts_at at time zone 'Europe/Paris') as monday
    from bookings where id = any(touched_ids) and status <> 'CANCELLED'
  ), booked as materialized (
    select touched.centre_id, touched.monday::date as monday, week.hours
    from touched cross join lateral (
      select sum(ends_at - starts_at) as hours from bookings
      where centre_id = touched.centre_id
        and status <> 'CANCELLED'
        and starts_at >= touched.monday at time zone 'Europe/Paris'
        and starts_at < (touched.monday + interval '7 days') at time zone 'Europe/Paris'
    ) week
  )
  select booked.monday into overfull_monday
  from booked join centres centre on centre.id = booked.centre_id
    cross join lateral child_hours_in_week(centre.id, booked.monday) as allowed
  where booked.hours > allowed.hours
  limit 1;
  if overfull_monday is not null then
    raise exception 'the centre is overfull in the week of %', overfull_monday
      using errcode = 'check_violation', constraint = 'centre_week_within_100_percent', table = 'bookings';
  end if;
end $$;

create or replace function refuse_overfilling(touched_ids uuid[]) returns void language plpgsql as $$
begin
  perform refuse_overfull_moments(touched_ids);
  perform refuse_overfull_weeks(touched_ids);
end $$;

create or replace function check_inserted_bookings() returns trigger language plpgsql as $$
begin
  perform refuse_overfilling(array(select id from added where status <> 'CANCELLED'));
  return null;
end $$;

-- An update that takes no more room (attendance, a cancellation, an earlier end) is let through even where places were reduced since.
create or replace function check_updated_bookings() returns trigger language plpgsql as $$
begin
  perform refuse_overfilling(array(
    select after.id from after left join before using (id)
    where after.status <> 'CANCELLED' and (
      before.id is null or before.status = 'CANCELLED'
      or (before.section_id, before.centre_id, before.kind)
        is distinct from (after.section_id, after.centre_id, after.kind)
      or after.starts_at < before.starts_at or after.ends_at > before.ends_at)));
  return null;
end $$;

-- Who a booking is for takes no room: writing it for the survivor of a merge needs no lock on centres.
create or replace trigger booking_1_locks_its_places
  before insert or update of centre_id, section_id, kind, status, starts_at, ends_at on bookings for each row
  when (new.status <> 'CANCELLED') execute function lock_places_of_booking();

create or replace trigger booking_2_fits_when_inserted
  after insert on bookings referencing new table as added
  for each statement execute function check_inserted_bookings();

create or replace trigger booking_2_fits_when_updated
  after update on bookings referencing old table as before new table as after
  for each statement execute function check_updated_bookings();
