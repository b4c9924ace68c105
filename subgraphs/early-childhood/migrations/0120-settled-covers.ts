import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The cover of a milestone as it was known when the needed time ended, kept before anything is noted afterwards that could
 * change it, and what was noted. A milestone without a row has the cover that is computed: nothing has changed it since.
 */
export class SettledCovers1795400000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table settled_covers (
        milestone_id uuid not null,
        needed_from timestamptz not null,
        needed_to timestamptz not null,
        status text not null,
        children jsonb not null,
        constraint settled_covers_pkey primary key (milestone_id),
        constraint settled_cover_of_a_known_milestone
          foreign key (milestone_id) references known_milestones (id),
        constraint settled_cover_status_is_known
          check (status in ('COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED', 'NOT_NEEDED'))
      )`);
    await runner.query(`
      create table cover_notes (
        milestone_id uuid not null,
        step_id uuid not null,
        constraint cover_notes_pkey primary key (milestone_id, step_id),
        constraint cover_note_of_a_settled_cover
          foreign key (milestone_id) references settled_covers (milestone_id),
        constraint cover_note_of_a_kept_step foreign key (step_id) references care_steps (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cover_notes, settled_covers');
  }
}
