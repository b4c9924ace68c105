-- The score by which a request stands in the waiting list, kept with what it is right for: of some 15,000 requests only those
-- whose score is not right for the day are judged when the list is read. The triggers are in functions/kept-priorities.sql.

create table kept_priorities (
  care_request_id uuid not null,
  submitted_at timestamptz not null,
  score double precision not null default 0,
  -- A day, and the rules of that version of the code; empty where something has changed since.
  right_for text collate "C" not null default '',
  constraint kept_priorities_pkey primary key (care_request_id),
  constraint kept_priority_of_a_known_request foreign key (care_request_id) references care_requests (id) on delete cascade
);
create index kept_priorities_in_order on kept_priorities (right_for, (- score), submitted_at, care_request_id);

insert into kept_priorities (care_request_id, submitted_at)
select id, submitted_at from care_requests
where status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED');
