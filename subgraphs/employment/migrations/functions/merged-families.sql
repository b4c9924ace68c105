-- A family that the service point merged into another: what is written for it afterwards is written for the survivor.
-- Every table that names a family has the trigger; a test reads the catalogue for one that has not.

create or replace function follow_merged_family() returns trigger language plpgsql as $$
declare
  survivor uuid;
begin
  -- Whoever merges holds the row for update, so this waits for the merge and then sees it.
  select merged_into into survivor from known_families where id = new.family_id for key share;
  new.family_id := coalesce(survivor, new.family_id);
  return new;
end $$;

create or replace trigger follows_merged_family before insert on followers
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on job_search_steps
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on job_seekers
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on known_covers
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on milestones
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on objections
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on corrections
  for each row execute function follow_merged_family();

-- What a merge writes is journaled in every table (platform/migrations/functions/merge-journals.sql): here nothing is only worked out of others.
create or replace function not_journaled() returns text[] language sql immutable parallel safe
return '{}'::text[];

-- What is written in these of a file that was merged is a later change, which the service point is told of.
select notice_changes_after_merges(array[
  'job_seekers', 'job_search_steps', 'milestones']);
