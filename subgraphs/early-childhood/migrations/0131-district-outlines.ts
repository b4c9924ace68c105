import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a district ends, so that it follows from where a home stands. Seeds bring it; without, nothing follows. */
export class DistrictOutlines1795400000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table districts add column outline jsonb not null default '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table districts drop column outline');
  }
}
