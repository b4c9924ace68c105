import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CareRequests1795400000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table care_requests (
        id uuid not null,
        child_id uuid not null,
        family_id uuid not null,
        kind text not null,
        status text not null,
        first_day date not null,
        last_day date not null,
        weekly_pattern jsonb not null,
        stretches jsonb not null,
        emergency_reason text,
        milestone_id uuid,
        ranked_centre_ids uuid[] not null,
        facilities text[] not null,
        submitted_at timestamptz not null,
        refusal_reason text,
        alternative text,
        alternative_contact text,
        version integer not null,
        constraint care_requests_pkey primary key (id),
        constraint care_request_for_a_known_child foreign key (child_id) references children (id),
        constraint care_request_of_a_known_family foreign key (family_id) references families (id),
        constraint care_request_kind_is_known check (kind in ('LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY')),
        constraint care_request_status_is_known check (status in
          ('SUBMITTED', 'OFFERED', 'ACCEPTED', 'PLACED', 'ALTERNATIVE_PROPOSED', 'REFUSED', 'WITHDRAWN')),
        constraint care_request_starts_before_it_ends check (first_day <= last_day),
        constraint care_request_lasts_a_year_at_most check (last_day < first_day + interval '12 months'),
        constraint care_request_weekly_or_dated_by_its_kind check (
          (kind in ('LONG_TERM', 'FLEXIBLE')) = (weekly_pattern <> '[]')
          and (kind in ('SHORT_TERM', 'EMERGENCY')) = (stretches <> '[]')),
        constraint care_request_emergency_reason_is_known check (
          emergency_reason in ('MILESTONE', 'ILLNESS', 'UNEXPECTED_WORK', 'OTHER')),
        constraint care_request_says_why_it_is_an_emergency check ((kind = 'EMERGENCY') = (emergency_reason is not null)),
        constraint care_request_names_its_milestone check (
          (emergency_reason is not distinct from 'MILESTONE') = (milestone_id is not null)),
        constraint care_request_has_eight_choices_at_most check (cardinality(ranked_centre_ids) <= 8),
        constraint care_request_refused_with_a_reason check ((status = 'REFUSED') = (refusal_reason is not null)),
        constraint care_request_alternative_is_told check (
          status <> 'ALTERNATIVE_PROPOSED' or alternative is not null)
      )`);
    await runner.query('create index care_requests_of_child on care_requests (child_id, submitted_at)');
    await runner.query('create index care_requests_of_family on care_requests (family_id, submitted_at)');
    await runner.query(`
      create index care_requests_of_milestone on care_requests (milestone_id) where milestone_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table care_requests');
  }
}
