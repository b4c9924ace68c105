-- What a merge writes is journaled, whichever statement or trigger writes it: while `app.merging` names the duplicate, in that
-- transaction only; once for each statement, for a merge may move thousands of rows. Walls do not hide from the journal what they
-- hide from who merges.
create or replace function journal_statement() returns trigger language plpgsql as $$
declare
  asker text := current_setting('app.role', true);
  merging uuid := current_setting('app.merging')::uuid;
  key text[] := array(
    select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
    where indrelid = tg_relid and indisprimary);
begin
  if asker is distinct from 'SERVICE' then perform set_config('app.role', 'SERVICE', true); end if;
  case tg_op
    when 'INSERT' then
      insert into merge_journal_rows (duplicate, table_name, after)
      select merging, tg_table_name, to_jsonb(later) from later_rows later;
    when 'DELETE' then
      insert into merge_journal_rows (duplicate, table_name, before)
      select merging, tg_table_name, to_jsonb(earlier) from earlier_rows earlier;
    else
      -- Both hold the rows in the order in which they were updated: there is no key that may not have been changed.
      with pairs as (
        select place, earlier.written as earlier, later.written as later
        from (select row_number() over () as place, to_jsonb(each) as written from earlier_rows each) earlier
        join (select row_number() over () as place, to_jsonb(each) as written from later_rows each) later using (place)
        where earlier.written <> later.written
      ), changes as materialized (
        select pairs.*, changed.columns, changed.is_move
        from pairs cross join lateral (
          select array_agg(named) as columns, bool_and(names_whose_it_is(named) and named <> all(key)) and key <> '{}' as is_move
          from jsonb_object_keys(later) named where earlier -> named is distinct from later -> named
        ) changed
      ), moved as (
        select min(place) as place, before, after, jsonb_agg(keyed.key order by place) as keys
        from changes cross join lateral (
          select jsonb_object_agg(named, earlier -> named) filter (where named = any(columns)) as before,
            jsonb_object_agg(named, later -> named) filter (where named = any(columns)) as after,
            jsonb_object_agg(named, later -> named) filter (where named <> all(columns)) as key
          from unnest(columns || key) named
        ) keyed
        where is_move group by before, after
      )
      insert into merge_journal_rows (duplicate, table_name, before, after, keys)
      select merging, tg_table_name, written.before, written.after, written.keys
      from (
        select place, earlier as before, later as after, null::jsonb as keys from changes where not is_move
        union all select place, before, after, keys from moved
      ) written order by place;
  end case;
  if asker is distinct from 'SERVICE' then perform set_config('app.role', asker, true); end if;
  return null;
end $$;

-- Every table of an agency has the triggers but those of events and logs, and what an agency that follows merges says is worked
-- out of others anew. Called after every migration: a table that is new has them from the first, one that is exempt no longer.
create or replace function journal_merges() returns void language plpgsql as $$
declare
  exempt text[] := array[
    'schema_files', 'event_numbers', 'subscribers', 'delivery_positions', 'pending_deliveries', 'inbox_positions',
    'scheduled_jobs', 'dead_letters', 'heard_mutations', 'changes', 'ended_sessions', 'signed_in', 'outbox',
    'closed_quarters', 'followers', 'parted_followers', 'objections'];
  kinds constant jsonb := '{"insert": "new table as later_rows", "delete": "old table as earlier_rows",
    "update": "old table as earlier_rows new table as later_rows"}';
  found record;
  kind record;
