-- What happens by itself at a moment; written in the transaction of the change that wants it.

create table scheduled_jobs (
  name text not null,
  key text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  problem text,
  constraint scheduled_jobs_pkey primary key (name, key)
);
create index scheduled_jobs_by_moment on scheduled_jobs (run_at);
