-- The files that are one: this one, the one into which it was merged, and all that were merged into that. What is told of any of
-- them is of the same family. Families are registered in the one agency, and known in the others.
create or replace function files_with(file uuid) returns setof uuid language plpgsql stable as $$
declare
  survivor uuid := file;
begin
  if to_regclass('known_families') is not null then
    survivor := coalesce((select merged_into from known_families where id = file), file);
    return query select id from known_families where merged_into = survivor;
  elsif to_regclass('families') is not null then
    survivor := coalesce((select merged_into from families where id = file), file);
    return query select id from families where merged_into = survivor;
  end if;
  return next survivor;
  if survivor <> file then return next file; end if;
end $$;

-- Besides those, the file that it was split off, in which what is its own was told before.
create or replace function files_before(file uuid) returns setof uuid language plpgsql stable as $$
declare
  origin uuid;
begin
  return query select files_with(file);
  if to_regclass('known_families') is not null then
    origin := (select split_from from known_families where id = file);
  elsif to_regclass('families') is not null then
    origin := (select split_from_family_id from families where id = file);
  end if;
  if origin is not null then return query select files_with(origin); end if;
end $$;
