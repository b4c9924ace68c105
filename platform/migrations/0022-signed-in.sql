-- For whom whoever asks works, as their last token said: an administrator ends the sessions of people of their own agency only
-- (docs/decisions/0062-ending-sessions-in-the-graph.md). Of everybody, also of those whom no directory has.

create table signed_in (
  sub text not null,
  agency text not null,
  since timestamptz not null,
  constraint signed_in_pkey primary key (sub)
);

-- By which the end of sessions is told to the others; filled where it is missing when all is told anew.
alter table ended_sessions add id uuid;
create index ended_sessions_by_id on ended_sessions (id);
