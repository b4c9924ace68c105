-- A benefit that is due for a child names it: the AEEH belongs to one. Which children a family has is told by early childhood,
-- by their ids; under shared residence a child is of two families. One that was registered twice is kept with who it is, so that
-- nothing has to be written anew when the two files are two again.

create table known_children (
  family_id uuid not null,
  id uuid not null,
  merged_into uuid,
  constraint known_children_pkey primary key (family_id, id)
);
create index known_children_by_child on known_children (id);

alter table entitlements add child_id uuid;
alter table entitlements add constraint entitlements_of_a_child_are_due_for_one check
  (child_id is null or scheme in ('ASF', 'AEEH', 'CMG'));
create index entitlements_by_child on entitlements (child_id) where child_id is not null;
