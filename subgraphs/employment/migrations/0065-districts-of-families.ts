import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures are counted by district; unknown until early-childhood tells a family again (`npm run events -- rebuild`). */
export class DistrictsOfFamilies1795400000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_families add column district_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_families drop column district_id');
  }
}
