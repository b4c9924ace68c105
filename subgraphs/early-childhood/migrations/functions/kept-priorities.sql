-- A kept score is right no longer as soon as anything that it is judged by has changed, whoever changed it: these triggers see
-- to that, in the transaction of the change. They run last, at its commit, so that nobody waits for anything while holding what
-- they lock.

-- Of a request that comes and a fact that changes at the same moment, neither would see the other: one waits here. Of so many
-- numbers, because a transaction over a whole city may not hold as many locks as there are families.
create or replace function hold_priorities_of(family uuid) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('relais:priorities'), hashtext(family::text) % 500);
end $$;

-- Also one that is not right already is written: who is judging it at this moment has not seen this change, and waits or is waited for.
create or replace function doubt_priorities_of(family uuid) returns void language plpgsql as $$
begin
  perform hold_priorities_of(family);
  update kept_priorities kept set right_for = ''
  from care_requests request
  where request.family_id = family and kept.care_request_id = request.id;
end $$;

-- Whether it is still open, whoever keeps the scores knows.
create or replace function keep_priority_of_request() returns trigger language plpgsql as $$
begin
  perform hold_priorities_of(new.family_id);
  insert into kept_priorities (care_request_id, submitted_at)
  select id, submitted_at from care_requests where id = new.id
  on conflict (care_request_id) do update set submitted_at = excluded.submitted_at, right_for = '';
  return null;
end $$;

create or replace function doubt_priorities_of_family() returns trigger language plpgsql as $$
begin
  perform doubt_priorities_of(new.id);
  return null;
end $$;

create or replace function doubt_priorities_of_named_family() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform doubt_priorities_of(old.family_id); end if;
  if tg_op <> 'DELETE' then perform doubt_priorities_of(new.family_id); end if;
  return null;
end $$;

drop trigger if exists keeps_its_priority on care_requests;
create constraint trigger keeps_its_priority
  after insert or update of family_id, status, first_day, submitted_at on care_requests
  deferrable initially deferred for each row execute function keep_priority_of_request();

drop trigger if exists doubts_priorities on families;
create constraint trigger doubts_priorities after update of household_kind on families
  deferrable initially deferred for each row
  when (old.household_kind is distinct from new.household_kind) execute function doubt_priorities_of_family();

drop trigger if exists doubts_priorities on known_milestones;
create constraint trigger doubts_priorities after insert or delete or update of family_id, status, starts_at, ends_at
  on known_milestones deferrable initially deferred for each row execute function doubt_priorities_of_named_family();

drop trigger if exists doubts_priorities on known_income_support;
create constraint trigger doubts_priorities after insert or delete or update on known_income_support
  deferrable initially deferred for each row execute function doubt_priorities_of_named_family();
