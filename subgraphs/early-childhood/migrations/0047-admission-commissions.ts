import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AdmissionCommissions1795400000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table admission_commissions (
        id uuid not null,
        held_on date not null,
        status text not null,
        version integer not null,
        constraint admission_commissions_pkey primary key (id),
        constraint admission_commission_status_is_known check (status in ('SCHEDULED', 'CLOSED'))
      )`);
    await runner.query('create index admission_commissions_by_day on admission_commissions (held_on, id)');
    await runner.query(`
      create table commission_decisions (
        id uuid not null,
        commission_id uuid not null,
        care_request_id uuid not null,
        decision text not null,
        section_id uuid,
        reason text,
        priority jsonb not null,
        decided_at timestamptz not null,
        decided_by text not null,
        constraint commission_decisions_pkey primary key (id),
        constraint commission_decision_of_a_known_commission
          foreign key (commission_id) references admission_commissions (id),
        constraint commission_decision_on_a_known_request
          foreign key (care_request_id) references care_requests (id),
        constraint commission_decision_grants_a_known_section foreign key (section_id) references sections (id),
        constraint commission_decides_a_request_once unique (commission_id, care_request_id),
        constraint commission_decision_is_known check (decision in ('GRANTED', 'REFUSED', 'POSTPONED')),
        constraint commission_grants_a_section check ((decision = 'GRANTED') = (section_id is not null)),
        constraint commission_says_why_not check (decision = 'GRANTED' or reason is not null)
      )`);
    await runner.query(
      'create index commission_decisions_of_request on commission_decisions (care_request_id, decided_at, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table commission_decisions, admission_commissions');
  }
}
