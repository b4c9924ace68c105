-- When a couple separates one file becomes two. The new one names the file that it was split off: an older event of that one,
-- which still names who left, takes nobody back.
alter table known_families add column split_from uuid;
create index known_families_split on known_families (split_from) where split_from is not null;
