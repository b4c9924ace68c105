-- Events that arrived and could not be taken: somebody has to look. The newest about a thing counts here as well, so that
-- the list never holds what a later event has made pointless (docs/decisions/0052-who-may-say-what.md).

create table dead_letters (
  source text not null,
  subject uuid not null,
  type text not null,
  -- What the state is of, by the field of its data that names it.
  about text not null,
  id uuid not null,
  number bigint not null,
  -- As it came. Text, for jsonb does not hold all that JSON can say.
  event text not null,
  problem text not null,
  detail text,
  arrived_at timestamptz not null default now(),
  constraint dead_letters_pkey primary key (source, subject, type, about),
  constraint dead_letter_has_a_known_problem check (problem in ('LEAP', 'OTHER_SUBJECT', 'MALFORMED'))
);
create index dead_letters_by_arrival on dead_letters (arrived_at);
