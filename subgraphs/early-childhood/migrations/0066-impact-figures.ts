import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The care and the attended milestones of a quarter are counted city-wide: each from one stretch of an index. */
export class ImpactFigures1795400000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index bookings_that_took_place on bookings (starts_at, family_id, kind)
      where status in ('CONFIRMED', 'ATTENDED', 'ABSENT')`);
    await runner.query(
      "create index known_milestones_attended on known_milestones (starts_at) where status = 'ATTENDED'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index bookings_that_took_place, known_milestones_attended');
  }
}
