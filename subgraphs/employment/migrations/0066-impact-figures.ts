import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The milestones held and the returns of a quarter are counted city-wide: each from one stretch of an index. */
export class ImpactFigures1795400000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "create index milestones_held on milestones (starts_at) where status in ('ATTENDED', 'MISSED')",
    );
    await runner.query('create index returns_to_work_by_start on returns_to_work (starts_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index milestones_held, returns_to_work_by_start');
  }
}
