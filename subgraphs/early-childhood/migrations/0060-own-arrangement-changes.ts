import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An arrangement can be corrected and removed; a removed one stays, so that sending it again does not bring it back. */
export class OwnArrangementChanges1795400000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table own_arrangements
        add column version integer not null default 1,
        add column removed_at timestamptz`);
    await runner.query('alter table own_arrangements alter column version drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table own_arrangements drop column version, drop column removed_at');
  }
}
