-- An advisor with a mother at the counter asks the service point to register her family. What she told is kept while that
-- waits, and forgotten when it is answered or nothing comes of it.

create table registration_requests (
  id uuid not null,
  status text not null,
  sent_by text not null,
  sender_name text not null,
  sender_agency text not null,
  sent_at timestamptz not null,
  family_name text not null,
  told jsonb,
  answered_at timestamptz,
  answered_by text,
  reason text,
  family_id uuid,
  handle uuid,
  kept_until timestamptz not null,
  version integer not null,
  constraint registration_requests_pkey primary key (id),
  constraint registration_request_made_a_known_family foreign key (family_id) references families (id),
  constraint registration_request_status_is_known check (
    status in ('WAITING', 'COMPLETED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  constraint registration_request_keeps_what_was_told_while_it_waits check ((status = 'WAITING') = (told is not null)),
  constraint registration_request_is_answered_once_it_does_not_wait check (
    (status = 'WAITING') = (answered_at is null)),
  constraint registration_request_refused_with_a_reason check ((status = 'REFUSED') = (reason is not null)),
  constraint registration_request_completed_with_a_family check ((status = 'COMPLETED') = (family_id is not null))
);
create index registration_requests_by_age on registration_requests (status, sent_at, id);
create index registration_requests_of_sender on registration_requests (sent_by, sent_at, id);
create index registration_requests_of_family on registration_requests (family_id);
