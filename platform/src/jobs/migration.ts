import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScheduledJobs1700000000002 implements MigrationInterface {
  name = 'ScheduledJobs1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scheduled_jobs (
        name text not null,
        key text not null,
        payload jsonb not null,
        run_at timestamptz not null,
        attempts integer not null default 0,
        problem text,
        constraint scheduled_jobs_pkey primary key (name, key)
      );
      create index scheduled_jobs_by_moment on scheduled_jobs (run_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table scheduled_jobs');
  }
}
