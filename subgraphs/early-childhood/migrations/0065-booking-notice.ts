import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When care was booked gives its notice; unknown for what was booked before. Whoever writes a booking need not say it. */
export class BookingNotice1795400000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bookings add column booked_at timestamptz');
    await runner.query('alter table bookings alter column booked_at set default now()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bookings drop column booked_at');
  }
}
