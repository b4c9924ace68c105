import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a family's follow-ups and reductions need is found from the family. */
export class JobSeekersByFamily1795400000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index job_seekers_by_family on job_seekers (family_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index job_seekers_by_family');
  }
}
