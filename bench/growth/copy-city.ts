import type pg from 'pg';

/**
 * A city as large as one likes in minutes: every row of a small city so many times, told apart by the first signs of
 * its ids, the number of its family and the name of whoever signs in. What belongs to the city as a whole stays single.
 */

/** Of no family and no centre, or of what happened while the small city was made. */
const SINGLE =
  /^(access_log|schema_files|districts|district_services|city_settings|listed_centres|subscribers|scheduled_jobs|school_periods|closed_quarters|outbox|event_numbers|dead_letters|delivery_positions|inbox_positions|pending_deliveries|heard_mutations|ended_sessions|changes|merges?_|parted_|session_endings|signed_in|take_overs|family_lookups|lookup_handles)/;
const OF_SINGLE = /^district_ids?$/;
const SIGNS_IN = /^(sub|advisor_id|\w+_sub)$/;
const NUMBER_OF_FAMILY = 'reference';

/** So many values have the first three signs of an id, which each copy counts on from those of the first city. */
const FIRST_SIGNS = 0x1000;
const MOST_COPIES = FIRST_SIGNS - 1;

type Column = { readonly name: string; readonly type: string };
type Table = { readonly name: string; readonly columns: readonly Column[] };

const TABLES = `
  select relname as name, json_agg(json_build_object('name', attname, 'type', format_type(atttypid, null)) order by attnum) as columns
  from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
  group by relname order by relname`;

const MOVED = `(lpad(to_hex((('x' || substr(id::text, 1, 3))::bit(12)::integer + copy) % ${FIRST_SIGNS}), 3, '0')
  || substr(id::text, 4))::uuid`;

/** What stands in a copy where this stood. */
const copied = ({ name, type }: Column, perCopy: number): string => {
  const own = `"${name}"`;
  if (OF_SINGLE.test(name)) return own;
  if (type === 'uuid') return MOVED.replaceAll('id::text', `${own}::text`);
  if (type === 'uuid[]') return `array(select ${MOVED} from unnest(${own}) id)`;
  if (name === NUMBER_OF_FAMILY)
    return `'NAN-' || to_char(split_part(${own}, '-', 2)::bigint + copy * ${perCopy}, 'FM9999000000')`;
  if (SIGNS_IN.test(name)) return `${own} || '-copy-' || copy`;
  return own;
};

const copyTable = ({ name, columns }: Table, { copies, perCopy }: Copies): string => `
  insert into "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')})
  select ${columns.map((column) => copied(column, perCopy)).join(', ')}
  from "${name}", generate_series(1, ${copies}) copy`;

/** What is slower to keep than to make anew: those that others refer to come last when they go, first when they come. */
const CONSTRAINTS = `
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('f', 'p', 'u', 'x') and conparentid = 0
    and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1))
  order by contype = 'f', contype <> 'p'`;
const INDEXES = `
  select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'public' and tablename = any($1)
    and not exists (select from pg_constraint where conindid = format('public.%I', indexname)::regclass)`;

type Made = { readonly table: string; readonly name: string; readonly definition: string };

const without = async (
  client: pg.ClientBase,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> => {
  const constraints = (await client.query<Made>(CONSTRAINTS, [tables])).rows;
  const indexes = (await client.query<Made>(INDEXES, [tables])).rows;
  for (const { table, name } of constraints.toReversed())
    await client.query(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes) await client.query(`drop index "${name}"`);
  await work();
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of constraints)
    await client.query(`alter table ${table} add constraint "${name}" ${definition}`);
};

type Copies = {
  readonly copies: number;
  /** How many numbers of families a copy takes. */
  readonly perCopy: number;
};

/** Adds so many copies of what an agency's database holds. Asks as the superuser, while nobody else does. */
export const copyAgency = async (client: pg.ClientBase, by: Copies): Promise<void> => {
  if (by.copies > MOST_COPIES) throw new Error(`At most ${MOST_COPIES} copies.`);
  const tables = (await client.query<Table>(TABLES)).rows.filter(({ name }) => !SINGLE.test(name));
  await client.query("set session_replication_role = 'replica'");
  await client.query("set maintenance_work_mem = '1GB'");
  await client.query('set synchronous_commit = off');
  const names = tables.map(({ name }) => name);
  await without(client, names, async () => {
    for (const table of tables) await client.query(copyTable(table, by));
  });
  await client.query('vacuum analyze');
};
