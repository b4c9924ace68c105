import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What social-protection tells of a family's income support: dated, without amounts. */
export class KnownIncomeSupport1795400000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_income_support (
        family_id uuid not null,
        status text not null,
        starts_on date not null,
        ends_on date,
        constraint known_income_support_pkey primary key (family_id, starts_on),
        constraint known_income_support_status_is_known
          check (status in ('RECEIVING', 'SUSPENDED', 'PENDING', 'NONE', 'UNKNOWN')),
        constraint known_income_support_starts_before_it_ends check (starts_on <= ends_on)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_income_support');
  }
}
