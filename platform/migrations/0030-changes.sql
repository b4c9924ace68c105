-- That something changed, so that open screens read anew (docs/decisions/0106-changes-are-told-by-id.md): what kind of thing,
-- and the id that the kind names, no more. By the transaction, whose rows are seen all at once; kept for two days.

create table changes (
  changed_by xid8 not null,
  kind text not null,
  subject_id uuid not null,
  at timestamptz not null,
  constraint changes_pkey primary key (changed_by, kind, subject_id)
);
