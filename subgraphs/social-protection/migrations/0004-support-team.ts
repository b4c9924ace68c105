import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SupportTeam1790000000003 implements MigrationInterface {
  name = 'SupportTeam1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    await runner.query(`
      create table professionals (
        id uuid constraint professionals_pkey primary key,
        sub text not null constraint professionals_one_per_sign_in unique,
        name text not null,
        role text not null constraint professionals_role_known check (role in
          ('CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR')),
        agency text not null
      );
      create table support_team_members (
        id uuid constraint support_team_members_pkey primary key,
        family_id uuid not null,
        professional_id uuid not null
          constraint support_team_members_professional_fkey references professionals (id),
        is_lead boolean not null,
        from_on date not null,
        to_on date,
        version integer not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint support_team_members_end_after_start check (to_on >= from_on),
        constraint support_team_has_one_lead_at_a_time
          exclude using gist (family_id with =, daterange(from_on, to_on) with &&) where (is_lead),
        constraint support_team_member_once_at_a_time
          exclude using gist (family_id with =, professional_id with =, daterange(from_on, to_on) with &&)
      );
      create index support_team_members_by_family on support_team_members (family_id, from_on);
      create index support_team_members_by_professional on support_team_members (professional_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table support_team_members, professionals');
    await runner.query('drop extension btree_gist');
  }
}
