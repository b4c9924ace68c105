-- One history of all that the agency does for a family. What a step is about may be of any table, hence no key to it.

create table care_steps (
  id uuid not null,
  family_id uuid not null,
  child_id uuid,
  subject_id uuid not null,
  kind text not null,
  at timestamptz(3) not null,
  done_by text not null,
  facts jsonb not null,
  constraint care_steps_pkey primary key (id),
  constraint care_step_of_a_known_family foreign key (family_id) references families (id),
  constraint care_step_of_a_known_child foreign key (child_id) references children (id)
);
create index care_steps_by_family on care_steps (family_id, at, id);
create index care_steps_by_child on care_steps (child_id) where child_id is not null;
create index care_steps_by_subject on care_steps (subject_id, at, id);
