import { movingAsService } from '@relais/platform/database/asking.ts';
import { type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';
import type { ChangedRow } from './undo-merge.rules.ts';

/** What says nothing of a change of a file: what is worked out of the rest, told, or kept of how it was read. */
const NOT_OF_FILES = [
  ...['changes', 'outbox', 'pending_deliveries', 'delivery_positions', 'inbox_positions', 'event_numbers'],
  ...['dead_letters', 'merge_journals', 'merge_journal_rows', 'merge_prints', 'merges_taken'],
  ...['care_steps', 'published_covers', 'settled_covers', 'cover_notes', 'sealed_covers', 'kept_priorities'],
  ...['registration_requests', 'followers', 'parted_followers', 'objections', 'known_income_support'],
  'known_milestones',
];

const names = z.string().array();
const TableRow = rowOf({
  table: ['rel.relname', z.string()],
  key: ['keys.key', names],
  /** By which of its columns it names a family, or somebody in it. */
  naming: ['columns.naming', names],
  /** What it belongs to otherwise. */
  links: ['links.links', z.object({ column: z.string(), parent: z.string() }).array()],
});
type FileTable = RowFrom<typeof TableRow>;

/**
 * Whoever added a table need not know of merges: the catalogue tells what it names, and what it belongs to. A file that was split off
 * one of the two before is neither's: what changes in it is no change of them.
 */
const TABLES = `
  select ${TableRow.columns}
  from pg_class rel
  cross join lateral (
    select coalesce(array_agg(attname::text order by attnum), '{}') as naming from pg_attribute
    where attrelid = rel.oid and attnum > 0 and not attisdropped and atttypid = 'uuid'::regtype
      and (attname ~ '(^|_)(family|child|adult|subject)_id$' and attname <> 'split_from_family_id'
        or attname = 'id' and rel.relname in ('families', 'adults', 'children'))
  ) columns
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('column', attname, 'parent', confrelid::regclass)), '[]') as links
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where conrelid = rel.oid and contype = 'f' and cardinality(conkey) = 1 and confrelid <> conrelid
  ) links
  join lateral (
    select array_agg(attname::text order by attnum) as key
    from pg_index join pg_attribute on attrelid = rel.oid and attnum = any(indkey)
    where indrelid = rel.oid and indisprimary
  ) keys on keys.key is not null
  where rel.relnamespace = 'public'::regnamespace and rel.relkind = 'r' and not rel.relispartition
    and rel.relname <> all($1::text[]) and rel.relname !~ '^access_log'
  order by rel.relname`;

/** SQL: which rows of a table are of the files `$1`; `null` where none can be. */
const ofFiles = ({ naming, links }: FileTable, known: ReadonlyMap<string, string>): string | null => {
  if (naming.length > 0) return naming.map((column) => `"${column}" = any($1::uuid[])`).join(' or ');
  const belonging = links.flatMap(({ column, parent }) => {
    const condition = known.get(parent);
    return condition ? [`"${column}" in (select id from ${parent} where ${condition})`] : [];
  });
  return belonging.length > 0 ? belonging.join(' or ') : null;
};

const conditionsOf = (tables: readonly FileTable[]): ReadonlyMap<string, string> => {
  const known = new Map<string, string>();
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const table of tables.filter((each) => !known.has(each.table))) {
      const condition = ofFiles(table, known);
      if (condition) known.set(table.table, condition);
    }
  }
  return known;
};

/** `part` is SQL: which of the keys of a table are looked at, where its rows are too many for one statement. */
type Printed = { readonly table: string; readonly rows: string; readonly part?: string };

/** A file of ten years has thousands of bookings, and few rows of anything else. */
const MANY = ['bookings'];
const PARTS = [0, 1, 2, 3].map((part) => `(hashtext(row_key) & 3) = ${part}`);

const inParts = (table: string, rows: string): Printed[] =>
  MANY.includes(table)
    ? PARTS.map((part) => ({ table, part, rows: `select * from (${rows}) keyed where ${part}` }))
    : [{ table, rows }];

/** A version rises also when something else is told; whose advisor it is, who follows says. */
const printedRows = (tables: readonly FileTable[]): Printed[] => {
  const conditions = conditionsOf(tables);
  return tables.flatMap(({ table, key }) => {
    const condition = conditions.get(table);
    if (!condition) return [];
    const rowKey = `concat_ws('/', ${key.map((column) => `"${column}"`).join(', ')})`;
    const print = `md5((to_jsonb(printed) - '{version,advisor_id}'::text[])::text)`;
    const rows = `select ${rowKey} as row_key, ${print} as print, null::timestamptz as ends_at
      from "${table}" printed where ${condition}`;
    return inParts(table, rows);
  });
};

/** They go only where the family objects to their being known, which is seen by itself. */
const milestones: Printed = {
  table: 'known_milestones',
  rows: `select id::text as row_key, md5((to_jsonb(printed) - '{version,advisor_id}'::text[])::text) as print,
      '-infinity'::timestamptz as ends_at
    from known_milestones printed where family_id = any($1::uuid[])`,
};

const followersBy = (isAdvisor: string): string =>
  `select concat_ws('/', sub, relation, from_on, adult_id) as row_key, coalesce(to_on::text, '') as print,
    coalesce(until, to_on::timestamptz) as ends_at
   from followers where family_id = any($1::uuid[]) and (relation = 'ADVISOR') = ${isAdvisor}`;

const advisors: Printed = { table: 'advisors', rows: followersBy('true') };

/** SQL: what was told cannot be read out of its print, nor compared with that of another merge. */
const printOf = (columns: string): string => `md5(concat_ws('/', ($2::uuid)::text, ${columns}))`;

