import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Milestones are employment's: events keep this copy, so no foreign key waits for a family that is on its way. */
export class KnownMilestones1795400000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_milestones (
        id uuid not null,
        family_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        travel_minutes integer not null,
        status text not null,
        version integer not null,
        constraint known_milestones_pkey primary key (id),
        constraint known_milestone_starts_before_it_ends check (starts_at < ends_at),
        constraint known_milestone_travel_is_not_negative check (travel_minutes >= 0)
      )`);
    await runner.query('create index known_milestones_of_family on known_milestones (family_id, ends_at)');
    await runner.query(`
      create table published_covers (
        milestone_id uuid not null,
        family_id uuid not null,
        status text not null,
        milestone_version integer not null,
        constraint published_covers_pkey primary key (milestone_id),
        constraint published_cover_of_a_known_milestone
          foreign key (milestone_id) references known_milestones (id),
        constraint published_cover_status_is_known
          check (status in ('COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED', 'NOT_NEEDED'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table published_covers, known_milestones');
  }
}
