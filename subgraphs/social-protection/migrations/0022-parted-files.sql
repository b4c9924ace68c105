-- That two files which were merged by mistake are two again (docs/decisions/0122-a-merge-can-be-undone.md): told in both, and
-- for a month to who looks after the one that was kept, where what was written meanwhile stays.

create table parted_files (
  id uuid not null,
  family_id uuid not null,
  -- That somebody looks at what is in it: always where what was written meanwhile stays.
  is_kept boolean not null,
  parted_at timestamptz(3) not null,
  -- Which rows could not be given back as they were, and why: by their table and id.
  staying jsonb not null,
  -- The other of the two.
  parted_from uuid not null,
  -- Until employment has made two of them as well, what binds either binds both.
  binds_both boolean not null default true,
  constraint parted_files_pkey primary key (id)
);
create index parted_files_by_family on parted_files (family_id);
create index parted_files_by_other on parted_files (parted_from);
