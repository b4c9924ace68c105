import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day that is over is counted among the families known then, where they lived then (`npm run events -- rebuild` fills it in). */
export class HomesOfFamilies1795400000140 implements MigrationInterface {
  name = 'HomesOfFamilies1795400000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table known_families add column registered_on date, add column homes jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_families drop column registered_on, drop column homes');
  }
}
