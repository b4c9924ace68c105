-- What merging two files wrote, row by row, so that it can be undone (docs/decisions/0122-a-merge-can-be-undone.md): triggers of
-- functions/merge-journals.sql write it in the transaction of the merge. It may hold anything of a family: a wall keeps it from
-- everybody but the service, and it is forgotten, 30 days after the merge where families are registered, 60 days after it
-- elsewhere, or as soon as the merge is undone. Its columns are named so that no merge moves them.

create table merge_journals (
  duplicate uuid not null,
  survivor uuid not null,
  merged_at timestamptz(3) not null,
  kept_until timestamptz(3) not null,
  -- Rows of both files that another agency tells whole, as they were before: by their table.
  told_whole jsonb not null,
  -- Since when something of the one file is other than the merge left it; where an agency notices (functions/changes.sql).
  changed_at timestamptz(3),
  constraint merge_journals_pkey primary key (duplicate)
);
create index merge_journals_by_age on merge_journals (kept_until);
create index merge_journals_by_survivor on merge_journals (survivor);

create table merge_journal_rows (
  duplicate uuid not null,
  -- In the order in which they were written.
  number bigint generated always as identity,
  table_name text not null,
  -- Absent where the merge added the row.
  before jsonb,
  -- Absent where the merge took the row away.
  after jsonb,
  constraint merge_journal_rows_pkey primary key (duplicate, number),
  constraint merge_journal_row_of_a_journal foreign key (duplicate) references merge_journals (duplicate) on delete cascade,
  constraint merge_journal_row_says_something check (num_nonnulls(before, after) > 0)
);

-- Who followed the one of two files only that are two again, and is not to follow the other by what was told of both on its way:
-- until the agency whose relation it is has told of two.
create table parted_followers (
  file uuid not null,
  sub text not null,
  relation text not null,
  duplicate uuid not null,
  parted_at timestamptz(3) not null,
  constraint parted_followers_pkey primary key (file, sub, relation)
);
create index parted_followers_by_age on parted_followers (parted_at);
