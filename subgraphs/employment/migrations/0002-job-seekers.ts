import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobSeekers1795400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    await runner.query(`
      create table job_seekers (
        id uuid not null,
        adult_id uuid not null,
        family_id uuid not null,
        category integer not null,
        statistical_category text,
        rome_code text,
        advisor_id text not null,
        registered_on date not null,
        closed_on date,
        version integer not null,
        constraint job_seekers_pkey primary key (id),
        constraint job_seeker_of_one_family unique (id, family_id),
        constraint job_seeker_category_is_1_to_10 check (category between 1 and 10),
        constraint job_seeker_statistical_category_is_a_to_g check (statistical_category ~ '^[A-G]$'),
        constraint job_seeker_rome_code_is_well_formed check (rome_code ~ '^[A-N][0-9]{4}$'),
        constraint job_seeker_closes_after_registration check (closed_on >= registered_on),
        constraint job_seeker_has_one_file_at_a_time
          exclude using gist (adult_id with =, daterange(registered_on, closed_on) with &&)
      )`);
    await runner.query('create index job_seekers_by_adult on job_seekers (adult_id)');
    await runner.query('create index job_seekers_by_advisor on job_seekers (advisor_id)');
    await runner.query(`
      create table returns_to_work (
        id uuid not null,
        job_seeker_id uuid not null,
        kind text not null,
        starts_on date not null,
        title text,
        weekly_hours double precision,
        constraint returns_to_work_pkey primary key (id),
        constraint return_to_work_of_a_job_seeker
          foreign key (job_seeker_id) references job_seekers (id) on delete cascade,
        constraint return_to_work_kind_is_known
          check (kind in ('EMPLOYMENT', 'TRAINING', 'EDUCATION', 'OTHER')),
        constraint return_to_work_hours_are_1_to_60 check (weekly_hours between 1 and 60)
      )`);
    await runner.query(
      'create index returns_to_work_by_job_seeker on returns_to_work (job_seeker_id, starts_on)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table returns_to_work, job_seekers');
  }
}
