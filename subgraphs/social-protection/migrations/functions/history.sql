-- A question as of any past day must keep its answer: what tells history is added to and never rewritten.

create or replace function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only', table = tg_table_name;
end $$;

create or replace trigger entitlement_states_append_only before update or delete or truncate on entitlement_states
  for each statement execute function refuse_rewriting_history();

create or replace trigger entitlement_confirmations_append_only
  before update or delete or truncate on entitlement_confirmations
  for each statement execute function refuse_rewriting_history();

create or replace trigger resources_append_only before delete or truncate on resources
  for each statement execute function refuse_rewriting_history();

-- A merge gives them to the surviving family; nothing else of them changes.
create or replace trigger resources_change_family_only before update on resources for each row
  when ((old.*) is distinct from (new.*) and to_jsonb(old) - 'family_id' <> to_jsonb(new) - 'family_id')
  execute function refuse_rewriting_history();
