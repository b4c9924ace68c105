import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowUps1795400000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table returns_to_work
        add column contract text,
        add column ends_on date,
        add column training_hours double precision,
        add constraint return_to_work_contract_is_known check (contract in
          ('PERMANENT', 'FIXED_TERM', 'TEMPORARY', 'APPRENTICESHIP', 'SUBSIDISED', 'OTHER')),
        add constraint return_to_work_contract_is_for_a_job check (contract is null or kind = 'EMPLOYMENT'),
        add constraint return_to_work_starts_before_it_ends check (starts_on <= ends_on),
        add constraint return_to_work_training_hours_are_1_to_5000 check (training_hours between 1 and 5000)`);
    await runner.query(`
      create table follow_ups (
        id uuid not null,
        return_id uuid not null,
        point text not null,
        outcome text not null,
        recorded_at timestamptz(3) not null,
        recorded_by text not null,
        constraint follow_ups_pkey primary key (id),
        constraint follow_up_of_a_return
          foreign key (return_id) references returns_to_work (id) on delete cascade,
        constraint follow_up_once_at_each_point unique (return_id, point),
        constraint follow_up_point_is_known check (point in ('ONE_MONTH', 'THREE_MONTHS', 'SIX_MONTHS')),
        constraint follow_up_outcome_is_known check (outcome in
          ('GOES_ON', 'CHANGED', 'ENDED_AS_PLANNED', 'SEARCHING_AGAIN', 'NOT_REACHED'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table follow_ups');
    await runner.query(`
      alter table returns_to_work
        drop constraint return_to_work_contract_is_for_a_job,
        drop column contract, drop column ends_on, drop column training_hours`);
  }
}
