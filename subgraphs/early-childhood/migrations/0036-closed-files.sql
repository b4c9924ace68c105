-- A file is closed when the family moved away or its youngest turned six: what was to come ends. Whatever is asked for or
-- booked for it afterwards opens it again, so that a closed file never has care to come.

create table family_closings (
  id uuid not null,
  family_id uuid not null,
  reason text not null,
  note text,
  closed_at timestamptz not null,
  closed_by text not null,
  reopened_at timestamptz,
  reopened_by text,
  version integer not null,
  constraint family_closings_pkey primary key (id),
  constraint family_closing_of_a_known_family foreign key (family_id) references families (id),
  constraint family_closing_reason_is_known check (
    reason in ('MOVED_AWAY', 'YOUNGEST_TURNED_SIX', 'NO_LONGER_NEEDED')),
  constraint family_closing_is_reopened_by_somebody check ((reopened_at is null) = (reopened_by is null))
);
create index family_closings_of_family on family_closings (family_id, closed_at, id);
create unique index family_is_closed_once on family_closings (family_id) where reopened_at is null;