/** What social-protection tells of a family. */
const toldWhole: readonly Printed[] = [
  { table: 'followers', rows: followersBy('false') },
  {
    table: 'objections',
    rows: `select distinct ${printOf('category, agency')} as row_key, '' as print, null::timestamptz as ends_at
      from objections where family_id = any($1::uuid[])`,
  },
  {
    table: 'known_income_support',
    rows: `select ${printOf('starts_on')} as row_key, ${printOf('starts_on, status, ends_on')} as print, null::timestamptz as ends_at
      from known_income_support where family_id = any($1::uuid[])`,
  },
];

/** What the service point keeps itself, and what it knows of each other agency: of that the merge is done once that one has taken it. */
export type Side = 'OWN' | 'employment' | 'social-protection';

const printedOf = async (tx: Transaction, side: Side): Promise<readonly Printed[]> => {
  if (side === 'social-protection') return toldWhole;
  if (side === 'employment') return [milestones, advisors];
  return printedRows(await rowsOf(tx, TableRow, TABLES, [NOT_OF_FILES]));
};

const PeopleRow = rowOf({ ids: ["coalesce(array_agg(id::text), '{}')", names] });
const PEOPLE = `
  select ${PeopleRow.columns} from (
    select unnest($1::uuid[]) as id
    union select id from adults where family_id = any($1::uuid[])
    union select id from children where family_id = any($1::uuid[])
  ) people`;

const idsOf = async (tx: Transaction, familyIds: readonly string[]): Promise<string[]> => {
  const [row] = await rowsOf(tx, PeopleRow, PEOPLE, [familyIds]);
  return row?.ids ?? [];
};

const TAKE = ({ table, rows }: Printed): string => `
  insert into merge_prints (duplicate, table_name, row_key, print, ends_at)
  select $2::uuid, '${table}', row_key, print, ends_at from (${rows}) printed
  on conflict (duplicate, table_name, row_key) do update set print = excluded.print, ends_at = excluded.ends_at`;

/** Who was not there when the files were merged has come since: no print says otherwise. */
const CAME_SINCE = `
  delete from merge_prints using merge_journals
  where merge_prints.duplicate = $1 and merge_journals.duplicate = $1 and table_name = any('{followers,advisors}')
    and not exists (
      select from jsonb_array_elements(told_whole -> 'followers') told
      where starts_with(row_key, concat(told ->> 'sub', '/', told ->> 'relation', '/')))`;
const MILESTONES_SINCE = `
  delete from merge_prints where duplicate = $1 and table_name = 'known_milestones' and row_key <> all($2::text[])`;
const KeyRow = rowOf({ rowKey: ['row_key', z.string()] });
const MILESTONES = `
  select ${KeyRow.columns} from merge_prints where duplicate = $1 and table_name = 'known_milestones'`;

type Files = { readonly duplicateId: string; readonly survivorId: string };

const takeOf = async (
  tx: Transaction,
  { duplicateId, survivorId }: Files,
  all: readonly Printed[],
): Promise<void> => {
  const ids = await idsOf(tx, [duplicateId, survivorId]);
  for (const printed of all) await tx.query(TAKE(printed), [ids, duplicateId]);
};

/** Keeps a print of each row of the files as it stands now, right after they were merged. */
export const takePrints = async (tx: Transaction, files: Files): Promise<void> => {
  const whole = movingAsService(tx);
  await takeOf(whole, files, [...(await printedOf(whole, 'OWN')), milestones]);
};

/** The same of what an agency tells, once it has merged them too: what was not there when they were merged is a later change. */
export const retakePrints = async (
  tx: Transaction,
  files: Files,
  side: Exclude<Side, 'OWN'>,
): Promise<void> => {
  const whole = movingAsService(tx);
  const known = await rowsOf(whole, KeyRow, MILESTONES, [files.duplicateId]);
  await takeOf(whole, files, await printedOf(whole, side));
  await whole.query(CAME_SINCE, [files.duplicateId]);
  await whole.query(MILESTONES_SINCE, [files.duplicateId, known.map(({ rowKey }) => rowKey)]);
};

const CHANGED = ({ table, rows, part = 'true' }: Printed): string => `
  select ${KeyRow.columns} from (${rows}) standing
  full join (select row_key, print, ends_at from merge_prints where duplicate = $2 and table_name = '${table}' and ${part}) taken
    using (row_key)
  where standing.print is distinct from taken.print and not (standing.print is null and taken.ends_at <= $3)
  order by row_key limit 20`;

/** The rows of the files that are other than when their prints were taken: changed, new or gone. */
export const changedRows = async (
  tx: Transaction,
  { duplicateId, survivorId }: Files,
  now: Date,
): Promise<ChangedRow[]> => {
  const whole = movingAsService(tx);
  const ids = await idsOf(whole, [duplicateId, survivorId]);
  const changed: ChangedRow[] = [];
  for (const side of ['OWN', 'employment', 'social-protection'] as const)
    for (const printed of await printedOf(whole, side)) {
      const rows = await rowsOf(whole, KeyRow, CHANGED(printed), [ids, duplicateId, now]);
      changed.push(...rows.map(({ rowKey }) => ({ table: printed.table, rowKey })));
    }
  return changed;
};

const FORGET = `
  delete from merge_prints using merge_journals
  where merge_prints.duplicate = merge_journals.duplicate and $1 in (merge_journals.duplicate, survivor) and table_name = any($2)`;

/** What may not be known of a family has left no print either. */
export const forgetPrints = async (
  tx: Transaction,
  familyId: string,
  tables: readonly string[],
): Promise<void> => {
  await movingAsService(tx).query(FORGET, [familyId, tables]);
};
