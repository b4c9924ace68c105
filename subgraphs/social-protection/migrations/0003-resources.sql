-- What a household has in a year, as somebody stated it. Only added to, but for the family (functions/history.sql): after
-- a merge it is the survivor.

create table resources (
  id uuid not null,
  family_id uuid not null,
  year integer not null,
  yearly_amount_cents integer not null,
  dependent_children integer not null,
  aeeh_children integer not null,
  source text not null,
  -- What nobody replaced counts; two of one year are left standing only by a merge of two files, and somebody chooses.
  replaces uuid[] not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint resources_pkey primary key (id),
  constraint resources_year_plausible check (year between 2000 and 2100),
  constraint resources_amount_not_negative check (yearly_amount_cents >= 0),
  constraint resources_children_plausible check
    (dependent_children between 0 and 30 and aeeh_children between 0 and dependent_children),
  constraint resources_source_known check (source in ('CAF', 'MSA', 'TYPED_IN'))
);
create index resources_by_family on resources (family_id, year, recorded_at);
