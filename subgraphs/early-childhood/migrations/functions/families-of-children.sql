-- Care is written for a family that the child is of: the one it is registered with, or the other one it lives with by turns.
-- Whoever changes a child's files holds the child, or the file, for update. By its name this comes after the triggers that
-- follow merged children and families, which wait for that: so what is read here is as it left them. Sent again, the care is
-- written for the family that the child has now, or refused.

create or replace function refuse_family_of_others() returns trigger language plpgsql as $$
begin
  perform from children child
  where child.id = new.child_id and (child.family_id = new.family_id or exists (
    select from shared_residences shared where shared.child_id = child.id and shared.other_family_id = new.family_id));
  if not found then
    raise exception 'the child has another file now' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;

create or replace trigger of_a_family_of_its_child before insert on bookings
  for each row execute function refuse_family_of_others();
create or replace trigger of_a_family_of_its_child before insert on care_requests
  for each row execute function refuse_family_of_others();
create or replace trigger of_a_family_of_its_child before insert on placements
  for each row execute function refuse_family_of_others();
