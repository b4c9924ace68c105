import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Placements1795400000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table placements (
        id uuid not null,
        child_id uuid not null,
        family_id uuid not null,
        section_id uuid not null,
        kind text not null,
        status text not null,
        starts_on date not null,
        ends_on date not null,
        weekly_pattern jsonb not null,
        is_insertion_contract boolean not null,
        version integer not null,
        constraint placements_pkey primary key (id),
        constraint placement_of_a_known_child foreign key (child_id) references children (id),
        constraint placement_of_a_known_family foreign key (family_id) references families (id),
        constraint placement_in_a_known_section foreign key (section_id) references sections (id),
        constraint placement_kind_is_known check (kind in ('LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY')),
        constraint placement_status_is_known check (status in ('PLANNED', 'ACTIVE', 'SUSPENDED', 'ENDED')),
        constraint placement_starts_before_it_ends check (starts_on <= ends_on),
        constraint placement_lasts_a_year_at_most check (ends_on < starts_on + interval '12 months')
      )`);
    await runner.query('create index placements_of_child on placements (child_id, starts_on)');
    await runner.query('create index placements_of_section on placements (section_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table placements');
  }
}
