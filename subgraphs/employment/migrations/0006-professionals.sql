-- The directory of professionals, as social-protection tells it; whoever signs in here is known at once, with the version 0.

create table professionals (
  id uuid not null,
  sub text not null,
  name text not null,
  role text not null,
  agency text not null,
  place text,
  district_ids uuid[] not null,
  phone text,
  absent_from date,
  -- The first day back.
  absent_to date,
  stand_in_sub text,
  departed_on date,
  version integer not null,
  constraint professionals_pkey primary key (id),
  constraint professionals_one_per_sign_in unique (sub),
  constraint professionals_role_known check (role in ('CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR')),
  constraint professional_absence_has_a_beginning check
    (absent_from is not null or (absent_to is null and stand_in_sub is null))
);
create index professionals_by_name on professionals (name, id);
