-- What was written down stays as it is, whoever asks.
create or replace function refuse_changing_access_log() returns trigger language plpgsql as $$
begin
  raise exception 'The access log is only added to.' using errcode = 'check_violation', constraint = 'access_log_stays';
end $$;

create or replace trigger access_log_stays before update or delete on access_log
  for each row execute function refuse_changing_access_log();
create or replace trigger access_log_is_not_emptied before truncate on access_log
  for each statement execute function refuse_changing_access_log();
create or replace trigger access_log_is_not_emptied before truncate on access_log_otherwise
  for each statement execute function refuse_changing_access_log();

-- Makes the months from the one of `first` on, where they are missing. Run with the rights of whoever owns the tables: a service
-- needs none to make any. What was written meanwhile for a month that is missing stays where it is.
create or replace function make_access_log_months(first date, months integer) returns void
language plpgsql security definer set search_path from current as $$
declare
  month date;
  partition text;
begin
  for step in 0..months - 1 loop
    month := (date_trunc('month', first) + make_interval(months => step))::date;
    partition := 'access_log_' || to_char(month, 'YYYY_MM');
    continue when to_regclass(partition) is not null;
    continue when exists (
      select from access_log_otherwise
      where written_at >= month::timestamp at time zone 'UTC'
        and written_at < (month + interval '1 month')::timestamp at time zone 'UTC');
    execute format(
      'create table %I partition of access_log for values from (%L) to (%L)', partition,
      month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
    execute format(
      'create trigger access_log_is_not_emptied before truncate on %I
         for each statement execute function refuse_changing_access_log()', partition);
  end loop;
end $$;
revoke execute on function make_access_log_months from public;

select make_access_log_months(current_date, 3);

create or replace trigger seals_stay before update or delete or truncate on access_log_seals
  for each statement execute function refuse_changing_access_log();
create or replace trigger heads_stay before update or delete or truncate on access_log_heads
  for each statement execute function refuse_changing_access_log();
create or replace trigger months_let_go_stay before update or delete or truncate on access_log_months_let_go
  for each statement execute function refuse_changing_access_log();

-- Lets a month go as a whole, once it is over and sealed; what is left is a table of its own, to be archived and dropped. For
-- whoever owns the tables. The next seal says it, so that a month that went otherwise is missed.
create or replace function let_go_access_log_month(first date) returns bigint language plpgsql as $$
declare
  starts date := date_trunc('month', first);
  ends date := date_trunc('month', first) + interval '1 month';
  partition text := 'access_log_' || to_char(first, 'YYYY_MM');
  count bigint;
  last bigint;
begin
  if now() < ends::timestamp at time zone 'UTC' then
    raise exception 'The month is not over.';
  end if;
  if exists (
    select from access_log_otherwise
    where written_at >= starts::timestamp at time zone 'UTC' and written_at < ends::timestamp at time zone 'UTC') then
    raise exception 'Rows of this month are in access_log_otherwise.';
  end if;
  execute format('select count(*), max(number) from %I', partition) into count, last;
  if last > coalesce((select max(up_to) from access_log_seals), 0) then
    raise exception 'Not all rows of this month are sealed yet.';
  end if;
  insert into access_log_months_let_go (month, rows) values (to_char(first, 'YYYY-MM'), count);
  execute format('alter table access_log detach partition %I', partition);
  return count;
end $$;
revoke execute on function let_go_access_log_month from public;
