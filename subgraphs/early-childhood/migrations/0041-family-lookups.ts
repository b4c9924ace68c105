import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked whether a file exists, never after whom: the log must not become a register of names. */
export class FamilyLookups1795400000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table family_lookups (
        id uuid not null,
        asked_by text not null,
        asked_at timestamptz(3) not null,
        outcome text not null,
        found_family_ids uuid[] not null,
        constraint family_lookups_pkey primary key (id),
        constraint family_lookup_outcome_is_known check (outcome in ('FOUND', 'NOT_FOUND', 'TURNED_AWAY')),
        constraint family_lookup_found_what_it_says
          check ((outcome = 'FOUND') = (cardinality(found_family_ids) > 0))
      )`);
    await runner.query('create index family_lookups_by_time on family_lookups (asked_at, id)');
    await runner.query('create index family_lookups_of_asker on family_lookups (asked_by, asked_at, id)');
    await runner.query(
      'create index children_by_day_of_birth on children ((coalesce(birth_date, expected_date)))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index children_by_day_of_birth');
    await runner.query('drop table family_lookups');
  }
}
