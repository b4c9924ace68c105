-- By which it is known whether something of two merged files has changed since (docs/decisions/0122-a-merge-can-be-undone.md):
-- of each row a print, that says nothing of what it holds. Forgotten with the journal of the merge.

create table merge_prints (
  duplicate uuid not null,
  table_name text not null,
  row_key text not null,
  print text not null,
  -- From when on the row may be gone without anybody having changed something.
  ends_at timestamptz,
  constraint merge_prints_pkey primary key (duplicate, table_name, row_key),
  constraint merge_print_of_a_journal foreign key (duplicate) references merge_journals (duplicate) on delete cascade
);

-- Which agency has made one of the two files, and told so of which.
create table merges_taken (
  duplicate uuid not null,
  agency text not null,
  file uuid not null,
  taken_at timestamptz not null,
  -- Since when something of it is known to be other there.
  changed_at timestamptz,
  constraint merges_taken_pkey primary key (duplicate, agency, file),
  constraint merge_taken_of_a_journal foreign key (duplicate) references merge_journals (duplicate) on delete cascade
);
