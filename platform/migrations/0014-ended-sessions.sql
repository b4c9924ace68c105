-- Whose sessions were ended, and up to when: a token of before opens nothing, however long it lives. By the person (every
-- session) or by the session at the sign-in service.

create table ended_sessions (
  kind text not null,
  name text not null,
  since timestamptz not null,
  constraint ended_sessions_pkey primary key (kind, name),
  constraint ended_session_is_of_a_known_kind check (kind in ('SUB', 'SID'))
);
create index ended_sessions_by_time on ended_sessions (since);
