-- What a family's file is called: NAN-000001, and longer when six digits no longer suffice.

create or replace function next_family_reference() returns text language sql volatile as $$
  select 'NAN-' || lpad(number::text, greatest(6, length(number::text)), '0')
  from nextval('family_reference_number') as next(number)
$$;

alter table families alter column reference set default next_family_reference();
