-- Who read or changed what of which family, for what, or was not shared it: stored before the answer leaves, never changed
-- (docs/decisions/0054-who-saw-it.md). By the month in which it was written, so that a month can be let go as a whole.

create sequence access_log_numbers as bigint;
create table access_log (
  number bigint not null default nextval('access_log_numbers'),
  written_at timestamptz not null default clock_timestamp(),
  id uuid not null,
  -- The moment of the request, by the clock of who answered it.
  at timestamptz(3) not null,
  request_id text not null,
  sub text not null,
  name text not null,
  role text not null,
  agency text not null,
  purpose text not null,
  -- As it was called then, whatever it was merged into since. No key: a log outlives what it tells of.
  family uuid not null,
  outcome text not null,
  categories text[] not null,
  relation text not null,
  constraint access_log_pkey primary key (number, written_at),
  constraint access_outcome_is_known check (outcome in ('SEEN', 'DENIED', 'CHANGED')),
  constraint access_is_of_something check (
    cardinality(categories) > 0
    and categories <@ array['HOUSEHOLD', 'CARE', 'BENEFITS', 'JOB_SEARCH', 'COORDINATION']
  )
) partition by range (written_at);
create index access_log_by_family on access_log (family, at desc, id desc);
create index access_log_by_person on access_log (sub, at desc);

-- Takes what no month takes, so that nobody goes without an answer because a month was not made in time.
create table access_log_otherwise partition of access_log default;
