import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nantesTerms, schoolPeriodsOf } from '../src/own-arrangements/school-calendar.rules.ts';

export class OwnArrangements1795400000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createOwnArrangements);
    await runner.query('create index own_arrangements_of_child on own_arrangements (child_id)');
    await runner.query(`
      create table school_periods (
        starts_on date not null,
        ends_on date not null,
        constraint school_periods_pkey primary key (starts_on),
        constraint school_period_starts_before_it_ends check (starts_on <= ends_on)
      )`);
    const periods = schoolPeriodsOf(nantesTerms);
    await runner.query(
      'insert into school_periods (starts_on, ends_on) select * from unnest($1::date[], $2::date[])',
      [periods.map(({ startsOn }) => startsOn.toString()), periods.map(({ endsOn }) => endsOn.toString())],
    );
    await runner.query(cityInstant);
    await runner.query(citySpan);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function city_span(timestamp, timestamp), city_instant(timestamp)');
    await runner.query('drop table school_periods, own_arrangements');
  }
}

const createOwnArrangements = `
  create table own_arrangements (
    id uuid not null,
    child_id uuid not null,
    kind text not null,
    starts_at timestamptz,
    ends_at timestamptz,
    weekday integer,
    from_time time,
    to_time time,
    starts_on date,
    ends_on date,
    constraint own_arrangements_pkey primary key (id),
    constraint own_arrangement_of_a_known_child foreign key (child_id) references children (id),
    constraint own_arrangement_kind_is_known check (kind in ('FAMILY', 'CHILDMINDER', 'SCHOOL', 'OTHER')),
    constraint own_arrangement_is_dated_or_weekly check (
      num_nonnulls(starts_at, ends_at) in (0, 2)
      and num_nonnulls(weekday, from_time, to_time, starts_on, ends_on) in (0, 5)
      and num_nonnulls(starts_at, weekday) = 1),
    constraint own_arrangement_starts_before_it_ends
      check (starts_at < ends_at or (from_time < to_time and starts_on <= ends_on)),
    constraint own_arrangement_weekday_is_iso check (weekday between 1 and 7),
    constraint own_arrangement_school_is_weekly check (kind <> 'SCHOOL' or weekday is not null)
  )`;

// A time that the clocks show twice is the first one, one that they skip is moved forward: as RFC 5545 and Temporal.
const cityInstant = `
  create function city_instant(wall_clock timestamp) returns timestamptz
  language sql immutable strict parallel safe
  return least(
    wall_clock at time zone 'Europe/Paris',
    (wall_clock - interval '1 hour') at time zone 'Europe/Paris' + interval '1 hour')`;

// In the night of the spring change 02:30 comes after 03:00: such a span is no time at all, not an error.
const citySpan = `
  create function city_span(from_time timestamp, to_time timestamp) returns tstzrange
  language sql immutable strict parallel safe
  return case when city_instant(from_time) < city_instant(to_time)
    then tstzrange(city_instant(from_time), city_instant(to_time)) end`;
