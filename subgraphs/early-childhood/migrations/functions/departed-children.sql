-- A child who left a family is not booked from that day on, also when the departure is recorded at the same moment: each
-- waits for the other on the child's row.

create or replace function refuse_departed_child() returns trigger language plpgsql as $$
declare
  left_on date;
begin
  select children.left_on into left_on from children where id = new.child_id for share;
  if left_on <= (new.starts_at at time zone 'Europe/Paris')::date then
    raise exception 'the child left on %', left_on
      using errcode = 'check_violation', constraint = 'booking_of_a_child_still_here', table = 'bookings';
  end if;
  return new;
end $$;

-- By its name it comes after the triggers that follow merged children.
create or replace trigger of_a_child_still_here before insert or update of starts_at on bookings
  for each row when (new.status <> 'CANCELLED') execute function refuse_departed_child();
