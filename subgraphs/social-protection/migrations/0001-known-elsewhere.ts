import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownElsewhere1790000000000 implements MigrationInterface {
  name = 'KnownElsewhere1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_families (
        id uuid constraint known_families_pkey primary key,
        reference text not null,
        version integer not null
      );
      create table known_adults (
        id uuid constraint known_adults_pkey primary key,
        family_id uuid not null
          constraint known_adults_family_fkey references known_families (id) on delete cascade
      );
      create index known_adults_by_family on known_adults (family_id);
      create table known_covers (
        milestone_id uuid constraint known_covers_pkey primary key,
        family_id uuid not null,
        starts_at timestamptz not null,
        status text not null,
        milestone_version integer not null
      );
      create index known_covers_by_family on known_covers (family_id, starts_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_covers, known_adults, known_families');
  }
}
