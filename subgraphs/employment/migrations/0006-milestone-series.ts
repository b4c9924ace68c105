import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MilestoneSeries1795400000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table milestones add column series_id uuid');
    await runner.query('create index milestones_by_series on milestones (series_id, starts_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table milestones drop column series_id');
  }
}
