import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Coordination1790000000004 implements MigrationInterface {
  name = 'Coordination1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFERRALS);
    await runner.query(NOTES);
    await runner.query(TASKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tasks, notes, referrals');
  }
}

const REFERRALS = `
  create table referrals (
    id uuid constraint referrals_pkey primary key,
    family_id uuid not null,
    sender_sub text not null constraint referrals_sender_fkey references professionals (sub),
    target text not null constraint referrals_target_known check (target in
      ('SERVICE_POINT', 'ADVISOR', 'SOCIAL_WORKER')),
    addressee_sub text constraint referrals_addressee_fkey references professionals (sub),
    message text not null,
    sent_at timestamptz not null,
    seen_at timestamptz,
    decision text constraint referrals_decision_known check (decision in ('ACCEPTED', 'DECLINED')),
    decided_at timestamptz,
    decided_by_sub text constraint referrals_decider_fkey references professionals (sub),
    decline_reason text,
    version integer not null,
    constraint referrals_advisor_is_named check (target <> 'ADVISOR' or addressee_sub is not null),
    constraint referrals_decided_as_a_whole check
      ((decision is null) = (decided_at is null) and (decision is null) = (decided_by_sub is null)),
    constraint referrals_declined_with_a_reason check ((decision = 'DECLINED') = (decline_reason is not null)),
    constraint referrals_seen_before_decided check (decision is null or seen_at is not null)
  );
  create index referrals_by_family on referrals (family_id);
  create index referrals_by_target on referrals (target, sent_at, id);
  create index referrals_by_sender on referrals (sender_sub, sent_at, id)`;

const NOTES = `
  create table notes (
    id uuid constraint notes_pkey primary key,
    family_id uuid not null,
    author_sub text not null constraint notes_author_fkey references professionals (sub),
    category text not null constraint notes_category_known check (category in
      ('GENERAL', 'CHILDCARE', 'BENEFITS', 'JOB_SEARCH')),
    audience text not null constraint notes_audience_known check (audience in
      ('AUTHOR', 'SOCIAL_WORKERS', 'SUPPORT_TEAM', 'ALL_AGENCIES')),
    text text not null,
    written_at timestamptz not null
  );
  create index notes_by_family on notes (family_id, written_at, id)`;

const TASKS = `
  create table tasks (
    id uuid constraint tasks_pkey primary key,
    family_id uuid not null,
    title text not null,
    due_on date not null,
    assignee_sub text not null constraint tasks_assignee_fkey references professionals (sub),
    added_by_sub text not null constraint tasks_adder_fkey references professionals (sub),
    added_at timestamptz not null,
    done_at timestamptz,
    done_by_sub text constraint tasks_doer_fkey references professionals (sub),
    version integer not null,
    constraint tasks_done_as_a_whole check ((done_at is null) = (done_by_sub is null))
  );
  create index tasks_by_family on tasks (family_id, due_on);
  create index tasks_by_assignee on tasks (assignee_sub, due_on, id)`;
