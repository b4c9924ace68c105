-- What an agency counted of a quarter when its figures were closed, before anything is withheld. Never changed: see
-- functions/closed-quarters.sql.

create table closed_quarters (
  first_day date not null,
  rules_version integer not null,
  counts jsonb not null,
  closed_at timestamptz not null,
  constraint closed_quarters_pkey primary key (first_day)
);
