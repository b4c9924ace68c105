-- A closed file has no care to come: whoever asks for some, or books or moves it, opens the file again, and the history says
-- so. Who closes it holds the family for update, and each of these rows reads it for key share, so one of two at the same
-- moment waits for the other.

create or replace function reopen_closed_file() returns trigger language plpgsql as $$
begin
  perform 1 from families where id = new.family_id for key share;
  with reopened as (
    update family_closings
    set reopened_at = coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()),
      reopened_by = coalesce(nullif(current_setting('app.user', true), ''), 'relais'), version = version + 1
    where family_id = new.family_id and reopened_at is null
    returning family_id, reopened_at, reopened_by)
  insert into care_steps (id, family_id, subject_id, kind, at, done_by, facts)
  select gen_random_uuid(), family_id, family_id, 'FAMILY_REOPENED', reopened_at, reopened_by, '{}' from reopened;
  return null;
end $$;

create or replace trigger reopens_closed_file after insert or update of family_id, status, starts_at on bookings
  for each row when (new.status in ('HELD', 'CONFIRMED')) execute function reopen_closed_file();
create or replace trigger reopens_closed_file after insert or update of family_id, status on care_requests
  for each row when (new.status not in ('PLACED', 'REFUSED', 'WITHDRAWN', 'LAPSED'))
  execute function reopen_closed_file();
