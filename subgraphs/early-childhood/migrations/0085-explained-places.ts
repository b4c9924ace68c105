import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reasons for a place are kept with every decision that chose one; what was decided before has none. */
export class ExplainedPlaces1795400000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`alter table ${table} add column explanation jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`alter table ${table} drop column explanation`);
  }
}

const TABLES = ['bookings', 'commission_decisions'];
