import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The waiting list reads open requests only: those of the city, or those that chose a centre. */
export class WaitingList1795400000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index care_requests_open on care_requests (last_day)
      where status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED')`);
    await runner.query(`
      create index care_requests_by_choice on care_requests using gin (ranked_centre_ids)
      where status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index care_requests_by_choice');
    await runner.query('drop index care_requests_open');
  }
}
