-- Whoever was told that a file exists may ask once to follow the family, without learning which one it is.

create table lookup_handles (
  handle uuid not null,
  family_id uuid not null,
  sub text not null,
  until timestamptz not null,
  used_at timestamptz,
  constraint lookup_handles_pkey primary key (handle)
);
create index lookup_handles_by_family on lookup_handles (family_id);
create index lookup_handles_by_end on lookup_handles (until);
