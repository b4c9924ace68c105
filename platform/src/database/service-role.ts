import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { ConfigError, type Environment } from '../config.ts';
import { patiently } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';

/**
 * Gives the role that a service signs in with what it needs, and takes what it does not: it reads and writes rows, and
 * makes, changes and empties no table (docs/decisions/0063-the-service-owns-nothing.md).
 */
const LET_SERVICE_IN = `
create or replace function pg_temp.let_service_in(service name) returns void language plpgsql as $$
declare
  -- Of these a service may add rows, and change none.
  added_to_only constant name[] := 
    array['access_log', 'access_log_seals', 'access_log_heads', 'session_endings'];
  read_only constant name[] := array['schema_files', 'migrations', 'access_log_months_let_go'];
  all_privileges constant text[] :=
    array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'];
  object record;
  privilege text;
  wanted boolean;
begin
  execute format('revoke create, temporary on database %I from public', current_database());
  execute format('grant connect on database %I to %I', current_database(), service);
  execute format('revoke create on schema public from public, %I', service);
  execute format('grant usage on schema public, graphile_worker to %I', service);
  for object in
    -- The months of a log are reached through the log alone.
    select class.oid, class.oid::regclass as name, class.relname from pg_class class
    where class.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
      and class.relkind in ('r', 'p', 'v', 'm') and not class.relispartition
  loop
    foreach privilege in array all_privileges loop
      wanted := case
        when object.relname = any(read_only) then privilege = 'select'
        when object.relname = any(added_to_only) then privilege in ('select', 'insert')
        else privilege in ('select', 'insert', 'update', 'delete') end;
      continue when has_table_privilege(service, object.oid, privilege) = wanted;
      execute format(
        case when wanted then 'grant %s on %s to %I' else 'revoke %s on %s from %I' end,
        privilege, object.name, service);
    end loop;
  end loop;
  for object in
    select class.oid::regclass as name from pg_class class
    where class.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
      and case when class.relkind = 'S' then not has_sequence_privilege(service, class.oid, 'usage') end
  loop
    execute format('grant usage on sequence %s to %I', object.name, service);
  end loop;
  -- Those that do more than their caller may are closed to all others.
  for object in
    select proc.oid::regprocedure as name from pg_proc proc
    where proc.pronamespace = 'public'::regnamespace and not has_function_privilege(service, proc.oid, 'execute')
  loop
    execute format('grant execute on function %s to %I', object.name, service);
  end loop;
  -- The queue's tables show their rows to nobody but their owner.
  for object in
    select class.oid::regclass as name from pg_class class
    where class.relnamespace = 'graphile_worker'::regnamespace and class.relrowsecurity
      and not exists (
        select from pg_policy policy
        where policy.polrelid = class.oid and to_regrole(quote_ident(service)) = any(policy.polroles))
  loop
    execute format('create policy %I on %s to %I using (true) with check (true)',
      service || '_works', object.name, service);
  end loop;
end $$`;

/** Asked by the owner of the tables, on one connection, whenever they may have changed. */
export const letServiceIn = async (owner: DataSource, role: string): Promise<void> =>
  owner.transaction(async (tx) => {
    await tx.query(LET_SERVICE_IN);
    await tx.query('select pg_temp.let_service_in($1)', [role]);
  });

const PowerRow = rowOf({
  isSuperuser: ['rolsuper', z.boolean()],
  passesWalls: ['rolbypassrls', z.boolean()],
  makesRoles: ['rolcreaterole or rolcreatedb', z.boolean()],
  owns: [
    `exists (select from pg_class where relkind in ('r', 'p', 'v', 'm', 'S') and pg_has_role(relowner, 'member'))
      or exists (select from pg_database where datname = current_database() and pg_has_role(datdba, 'member'))`,
    z.boolean(),
  ],
  makesTables: [
    `has_database_privilege(current_database(), 'create') or has_database_privilege(current_database(), 'temporary')
      or exists (select from pg_namespace where has_schema_privilege(oid, 'create'))`,
    z.boolean(),
  ],
});

const powers = {
  isSuperuser: 'is a superuser',
  passesWalls: 'passes row-level security by',
  makesRoles: 'makes roles or databases',
  owns: 'owns tables, or the database',
  makesTables: 'could make tables',
} as const satisfies Record<keyof z.output<typeof PowerRow.type>, string>;

/** What the role that is signed in could do beyond reading and writing rows, in words. */
const powersOf = async (db: Pick<DataSource, 'query'>): Promise<string[]> => {
  const [role] = await rowsOf(
    db,
    PowerRow,
    `select ${PowerRow.columns} from pg_roles where rolname = current_user`,
  );
  const names = Object.keys(powers) as (keyof typeof powers)[];
  return names.filter((name) => role?.[name] ?? true).map((name) => powers[name]);
};

/** In production a service does not start that could do more than it needs: whoever took it over could as well. */
export const refusePowers = async (
  db: Pick<DataSource, 'query'>,
  { NODE_ENV }: Environment = process.env,
): Promise<void> => {
  if (NODE_ENV !== 'production') return;
  const found = await patiently(() => powersOf(db));
  if (found.length === 0) return;
  throw new ConfigError([
    `DATABASE_URL: its role ${found.join(', ')}; name one that only reads and writes rows`,
  ]);
};

/** With which role an address signs in. */
export const roleIn = (url: string): string => {
  const role = decodeURIComponent(new URL(url).username);
  if (!role) throw new ConfigError(['DATABASE_URL: name the role that signs in']);
  return role;
};
