-- Who accompanies a family, and since when. `btree_gist` is a trusted extension: the owner of the database may create it.

create extension if not exists btree_gist;

-- Known by their sign-in, of whichever agency.
create table professionals (
  id uuid not null,
  sub text not null,
  name text not null,
  role text not null,
  agency text not null,
  constraint professionals_pkey primary key (id),
  constraint professionals_one_per_sign_in unique (sub),
  constraint professionals_role_known check (role in ('CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR'))
);

create table support_team_members (
  id uuid not null,
  family_id uuid not null,
  professional_id uuid not null,
  is_lead boolean not null,
  from_on date not null,
  -- The first day on which they are no longer of the team.
  to_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint support_team_members_pkey primary key (id),
  constraint support_team_members_professional_fkey foreign key (professional_id) references professionals (id),
  constraint support_team_members_end_after_start check (to_on >= from_on),
  constraint support_team_has_one_lead_at_a_time
    exclude using gist (family_id with =, daterange(from_on, to_on) with &&) where (is_lead),
  constraint support_team_member_once_at_a_time
    exclude using gist (family_id with =, professional_id with =, daterange(from_on, to_on) with &&)
);
create index support_team_members_by_family on support_team_members (family_id, from_on);
create index support_team_members_by_professional on support_team_members (professional_id);
