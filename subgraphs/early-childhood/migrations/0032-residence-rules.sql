-- With whom a child in shared residence is follows from rules and exceptions, which are kept as they were declared; each
-- stretch says why it is so.

alter table shared_residences
  add column rules jsonb not null default '[]',
  add column exceptions jsonb not null default '[]',
  add column ended_at timestamptz,
  add column lives_with text,
  add column version integer not null default 1,
  add constraint shared_residence_ends_with_a_family check ((ended_at is null) = (lives_with is null)),
  add constraint shared_residence_lives_with_is_known check (lives_with in ('REGISTERED', 'OTHER'));

alter table residence_periods
  add column source text not null default 'CALENDAR',
  add constraint residence_period_source_is_known
    check (source in ('CALENDAR', 'RULE', 'HOLIDAY', 'EXCEPTION', 'ENDED'));
