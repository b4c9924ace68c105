-- When a couple separates one file becomes two: the new one names the file it was split off, so that the other agencies give it
-- what is of its adults, and a change that is sent again finds it.
alter table families
  add column split_from_family_id uuid,
  add constraint family_split_from_a_known_one foreign key (split_from_family_id) references families (id);
create index families_split on families (split_from_family_id) where split_from_family_id is not null;
