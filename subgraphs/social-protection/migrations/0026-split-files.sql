-- When a couple separates one file becomes two. The new one names the file that it was split off: an older event of that one,
-- which still names who left, takes nobody back.
alter table known_families add column split_from uuid;
create index known_families_split on known_families (split_from) where split_from is not null;

-- What one of two who part objected to binds the other's file as well; who said so is in neither's name there.
alter table family_objections alter column said_by_adult_id drop not null;
