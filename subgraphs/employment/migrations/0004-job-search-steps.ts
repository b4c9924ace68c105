import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobSearchSteps1795400000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table job_seekers
        add column closing_reason text,
        add constraint job_seeker_closing_reason_is_known check (closing_reason in
          ('EMPLOYMENT_FOUND', 'TRAINING_STARTED', 'SEARCH_STOPPED', 'NOT_RENEWED', 'STRUCK_OFF', 'OTHER')),
        add constraint job_seeker_closes_for_a_reason check (closing_reason is null or closed_on is not null)`);
    await runner.query(`
      create table job_search_steps (
        id uuid not null,
        job_seeker_id uuid not null,
        family_id uuid not null,
        kind text not null,
        at timestamptz(3) not null,
        done_by text not null,
        facts jsonb not null,
        constraint job_search_steps_pkey primary key (id),
        constraint job_search_step_of_a_job_seeker_and_his_family
          foreign key (job_seeker_id, family_id) references job_seekers (id, family_id)
          on update cascade on delete cascade
      )`);
    await runner.query('create index job_search_steps_by_family on job_search_steps (family_id, at, id)');
    await runner.query(
      'create index job_search_steps_by_job_seeker on job_search_steps (job_seeker_id, at, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_search_steps');
    await runner.query(`
      alter table job_seekers
        drop constraint job_seeker_closes_for_a_reason,
        drop constraint job_seeker_closing_reason_is_known,
        drop column closing_reason`);
  }
}
