create or replace function refuse_rewriting_correction() returns trigger language plpgsql as $$
begin
  raise exception 'A correction is not changed: what was corrected wrongly is corrected again.'
    using errcode = 'restrict_violation', constraint = 'correction_stays';
end $$;

create or replace trigger correction_stays before delete or truncate on corrections
  for each statement execute function refuse_rewriting_correction();

create or replace trigger correction_changes_family_only before update on corrections for each row
  when (to_jsonb(old) - 'family_id' <> to_jsonb(new) - 'family_id')
  execute function refuse_rewriting_correction();
