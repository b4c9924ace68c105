-- Rows of which a merge changed nothing but whose they are, many of one table by one statement, are journaled together: `before` and
-- `after` are what of them changed, and these are their keys (functions/merge-journals.sql). Absent where a whole row is kept.
alter table merge_journal_rows
  add column keys jsonb,
  -- Tried in its turn and kept back by a constraint, as by the key of what goes back later: it is tried once more, last of all.
  add column was_refused boolean not null default false;
