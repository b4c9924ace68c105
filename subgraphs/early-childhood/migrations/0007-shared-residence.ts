import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SharedResidence1795400000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shared_residences (
        child_id uuid not null,
        other_family_id uuid not null,
        constraint shared_residences_pkey primary key (child_id),
        constraint shared_residence_of_a_known_child foreign key (child_id) references children (id),
        constraint shared_residence_with_a_known_family
          foreign key (other_family_id) references families (id)
      )`);
    await runner.query('create index shared_residences_of_family on shared_residences (other_family_id)');
    await runner.query(`
      create table residence_periods (
        id uuid not null,
        child_id uuid not null,
        family_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint residence_periods_pkey primary key (id),
        constraint residence_period_of_a_shared_residence
          foreign key (child_id) references shared_residences (child_id),
        constraint residence_period_with_a_known_family foreign key (family_id) references families (id),
        constraint residence_period_starts_before_it_ends check (starts_at < ends_at),
        constraint residence_with_one_family_at_a_time exclude using gist
          (child_id with =, tstzrange(starts_at, ends_at) with &&)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table residence_periods, shared_residences');
  }
}
