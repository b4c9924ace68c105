-- What a merge writes is journaled, whichever statement or trigger writes it: while `app.merging` names the duplicate, in that
-- transaction only. Walls do not hide from the journal what they hide from who merges.
create or replace function journal_merge() returns trigger language plpgsql as $$
declare
  asker text := current_setting('app.role', true);
  earlier jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  later jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
  if earlier is distinct from later then
    perform set_config('app.role', 'SERVICE', true);
    insert into merge_journal_rows (duplicate, table_name, before, after)
    values (current_setting('app.merging')::uuid, tg_table_name, earlier, later);
    perform set_config('app.role', asker, true);
  end if;
  return null;
end $$;

-- Every table of an agency has the trigger but those of events and logs, and what an agency that follows merges says is worked
-- out of others anew. Called after every migration: a table that is new has it from the first, one that is exempt no longer.
create or replace function journal_merges() returns void language plpgsql as $$
declare
  exempt text[] := array[
    'schema_files', 'event_numbers', 'subscribers', 'delivery_positions', 'pending_deliveries', 'inbox_positions',
    'scheduled_jobs', 'dead_letters', 'heard_mutations', 'changes', 'ended_sessions', 'signed_in', 'outbox',
    'closed_quarters', 'followers', 'parted_followers', 'objections'];
  found record;
begin
  if to_regproc('not_journaled') is null then return; end if;
  for found in
    select class.relname as named,
      class.relname !~ '^(access_log|merge_journal)' and class.relname <> all(exempt || not_journaled()) as is_wanted,
      exists (select from pg_trigger where tgrelid = class.oid and tgname = 'merge_is_journaled') as is_there
    from pg_class class
    where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and not class.relispartition
    order by class.relname
  loop
    continue when found.is_wanted = found.is_there;
    if found.is_wanted then
      execute format(
        'create trigger merge_is_journaled after insert or update or delete on %I for each row
         when (current_setting(''app.merging'', true) <> '''') execute function journal_merge()', found.named);
    else
      execute format('drop trigger merge_is_journaled on %I', found.named);
    end if;
  end loop;
end $$;

-- Of whom a row is: these columns are what a merge moves, all others what it says.
create or replace function names_whose_it_is(named text) returns boolean language sql immutable parallel safe
return named ~ '(^|_)(family|child|adult|subject|job_seeker)_id$' or named = 'merged_into';

-- How a row of a table is found again, and what a row can be given.
create or replace function how_to_give_back(named text) returns jsonb language sql stable
return jsonb_build_object(
  'is_the_row', (
    select string_agg(format('kept.%1$I = given.%1$I', attname), ' and ')
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
    where indrelid = named::regclass and indisprimary),
  'columns', (
    select jsonb_agg(attname) from pg_attribute
    where attrelid = named::regclass and attnum > 0 and not attisdropped and attgenerated = ''));

-- Gives one row back. What it says goes back as a whole, and only where nobody has changed any of it since; whose it is goes
-- back also then. A version never goes back. Answers why something stays as it is.
create or replace function undo_journaled(named text, how jsonb, earlier jsonb, later jsonb, histories text[])
returns text language plpgsql as $$
declare
  is_the_row text := how ->> 'is_the_row';
  stands jsonb;
  columns text[] := array(select jsonb_array_elements_text(how -> 'columns'));
  of_whom text[];
  words text[];
  is_as_merged boolean;
begin
  execute format('select to_jsonb(kept) from %1$I kept, jsonb_populate_record(null::%1$I, $1) given
    where %2$s for update of kept', named, is_the_row) into stands using coalesce(later, earlier);

  if earlier is null then
    if stands is null or named = any(histories) then return null; end if;
    if stands - 'version' <> later - 'version' then return 'CHANGED'; end if;
    execute format('delete from %1$I kept using jsonb_populate_record(null::%1$I, $1) given where %2$s', named, is_the_row)
      using later;
    return null;
  end if;
  if stands is null and later is not null then return 'GONE'; end if;
  if stands is null then
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)', named,
      (select string_agg(format('%I', column_name), ', ') from unnest(columns) column_name)) using earlier;
    return null;
  end if;

  select array_agg(key) filter (where names_whose_it_is(key) and stands -> key = coalesce(later, stands) -> key),
    array_agg(key) filter (where not names_whose_it_is(key) and later is not null),
    coalesce(bool_and(stands -> key = later -> key) filter (where not names_whose_it_is(key) and later is not null), true)
  into of_whom, words, is_as_merged
  from jsonb_object_keys(earlier) key
  where key = any(columns) and key <> 'version' and earlier -> key is distinct from coalesce(later, stands) -> key;
  if not is_as_merged then words := null; end if;
  if coalesce(of_whom, words) is not null then
    execute format('update %1$I kept set %2$s%3$s from jsonb_populate_record(null::%1$I, $1) as said,
      jsonb_populate_record(null::%1$I, $2) given where %4$s', named,
      (select string_agg(format('%1$I = said.%1$I', key), ', ') from unnest(of_whom || words) key),
      case when words is not null and 'version' = any(columns) then ', version = kept.version + 1' end, is_the_row)
      using earlier, stands;
  end if;
  return case when not is_as_merged then 'CHANGED' end;
end $$;

-- Gives back, in reverse, all that a merge wrote and that still stands as it left it. First it is two families again, or what
-- is given back would follow the survivor. What a constraint keeps from going back stays. At most 200 rows at a time, which are
-- then struck out: a statement may not last long.
create or replace function undo_merge(undone uuid, histories text[])
returns table (named text, earlier jsonb, later jsonb, stays text) language plpgsql as $$
declare
  step record;
  how jsonb := '{}';
begin
  for step in
    select written.number, written.table_name, written.before, written.after from merge_journal_rows written
    where written.duplicate = undone
    order by (written.table_name in ('families', 'known_families', 'adults', 'children')) desc, written.number desc
    limit 200
  loop
    delete from merge_journal_rows struck where struck.duplicate = undone and struck.number = step.number;
    if not how ? step.table_name then
      how := how || jsonb_build_object(step.table_name, how_to_give_back(step.table_name));
    end if;
    begin
      stays := undo_journaled(step.table_name, how -> step.table_name, step.before, step.after, histories);
    exception when integrity_constraint_violation or raise_exception then
      stays := 'REFUSED';
    end;
    if stays is not null then
      named := step.table_name; earlier := step.before; later := step.after;
      return next;
    end if;
  end loop;
end $$;
