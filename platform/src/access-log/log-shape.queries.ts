import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { rowOf, rowsOf } from '../database/rows.ts';

/** How a log can show something else than what is written into it, without a row being changed. */
export const shapeFaults = ['NO_TABLE', 'HIDES_ROWS', 'REWRITTEN', 'NOT_GUARDED', 'OTHER_FUNCTIONS'] as const;

const FaultRow = rowOf({ table: ['name', z.string()], fault: ['fault', z.enum(shapeFaults)] });
export type ShapeFault = { readonly table: string; readonly fault: (typeof shapeFaults)[number] };

/**
 * What is asked here is asked of `pg_catalog` by its name: whoever owns the database may put other tables and functions before
 * ours (`search_path`), a view in the place of a table, or row security before it.
 */
const FAULTS = `
  with named as (
    select name, pg_catalog.to_regclass('public.' || name) as oid, pg_catalog.to_regclass(name) as found
    from pg_catalog.unnest(array['access_log', 'access_log_seals', 'access_log_heads', 'access_log_months_let_go']) as name
  ), parts as (
    select class.relname::text as name, class.oid, class.relkind, class.relrowsecurity
    from pg_catalog.pg_class class
    where class.oid in (select oid from named)
      or class.oid in (select relid from pg_catalog.pg_partition_tree(pg_catalog.to_regclass('public.access_log')))
  ), faults as (
    select name, 'NO_TABLE' as fault from named where oid is null or found is distinct from oid
    union all
    select name, 'NO_TABLE' from parts where relkind not in ('r', 'p')
    union all
    select name, 'HIDES_ROWS' from parts where relrowsecurity
    union all
    select name, 'REWRITTEN' from parts
    where relkind in ('r', 'p') and exists (select from pg_catalog.pg_rewrite where ev_class = parts.oid)
    union all
    select name, 'NOT_GUARDED' from parts
    where relkind in ('r', 'p') and (
      exists (select from pg_catalog.pg_trigger where tgrelid = parts.oid and not tgisinternal and tgenabled not in ('O', 'A'))
      or not exists (select from pg_catalog.pg_trigger where tgrelid = parts.oid and not tgisinternal))
    union all
    select 'pg_catalog', 'OTHER_FUNCTIONS' where (pg_catalog.current_schemas(true))[1] <> 'pg_catalog'
  )
  select ${FaultRow.columns} from faults order by name, fault`;

/** What is wrong with the tables themselves. */
export const faultsOfShape = (db: Database): Promise<ShapeFault[]> => rowsOf(db, FaultRow, FAULTS);
