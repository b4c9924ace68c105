import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Emergencies may exceed the authorised places for a moment, not over the week: in each ISO week the child-hours of a
 * centre stay within authorised places × opening hours (code de la santé publique R2324-27).
 */
export class WeeklyOccupancy1795400000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(openingHoursOfWeek);
    await runner.query('alter function refuse_overfilling(uuid[]) rename to refuse_overfull_moments');
    await runner.query(refuseOverfullWeeks);
    await runner.query(`
      create function refuse_overfilling(touched_ids uuid[]) returns void language plpgsql as $$
      begin
        perform refuse_overfull_moments(touched_ids);
        perform refuse_overfull_weeks(touched_ids);
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function refuse_overfilling(uuid[])');
    await runner.query('drop function refuse_overfull_weeks(uuid[])');
    await runner.query('alter function refuse_overfull_moments(uuid[]) rename to refuse_overfilling');
    await runner.query('drop function opening_hours_of_week(uuid, date)');
  }
}

const openingHoursOfWeek = `
  create function opening_hours_of_week(of_centre uuid, monday date) returns interval language sql stable as $$
    select coalesce(sum((line ->> 'to')::time - (line ->> 'from')::time), interval '0')
    from centres, jsonb_array_elements(opening_hours) as line
    where centres.id = of_centre and not exists (
      select from closures
      where closures.centre_id = of_centre
        and monday + (line ->> 'weekday')::integer - 1 between starts_on and ends_on)
  $$`;

const refuseOverfullWeeks = `
  create function refuse_overfull_weeks(touched_ids uuid[]) returns void language plpgsql as $$
  declare
    overfull_monday date;
  begin
    with touched as materialized (
      select distinct centre_id, date_trunc('week', starts_at at time zone 'Europe/Paris') as monday
      from bookings where id = any(touched_ids) and status <> 'CANCELLED'
    ), booked as materialized (
      select touched.centre_id, touched.monday::date as monday, sum(booking.ends_at - booking.starts_at) as hours
      from touched join bookings booking on booking.centre_id = touched.centre_id
        and booking.status <> 'CANCELLED'
        and booking.starts_at >= touched.monday at time zone 'Europe/Paris'
        and booking.starts_at < (touched.monday + interval '7 days') at time zone 'Europe/Paris'
      group by touched.centre_id, touched.monday
    )
    select booked.monday into overfull_monday
    from booked join centres centre on centre.id = booked.centre_id
    where booked.hours > centre.authorised_places * opening_hours_of_week(centre.id, booked.monday)
    limit 1;
    if overfull_monday is not null then
      raise exception 'the centre is overfull in the week of %', overfull_monday
        using errcode = 'check_violation', constraint = 'centre_week_within_100_percent', table = 'bookings';
    end if;
  end $$`;
