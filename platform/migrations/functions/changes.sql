-- Tells once for each statement which subjects changed: `tell_changed(kind, column that names the subject, condition)`, of
-- triggers whose transition table is `changed_rows`. What is written twice in one transaction is told once.
create or replace function tell_changed() returns trigger language plpgsql as $$
begin
  -- Every change of anything comes by here: the usual columns have statements that are planned once on a connection.
  case tg_argv[1] || coalesce(' ' || tg_argv[2], '')
    when 'family_id' then
      insert into changes (changed_by, kind, subject_id, at)
      select distinct pg_current_xact_id(), tg_argv[0], changed.family_id, now() from changed_rows changed
      where changed.family_id is not null on conflict do nothing;
    when 'centre_id' then
      insert into changes (changed_by, kind, subject_id, at)
      select distinct pg_current_xact_id(), tg_argv[0], changed.centre_id, now() from changed_rows changed
      where changed.centre_id is not null on conflict do nothing;
    else
      execute format(
        'insert into changes (changed_by, kind, subject_id, at)
         select distinct pg_current_xact_id(), %L, changed.%I, now() from changed_rows changed
         where changed.%2$I is not null and (%3$s) on conflict do nothing',
        tg_argv[0], tg_argv[1], coalesce(tg_argv[2], 'true'));
  end case;
  return null;
end $$;

-- Whoever has a stream open is asked for anew: the agency refuses whose session has ended.
create or replace trigger ended_sessions_tell after insert on ended_sessions
  referencing new table as changed_rows for each statement execute function tell_changed('SESSIONS', 'id');
create or replace trigger ended_again_sessions_tell after update on ended_sessions
  referencing new table as changed_rows for each statement execute function tell_changed('SESSIONS', 'id');
