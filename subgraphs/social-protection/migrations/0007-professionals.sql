-- Who was known by the sign-in becomes a directory, which is kept here and told to the other agencies.

alter table professionals
  add column place text,
  add column district_ids uuid[] not null default '{}',
  add column phone text,
  add column absent_from date,
  -- The first day back.
  add column absent_to date,
  add column stand_in_sub text,
  add column departed_on date,
  add column version integer not null default 1,
  add constraint professional_absence_has_a_beginning check
    (absent_from is not null or (absent_to is null and stand_in_sub is null));
alter table professionals alter column version drop default, alter column district_ids drop default;
create index professionals_by_name on professionals (name, id);
