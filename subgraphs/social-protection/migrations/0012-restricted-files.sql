-- The file of a colleague's own family: who may read it beside those who follow it, who never may, and why. Over, it stays.

create table restrictions (
  id uuid not null,
  family_id uuid not null,
  -- Whose administrators keep it.
  agency text not null,
  reason text not null,
  named_subs text[] not null,
  barred_subs text[] not null,
  began_at timestamptz not null,
  began_by_sub text not null,
  ended_at timestamptz,
  ended_by_sub text,
  end_reason text,
  version integer not null,
  constraint restrictions_pkey primary key (id),
  constraint restriction_beginner_fkey foreign key (began_by_sub) references professionals (sub),
  constraint restriction_ender_fkey foreign key (ended_by_sub) references professionals (sub),
  constraint restriction_names_somebody check (cardinality(named_subs) > 0),
  constraint restriction_ends_as_a_whole
    check ((ended_at is null) = (ended_by_sub is null) and (ended_at is null) = (end_reason is null))
);
create index restrictions_by_family on restrictions (family_id, began_at);
create index restrictions_by_agency on restrictions (agency, began_at, id);
create index restrictions_by_beginner on restrictions (began_by_sub);
create index restrictions_by_ender on restrictions (ended_by_sub) where ended_by_sub is not null;