begin
  if to_regproc('not_journaled') is null then return; end if;
  for found in
    select class.relname as named,
      class.relname !~ '^(access_log|merge_journal)' and class.relname <> all(exempt || not_journaled()) as is_wanted,
      exists (select from pg_trigger where tgrelid = class.oid and tgname = 'merge_is_journaled_update') as is_there
    from pg_class class
    where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and not class.relispartition
    order by class.relname
  loop
    continue when found.is_wanted = found.is_there;
    for kind in select key, value from jsonb_each_text(kinds) loop
      if found.is_wanted then
        execute format(
          'create trigger merge_is_journaled_%1$s after %1$s on %2$I referencing %3$s for each statement
           when (current_setting(''app.merging'', true) <> '''') execute function journal_statement()',
          kind.key, found.named, kind.value);
      else
        execute format('drop trigger merge_is_journaled_%s on %I', kind.key, found.named);
      end if;
    end loop;
  end loop;
end $$;

-- What the version before journaled row by row is journaled by statement. Its triggers stay until a later version drops them, for
-- dropping one keeps everybody from reading the table while an upgrade goes on.
create or replace function journal_merge() returns trigger language plpgsql as $$ begin return null; end $$;

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
  'key', (
    select jsonb_agg(attname)
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
    where indrelid = named::regclass and indisprimary),
  'columns', (
    select jsonb_agg(attname) from pg_attribute
    where attrelid = named::regclass and attnum > 0 and not attisdropped and attgenerated = ''));

-- Which columns of a row that the merge changed say whose it is and go back, which say what it says, and whether of these nobody
-- has changed any since.
create or replace function judge_journaled(stands jsonb, earlier jsonb, later jsonb, columns text[])
returns table (of_whom text[], words text[], is_as_merged boolean) language sql immutable parallel safe as $$
  select array_agg(key order by key) filter (where names_whose_it_is(key) and stands -> key = later -> key),
    array_agg(key order by key) filter (where not names_whose_it_is(key)),
    coalesce(bool_and(stands -> key = later -> key) filter (where not names_whose_it_is(key)), true)
  from jsonb_object_keys(earlier) key
  where key = any(columns) and key <> 'version' and earlier -> key is distinct from later -> key
$$;

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

  select judged.of_whom, judged.words, judged.is_as_merged into of_whom, words, is_as_merged
  from judge_journaled(stands, earlier, coalesce(later, stands), columns) judged;
  if later is null or not is_as_merged then words := null; end if;
  if coalesce(of_whom, words) is not null then
    execute format('update %1$I kept set %2$s%3$s from jsonb_populate_record(null::%1$I, $1) as said,
      jsonb_populate_record(null::%1$I, $2) given where %4$s', named,
      (select string_agg(format('%1$I = said.%1$I', key), ', ') from unnest(of_whom || words) key),
      case when words is not null and 'version' = any(columns) then ', version = kept.version + 1' end, is_the_row)
      using earlier, stands;
  end if;
  return case when not is_as_merged then 'CHANGED' end;
end $$;

-- The same of many rows of one table that the merge changed one after the other, and not their keys, in a few statements; of each
-- by the first and the last of its changes.
create or replace function undo_journaled_together(undone uuid, named text, how jsonb, numbers bigint[])
returns table (earlier jsonb, later jsonb, stays text) language plpgsql as $$
declare
  alike record;
begin
  for alike in execute format('
    with changes as (
      select min(number) as place, (array_agg(before order by number))[1] as earlier,
        (array_agg(after order by number desc))[1] as later
      from merge_journal_rows where duplicate = $1 and number = any($2)
      group by (select jsonb_agg(after -> key) from jsonb_array_elements_text(%1$L::jsonb) key)
    ), standing as (
      select changes.*, to_jsonb(kept) as stands
      from changes cross join lateral jsonb_populate_record(null::%2$I, changes.later) given join %2$I kept on %3$s
      for update of kept
    ), judged as (
      select standing.*, judged.of_whom, judged.words, judged.is_as_merged
      from standing cross join lateral judge_journaled(standing.stands, standing.earlier, standing.later, $3) judged
    )
    select array_agg(earlier) as earliest, array_agg(later) as latest, array_agg(stands) as standing, is_as_merged,
      of_whom || case when is_as_merged then words end as columns, is_as_merged and words is not null as is_said
    from judged group by 4, 5, 6
    union all
    select array_agg(earlier), array_agg(later), null, false, null, false from changes
    where place not in (select place from standing) having count(*) > 0',
    how ->> 'key', named, how ->> 'is_the_row')
    using undone, numbers, array(select jsonb_array_elements_text(how -> 'columns'))
  loop
    if cardinality(alike.columns) > 0 then
      execute format('update %1$I kept set %2$s%3$s
        from unnest($1::jsonb[], $2::jsonb[]) as pair (earlier, stands)
        cross join lateral jsonb_populate_record(null::%1$I, pair.earlier) said
        cross join lateral jsonb_populate_record(null::%1$I, pair.stands) given where %4$s', named,
        (select string_agg(format('%1$I = said.%1$I', key), ', ') from unnest(alike.columns) key),
        case when alike.is_said and how -> 'columns' ? 'version' then ', version = kept.version + 1' end, how ->> 'is_the_row')
        using alike.earliest, alike.standing;
    end if;
    continue when alike.is_as_merged;
    return query select pair.*, case when alike.standing is null then 'GONE' else 'CHANGED' end
      from unnest(alike.earliest, alike.latest) pair;
  end loop;
end $$;

-- Gives back rows of which the merge changed nothing but whose they are; each column where nobody has changed it since. Answers the
-- keys of those that are gone.
create or replace function undo_moved(named text, how jsonb, earlier jsonb, later jsonb, keys jsonb)
returns setof jsonb language plpgsql as $$
begin
  execute format('
    update %1$I kept set %2$s
    from jsonb_populate_recordset(null::%1$I, $1) given, jsonb_populate_record(null::%1$I, $2) said,
      jsonb_populate_record(null::%1$I, $3) merged
    where %3$s and (%4$s)', named,
    (select string_agg(format('%1$I = case when kept.%1$I is not distinct from merged.%1$I then said.%1$I else kept.%1$I end', col), ', ')
      from jsonb_object_keys(earlier) col where how -> 'columns' ? col),
    how ->> 'is_the_row',
    (select string_agg(format('kept.%1$I is not distinct from merged.%1$I', col), ' or ')
      from jsonb_object_keys(earlier) col where how -> 'columns' ? col))
    using keys, earlier, later;
  return query execute format('
    select key from jsonb_array_elements($1) key cross join lateral jsonb_populate_record(null::%1$I, key) given
    where not exists (select from %1$I kept where %2$s)', named, how ->> 'is_the_row') using keys;
end $$;

-- Of what a merge wrote what comes next in reverse, no more of it than a statement may take. First it is two families again, or what
-- is given back would follow the survivor; last what was refused before.
create or replace function written_last(undone uuid)
returns table (number bigint, table_name text, kind text, was_refused boolean, place bigint) language sql stable as $$
  select weighed.number, weighed.table_name, weighed.kind, weighed.was_refused, weighed.place
  from (
    select written.*, sum(written.weight) over (order by written.place) - written.weight as before_it
    from (
      select each.number, each.table_name, each.was_refused, coalesce(jsonb_array_length(each.keys), 5) as weight,
        case when each.keys is not null then 'MOVE' when num_nonnulls(each.before, each.after) = 2 then 'CHANGE' else 'ROW' end as kind,
        row_number() over (order by each.was_refused,
          each.table_name in ('families', 'known_families', 'adults', 'children') desc, each.number desc) as place
      from merge_journal_rows each where each.duplicate = undone
      order by place limit 100
    ) written
  ) weighed where weighed.before_it < 500
$$;

-- Gives back, in reverse, all that a merge wrote and that still stands as it left it. What a constraint keeps from going back stays.
-- Of many rows together where they were changed together. What was looked at is struck out.
create or replace function undo_merge(undone uuid, histories text[])
returns table (named text, earlier jsonb, later jsonb, stays text) language plpgsql as $$
declare
  run record;
  step record;
  how jsonb;
  key jsonb;
  is_done boolean;
  one_by_one int := 0;
begin
  for run in
    select parted.table_name, parted.kind, parted.was_refused, array_agg(parted.number) as numbers, min(parted.place) as place
    from (
      select written.*, written.place - row_number() over (
        partition by written.table_name, written.kind, written.was_refused order by written.place) as part
      from written_last(undone) written
    ) parted
    group by parted.table_name, parted.kind, parted.was_refused, parted.part order by 5
  loop
    how := how_to_give_back(run.table_name);
    named := run.table_name;
    is_done := false;
    -- What was postponed since waits for its second turn.
    continue when not run.was_refused and exists (
      select from merge_journal_rows written
      where written.duplicate = undone and written.number = any(run.numbers) and written.was_refused);
    if run.kind = 'CHANGE' and cardinality(run.numbers) > 1 and not exists (
      select from merge_journal_rows written cross join lateral jsonb_array_elements_text(how -> 'key') as part (col)
      where written.duplicate = undone and written.number = any(run.numbers) and written.before -> col <> written.after -> col)
    then
      begin
        for step in select * from undo_journaled_together(undone, run.table_name, how, run.numbers)
        loop
          earlier := step.earlier; later := step.later; stays := step.stays;
          return next;
        end loop;
        is_done := true;
      exception when integrity_constraint_violation or raise_exception then
        is_done := false;
      end;
    end if;
    for step in
      select written.* from merge_journal_rows written
      where not is_done and written.duplicate = undone and written.number = any(run.numbers) order by written.number desc
    loop
      if run.kind = 'MOVE' then
        begin
          for key in select undo_moved(run.table_name, how, step.before, step.after, step.keys) loop
            earlier := key; later := key; stays := 'GONE';
            return next;
          end loop;
        exception when integrity_constraint_violation or raise_exception then
          if not run.was_refused then
            -- With what was written of the table before, or a row would be given back past what was written of it later.
            update merge_journal_rows kept set was_refused = true
            where kept.duplicate = undone and kept.table_name = run.table_name and kept.number <= step.number;
            exit;
          end if;
          -- One of them at least: the others go back all the same.
          for key in select jsonb_array_elements(step.keys) loop
            stays := null;
            begin
              if exists (select undo_moved(run.table_name, how, step.before, step.after, jsonb_build_array(key))) then
                stays := 'GONE';
              end if;
            exception when integrity_constraint_violation or raise_exception then
              stays := 'REFUSED';
            end;
            continue when stays is null;
            earlier := key; later := key;
            return next;
          end loop;
          one_by_one := one_by_one + jsonb_array_length(step.keys);
        end;
        continue;
      end if;
      begin
        stays := undo_journaled(run.table_name, how, step.before, step.after, histories);
      exception when integrity_constraint_violation or raise_exception then
        if not run.was_refused then
          update merge_journal_rows kept set was_refused = true
          where kept.duplicate = undone and kept.table_name = run.table_name and kept.number <= step.number;
          exit;
        end if;
        stays := 'REFUSED';
      end;
      one_by_one := one_by_one + 1;
      continue when stays is null;
      earlier := step.before; later := step.after;
      return next;
    end loop;
    delete from merge_journal_rows struck
    where struck.duplicate = undone and struck.number = any(run.numbers)
      and (run.was_refused or not struck.was_refused);
    exit when one_by_one > 100;
  end loop;
end $$;

-- What is written in a file that was merged is a later change: the service point is told of the first, by a job, for this
-- statement may be anybody's. What merging and parting write themselves is none.
create or replace function notice_change_after_merge() returns trigger language plpgsql as $$
declare
  asker text := current_setting('app.role', true);
  changed uuid;
begin
  if coalesce(current_setting('app.merging', true), '') || coalesce(current_setting('app.parting', true), '') <> '' then
    return null;
  end if;
  perform set_config('app.role', 'SERVICE', true);
  for changed in
    update merge_journals set changed_at = now()
    where changed_at is null and survivor in (select family_id from changed_rows) returning duplicate
  loop
    insert into scheduled_jobs (name, key, payload, run_at)
    values ('tell-merge-changed', changed, jsonb_build_object('duplicateId', changed), 'epoch')
    on conflict (name, key) do update set run_at = excluded.run_at, attempts = 0, problem = null;
  end loop;
  perform set_config('app.role', asker, true);
  return null;
end $$;

-- In these tables of an agency, of which each names a family.
create or replace function notice_changes_after_merges(named text[]) returns void language plpgsql as $$
declare
  each text;
  kind text;
begin
  foreach each in array named loop
    foreach kind in array array['insert', 'update'] loop
      execute format('create or replace trigger noticed_after_a_merge_%1$s after %1$s on %2$I
        referencing new table as changed_rows for each statement execute function notice_change_after_merge()', kind, each);
    end loop;
  end loop;
end $$;
