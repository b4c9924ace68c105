-- That tasks and referrals of a family went from one colleague to another, or to the desk: told in its file, as memberships are.

create table work_handed_on (
  id uuid not null,
  family_id uuid not null,
  from_sub text not null,
  to_sub text,
  handed_on_by text not null,
  handed_on_at timestamptz(3) not null,
  constraint work_handed_on_pkey primary key (id)
);
create index work_handed_on_by_family on work_handed_on (family_id);
