import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A child who left a family is not booked from that day on, also when the departure is recorded at the same moment: each
 * waits for the other on the child's row. By its name the trigger comes after those that follow merged children.
 */
export class BookingsOfChildrenStillHere1795400000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(refuseDeparted);
    await runner.query(`
      create trigger of_a_child_still_here before insert or update of starts_at on bookings
      for each row when (new.status <> 'CANCELLED') execute function refuse_departed_child()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger of_a_child_still_here on bookings');
    await runner.query('drop function refuse_departed_child()');
  }
}

const refuseDeparted = `
  create function refuse_departed_child() returns trigger language plpgsql as $$
  declare
    left_on date;
  begin
    select children.left_on into left_on from children where id = new.child_id for share;
    if left_on <= (new.starts_at at time zone 'Europe/Paris')::date then
      raise exception 'the child left on %', left_on
        using errcode = 'check_violation', constraint = 'booking_of_a_child_still_here', table = 'bookings';
    end if;
    return new;
  end $$`;
