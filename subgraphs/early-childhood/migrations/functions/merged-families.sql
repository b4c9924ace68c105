-- A family registered twice is merged into the other file. Rows that name the merged one meanwhile (a change under way, an
-- event that comes late) are written for the survivor. Every table that names a family or a child has the trigger; a test
-- reads the catalogue for one that has not. By their names they come before those that check what is written.

-- Whoever merges holds the row for update, so these wait for the merge and then see it.
create or replace function follow_merged_family() returns trigger language plpgsql as $$
declare
  survivor uuid;
begin
  select merged_into into survivor from families where id = new.family_id for key share;
  new.family_id := coalesce(survivor, new.family_id);
  return new;
end $$;

create or replace function follow_merged_child() returns trigger language plpgsql as $$
declare
  survivor uuid;
begin
  select merged_into into survivor from children where id = new.child_id for key share;
  new.child_id := coalesce(survivor, new.child_id);
  return new;
end $$;

create or replace trigger follows_merged_family before insert on address_protections
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on adults
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on bookings
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on care_requests
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on care_steps
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on children
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on family_addresses
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on family_closings
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on family_homes
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on followers
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on known_income_support
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on known_milestones
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on objections
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on placements
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on published_covers
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on registration_requests
  for each row execute function follow_merged_family();
create or replace trigger follows_merged_family before insert on residence_periods
  for each row execute function follow_merged_family();

create or replace trigger follows_merged_child before insert on bookings
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_child before insert on care_alerts
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_child before insert on care_requests
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_child before insert on care_steps
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_child before insert on own_arrangements
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_child before insert on placements
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_child before insert on residence_periods
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_child before insert on shared_residences
  for each row execute function follow_merged_child();
create or replace trigger follows_merged_family before insert on corrections
  for each row execute function follow_merged_family();

-- What a merge writes is journaled in every table (platform/migrations/functions/merge-journals.sql), but where it is worked out of others, or told anew.
create or replace function not_journaled() returns text[] language sql immutable parallel safe
return array['published_covers', 'kept_priorities', 'known_income_support']::text[];
