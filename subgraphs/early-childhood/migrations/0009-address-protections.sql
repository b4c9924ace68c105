-- That it could harm a family if others knew where it lives: while one of these has not ended, only its support team reads
-- the address, and no other agency is told the district (docs/decisions/0056-a-protected-address.md). None is rewritten.

create table address_protections (
  id uuid not null,
  family_id uuid not null,
  -- On what it rests, and why, in the words of who protected it: the team reads both.
  basis text not null,
  reason text not null,
  began_at timestamptz not null,
  began_by text not null,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  version integer not null,
  constraint address_protections_pkey primary key (id),
  constraint address_protection_of_a_known_family foreign key (family_id) references families (id),
  constraint address_protection_basis_is_known check (basis in ('COURT_ORDER', 'COMPLAINT', 'SAID_BY_FAMILY')),
  constraint address_protection_ends_as_a_whole
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
-- Of nearly all families there is nothing in it, so that asking costs nearly nothing.
create index address_protections_of_family on address_protections (family_id, began_at);
