import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An advisor may cover the milestones of his own job seekers, so each says whose it is; unknown until told. */
export class MilestoneAdvisors1795400000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_milestones add column advisor_id text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_milestones drop column advisor_id');
  }
}
