create or replace function refuse_changing_closed_quarter() returns trigger language plpgsql as $$
begin
  raise exception 'A closed quarter is not changed.' using errcode = 'check_violation', constraint = 'closed_quarter_stays';
end $$;

create or replace trigger closed_quarter_stays before update or delete on closed_quarters
  for each row execute function refuse_changing_closed_quarter();
