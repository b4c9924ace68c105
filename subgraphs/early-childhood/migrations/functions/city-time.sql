-- The clocks of the city.

-- A time that the clocks show twice is the first one, one that they skip is moved forward: as RFC 5545 and Temporal.
create or replace function city_instant(wall_clock timestamp) returns timestamptz
language sql immutable strict parallel safe
return least(
  wall_clock at time zone 'Europe/Paris',
  (wall_clock - interval '1 hour') at time zone 'Europe/Paris' + interval '1 hour');

-- In the night of the spring change 02:30 comes after 03:00: such a span is no time at all, not an error.
create or replace function city_span(from_time timestamp, to_time timestamp) returns tstzrange
language sql immutable strict parallel safe
return case when city_instant(from_time) < city_instant(to_time)
  then tstzrange(city_instant(from_time), city_instant(to_time)) end;
