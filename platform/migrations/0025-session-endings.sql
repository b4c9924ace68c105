-- Who ended all sessions of whom, and when: rows are only added. At each agency that the gateway told itself.

create table session_endings (
  id uuid not null,
  ended_at timestamptz(3) not null,
  sub text not null,
  ended_by_sub text not null,
  ended_by_agency text not null,
  constraint session_endings_pkey primary key (id)
);
create index session_endings_by_time on session_endings (ended_at desc, id desc);
