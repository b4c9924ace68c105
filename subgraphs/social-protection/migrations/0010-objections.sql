-- Who of a family said to whom that something is not to be shared, and who took it back. What is in force is told to the
-- other agencies, and kept in all three in `objections`.

create table family_objections (
  id uuid not null,
  family_id uuid not null,
  category text not null,
  agency text not null,
  said_on date not null,
  said_by_adult_id uuid not null,
  told_to_sub text not null,
  recorded_at timestamptz not null,
  note text,
  lifted_on date,
  lift_said_by_adult_id uuid,
  lift_told_to_sub text,
  lifted_at timestamptz,
  lift_reason text,
  version integer not null,
  constraint family_objections_pkey primary key (id),
  constraint family_objections_told_to_fkey foreign key (told_to_sub) references professionals (sub),
  constraint family_objections_lift_told_to_fkey foreign key (lift_told_to_sub) references professionals (sub),
  constraint family_objections_category_known check (category in ('CARE', 'BENEFITS', 'JOB_SEARCH')),
  constraint family_objections_agency_known check (agency in ('CARE', 'BENEFITS', 'JOB_SEARCH')),
  constraint family_objections_to_another_agency check (category <> agency),
  constraint family_objections_lifted_as_a_whole check (
    (lifted_on is null) = (lifted_at is null) and (lifted_on is null) = (lift_said_by_adult_id is null)
    and (lifted_on is null) = (lift_told_to_sub is null) and (lifted_on is null) = (lift_reason is null))
);
create index family_objections_by_family on family_objections (family_id, said_on);
create index family_objections_told_to on family_objections (told_to_sub);
create index family_objections_lift_told_to on family_objections (lift_told_to_sub) where lift_told_to_sub is not null;
