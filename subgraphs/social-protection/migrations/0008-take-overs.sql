-- Who took over a colleague's families or job seekers, by which administrator and why.

create table take_overs (
  id uuid not null,
  from_sub text not null,
  to_sub text not null,
  reason text not null,
  family_ids uuid[] not null,
  counts jsonb not null,
  taken_at timestamptz not null,
  taken_by_sub text not null,
  constraint take_overs_pkey primary key (id)
);
create index take_overs_by_former on take_overs (from_sub, taken_at);
