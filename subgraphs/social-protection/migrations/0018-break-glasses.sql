-- Who read the file of a family without following it, because it had to be now: why, until when, and what whoever checks it
-- found. Over, it stays.

create table break_glasses (
  id uuid not null,
  family_id uuid not null,
  sub text not null,
  reason text not null,
  began_at timestamptz not null,
  until timestamptz not null,
  -- By the person themself, before time.
  ended_at timestamptz,
  finding text,
  remark text,
  reviewed_at timestamptz,
  reviewed_by_sub text,
  reviewed_by_name text,
  version integer not null,
  constraint break_glasses_pkey primary key (id),
  constraint break_glass_breaker_fkey foreign key (sub) references professionals (sub),
  constraint break_glass_says_why check (char_length(btrim(reason)) >= 30),
  constraint break_glass_is_short check (began_at < until and until <= began_at + interval '15 minutes'),
  constraint break_glass_ends_within check (ended_at is null or (began_at <= ended_at and ended_at < until)),
  constraint break_glass_finding_known check (finding in ('JUSTIFIED', 'NOT_JUSTIFIED')),
  constraint break_glass_reviewed_as_a_whole check (
    (finding is null) = (reviewed_at is null) and (finding is null) = (reviewed_by_sub is null)
    and (finding is null) = (reviewed_by_name is null)),
  constraint break_glass_remark_of_a_review check (remark is null or finding is not null),
  constraint break_glass_found_fault_says_which check (finding is distinct from 'NOT_JUSTIFIED' or remark is not null)
);
create index break_glasses_by_family on break_glasses (family_id, began_at);
create index break_glasses_by_person on break_glasses (sub, began_at, id);
create index break_glasses_by_time on break_glasses (began_at, id);
create index break_glasses_to_review on break_glasses (began_at, id) where finding is null;
