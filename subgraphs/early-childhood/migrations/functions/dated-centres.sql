-- What a centre is on a day, where that is dated: the last of its terms that has begun. Who calls them looks first whether
-- there are any, for nearly always there are none.

create or replace function centre_terms_on(terms jsonb, on_day date) returns jsonb language sql stable as $$
  select line.term from jsonb_array_elements(terms) with ordinality as line (term, number)
  where (line.term ->> 'from')::date <= on_day
  order by line.number desc limit 1
$$;

-- Whether places of a centre are taken by nobody in particular in any hours; nearly always none are, and nothing is looked up.
create or replace function is_taken_by_hour(centre centres) returns boolean language sql immutable as $$
  select centre.places_by_hour <> '[]' or centre.emergency_places <> '[]'
    or centre.terms @? '$[*].placesByHour[*]' or centre.terms @? '$[*].emergencyPlaces[*]'
$$;

create or replace function authorised_places_on(terms jsonb, on_day date) returns integer language sql stable as $$
  select (centre_terms_on(terms, on_day) ->> 'authorisedPlaces')::integer
$$;

-- None where the section is not there on the day.
create or replace function section_places_on(terms jsonb, on_day date, of_section uuid) returns integer
language sql stable as $$
  select coalesce((
    select (section ->> 'places')::integer
    from jsonb_array_elements(centre_terms_on(terms, on_day) -> 'sections') as section
    where section ->> 'id' = of_section::text), 0)
$$;

-- Places that nobody in particular takes. In hours with fewer authorised places the others, of the whole centre: of those that are
-- planned, and of the 115 % with emergencies. And those kept for emergencies, in their section, of those that are planned alone.
create or replace function places_taken_by_hour(of_centre uuid, from_time timestamptz, to_time timestamptz)
returns table (section_id uuid, starts_at timestamptz, ends_at timestamptz, planned integer, everyone integer)
language sql stable as $$
  select taken.section_id, greatest(span.opens, from_time), least(span.closes, to_time), taken.planned, taken.everyone
  from centres centre
  cross join lateral generate_series(
    (from_time at time zone 'Europe/Paris')::date::timestamp, (to_time at time zone 'Europe/Paris')::date::timestamp,
    interval '1 day') as midnight
  cross join lateral (select centre_terms_on(centre.terms, midnight::date) as terms) term
  cross join lateral (
    select coalesce((term.terms ->> 'authorisedPlaces')::integer, centre.authorised_places) as places,
      coalesce(term.terms -> 'placesByHour', centre.places_by_hour) as fewer,
      case when term.terms is null then centre.emergency_places
        else coalesce(term.terms -> 'emergencyPlaces', '[]') end as kept) dated
  cross join lateral (
    select line, null::uuid as section_id, dated.places - (line ->> 'places')::integer as planned,
      dated.places * 115 / 100 - (line ->> 'places')::integer * 115 / 100 as everyone
    from jsonb_array_elements(dated.fewer) as line
    union all
    select line, (line ->> 'sectionId')::uuid, (line ->> 'places')::integer, 0
    from jsonb_array_elements(dated.kept) as line) taken
  cross join lateral (
    select city_instant(midnight::date + (taken.line ->> 'from')::time) as opens,
      city_instant(midnight::date + (taken.line ->> 'to')::time) as closes) span
  where centre.id = of_centre and (taken.line ->> 'weekday')::integer = extract(isodow from midnight)
    and span.opens < to_time and span.closes > from_time
$$;

-- The child-hours that a week allows: each open hour, closures taken off as in `open_in_week`, times the places that are
-- authorised in it. A table of one row, as that one.
create or replace function child_hours_in_week(of_centre uuid, monday date) returns table (hours interval)
language sql stable as $$
  select case when centre.terms = '[]' and centre.places_by_hour = '[]'
    then centre.authorised_places * (select open.hours from open_in_week(of_centre, monday) as open)
    else (
      select coalesce(sum(dated.places * (line.closes - line.opens) - coalesce((
        select sum((dated.places - (cut ->> 'places')::integer)
          * (least(line.closes, (cut ->> 'to')::time) - greatest(line.opens, (cut ->> 'from')::time)))
        from jsonb_array_elements(dated.fewer) as cut
        where (cut ->> 'weekday')::integer = number and (cut ->> 'from')::time < line.closes
          and (cut ->> 'to')::time > line.opens), interval '0')), interval '0')
      from generate_series(1, 7) as number
      cross join lateral (select centre_terms_on(centre.terms, monday + number - 1) as terms) term
      cross join lateral (
        select coalesce((term.terms ->> 'authorisedPlaces')::integer, centre.authorised_places) as places,
          coalesce(term.terms -> 'openingHours', centre.opening_hours) as hours,
          coalesce(term.terms -> 'placesByHour', centre.places_by_hour) as fewer) dated
      cross join lateral jsonb_array_elements(dated.hours) as opened
      cross join lateral (
        select bool_or(opening_time is null and closing_time is null) as is_whole_day,
          max(opening_time) as opening_time, min(closing_time) as closing_time
        from closures
        where closures.centre_id = of_centre and monday + number - 1 between starts_on and ends_on) closed
      cross join lateral (
        select greatest((opened ->> 'from')::time, closed.opening_time) as opens,
          least((opened ->> 'to')::time, closed.closing_time) as closes) line
      where (opened ->> 'weekday')::integer = number and closed.is_whole_day is not true and line.opens < line.closes
    ) end
  from centres centre where centre.id = of_centre
$$;
