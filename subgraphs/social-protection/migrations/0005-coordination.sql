-- What professionals of the three agencies tell and ask each other about a family.

create table referrals (
  id uuid not null,
  family_id uuid not null,
  sender_sub text not null,
  target text not null,
  addressee_sub text,
  message text not null,
  sent_at timestamptz not null,
  seen_at timestamptz,
  decision text,
  decided_at timestamptz,
  decided_by_sub text,
  decline_reason text,
  version integer not null,
  constraint referrals_pkey primary key (id),
  constraint referrals_sender_fkey foreign key (sender_sub) references professionals (sub),
  constraint referrals_addressee_fkey foreign key (addressee_sub) references professionals (sub),
  constraint referrals_decider_fkey foreign key (decided_by_sub) references professionals (sub),
  constraint referrals_target_known check (target in ('SERVICE_POINT', 'ADVISOR', 'SOCIAL_WORKER')),
  constraint referrals_advisor_is_named check (target <> 'ADVISOR' or addressee_sub is not null),
  constraint referrals_decision_known check (decision in ('ACCEPTED', 'DECLINED')),
  constraint referrals_decided_as_a_whole check
    ((decision is null) = (decided_at is null) and (decision is null) = (decided_by_sub is null)),
  constraint referrals_declined_with_a_reason check ((decision = 'DECLINED') = (decline_reason is not null)),
  constraint referrals_seen_before_decided check (decision is null or seen_at is not null)
);
create index referrals_by_family on referrals (family_id);
create index referrals_by_target on referrals (target, sent_at, id);
create index referrals_by_sender on referrals (sender_sub, sent_at, id);
create index referrals_by_addressee on referrals (addressee_sub) where addressee_sub is not null;
create index referrals_by_decider on referrals (decided_by_sub) where decided_by_sub is not null;

create table notes (
  id uuid not null,
  family_id uuid not null,
  author_sub text not null,
  category text not null,
  audience text not null,
  text text not null,
  written_at timestamptz not null,
  constraint notes_pkey primary key (id),
  constraint notes_author_fkey foreign key (author_sub) references professionals (sub),
  constraint notes_category_known check (category in ('GENERAL', 'CHILDCARE', 'BENEFITS', 'JOB_SEARCH')),
  constraint notes_audience_known check (audience in ('AUTHOR', 'SOCIAL_WORKERS', 'SUPPORT_TEAM', 'ALL_AGENCIES'))
);
create index notes_by_family on notes (family_id, written_at, id);
create index notes_by_author on notes (author_sub);

create table tasks (
  id uuid not null,
  family_id uuid not null,
  title text not null,
  due_on date not null,
  assignee_sub text not null,
  added_by_sub text not null,
  added_at timestamptz not null,
  done_at timestamptz,
  done_by_sub text,
  version integer not null,
  constraint tasks_pkey primary key (id),
  constraint tasks_assignee_fkey foreign key (assignee_sub) references professionals (sub),
  constraint tasks_adder_fkey foreign key (added_by_sub) references professionals (sub),
  constraint tasks_doer_fkey foreign key (done_by_sub) references professionals (sub),
  constraint tasks_done_as_a_whole check ((done_at is null) = (done_by_sub is null))
);
create index tasks_by_family on tasks (family_id, due_on);
create index tasks_by_assignee on tasks (assignee_sub, due_on, id);
create index tasks_by_adder on tasks (added_by_sub);
create index tasks_by_doer on tasks (done_by_sub) where done_by_sub is not null;
