-- The file that goes on: this one, or the one into which it was merged. Families are registered in the one agency, and known in the
-- others.
create or replace function file_going_on(file uuid) returns uuid language plpgsql stable as $$
begin
  if to_regclass('known_families') is not null then
    return coalesce((select merged_into from known_families where id = file), file);
  elsif to_regclass('families') is not null then
    return coalesce((select merged_into from families where id = file), file);
  end if;
  return file;
end $$;

-- The file that goes on and all that were merged into it: what is told of any of them is of the same family.
create or replace function files_with(file uuid) returns setof uuid language plpgsql stable as $$
declare
  survivor uuid := file_going_on(file);
begin
  return next survivor;
  if to_regclass('known_families') is not null then
    return query select id from known_families where merged_into = survivor;
  elsif to_regclass('families') is not null then
    return query select id from families where merged_into = survivor;
  end if;
end $$;

-- Besides those, the files that it was split off, at however many removes, each until who left had left it: what is their own was
-- told of it before.
create or replace function files_before(file uuid) returns table (id uuid, until timestamptz) language plpgsql stable as $$
begin
  if to_regclass('known_families') is not null then
    return query with recursive origin (id, until) as (
      select own.own, 'infinity'::timestamptz from files_with(file) own
      union
      select earlier.earlier, least(origin.until,
        coalesce((apart.registered_on + 1)::timestamp at time zone 'Europe/Paris', 'infinity'))
      from origin join known_families apart on apart.id = origin.id and apart.split_from is not null
      cross join lateral files_with(apart.split_from) earlier
    ) select origin.id, max(origin.until) from origin group by origin.id;
  elsif to_regclass('families') is not null then
    return query with recursive origin (id, until) as (
      select own.own, 'infinity'::timestamptz from files_with(file) own
      union
      select earlier.earlier, least(origin.until, apart.registered_at)
      from origin join families apart on apart.id = origin.id and apart.split_from_family_id is not null
      cross join lateral files_with(apart.split_from_family_id) earlier
    ) select origin.id, max(origin.until) from origin group by origin.id;
  else
    return query select file, 'infinity'::timestamptz;
  end if;
end $$;

-- Holds what the family objects to, with others, until commit: of the file and of the one that goes on, in one order. Whoever merges
-- holds both alone: what is merged while this waits is seen afterwards.
create or replace function hold_objections_together(file uuid) returns void language plpgsql as $$
declare
  held uuid;
begin
  for held in select each from unnest(array[file, file_going_on(file)]) each group by each order by each::text loop
    perform pg_advisory_xact_lock_shared(hashtextextended(held::text, 2));
  end loop;
  perform pg_advisory_xact_lock_shared(hashtextextended(file_going_on(file)::text, 2));
end $$;
