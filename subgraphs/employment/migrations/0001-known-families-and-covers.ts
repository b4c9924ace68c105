import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownFamiliesAndCovers1795400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_families (
        id uuid not null,
        reference text not null,
        version integer not null,
        constraint known_families_pkey primary key (id)
      )`);
    await runner.query(`
      create table known_adults (
        id uuid not null,
        family_id uuid not null,
        constraint known_adults_pkey primary key (id),
        constraint known_adult_belongs_to_a_known_family
          foreign key (family_id) references known_families (id) on delete cascade
      )`);
    await runner.query('create index known_adults_by_family on known_adults (family_id)');
    await runner.query(`
      create table known_covers (
        milestone_id uuid not null,
        family_id uuid not null,
        starts_at timestamptz(3) not null,
        status text not null,
        milestone_version integer not null,
        sequence integer not null,
        constraint known_covers_pkey primary key (milestone_id)
      )`);
    await runner.query('create index known_covers_by_family on known_covers (family_id, starts_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_covers, known_adults, known_families');
  }
}
