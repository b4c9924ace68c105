-- What was recorded wrongly and put right: what it said before, what it says now, who says so and why. Rows are only added;
-- a merge gives them to the surviving family (functions/corrections.sql).

create table corrections (
  id uuid not null,
  family_id uuid not null,
  -- The record that was corrected, by its id, which no record of another kind has.
  subject_id uuid not null,
  -- Values by the field that holds them, as texts: only those that differ.
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  -- The record still says what it said: it is evidence, and only this row says otherwise.
  is_beside boolean not null,
  corrected_at timestamptz(3) not null,
  corrected_by_sub text not null,
  constraint corrections_pkey primary key (id),
  constraint correction_says_why check (btrim(reason) <> ''),
  constraint correction_says_otherwise check (before <> after)
);
create index corrections_by_subject on corrections (subject_id, corrected_at, id);
create index corrections_by_family on corrections (family_id);
