import { z } from 'zod';
import { movingAsService } from '../database/asking.ts';
import { hasRows, id, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';

export type MergedPair = { readonly duplicateId: string; readonly survivorId: string };

const TOLD_WHOLE = (table: string): string => `'${table}',
  (select coalesce(jsonb_agg(to_jsonb(told)), '[]') from ${table} told where family_id in ($1, $2))`;

const FORGET = 'delete from merge_journals where duplicate = $1';
const BEGIN = (tables: readonly string[]): string => `
  insert into merge_journals (duplicate, survivor, merged_at, kept_until, told_whole)
  values ($1::uuid, $2::uuid, $3, $4, jsonb_build_object(${tables.map(TOLD_WHOLE).join(', ')}))`;
const WRITE_FOR = "select set_config('app.merging', $1, true)";

export type JournalOptions = {
  readonly now: Date;
  /** What was merged is forgotten then. */
  readonly keptForDays: number;
  /** Besides who follows the families: tables whose rows of a family another agency tells as a whole. */
  readonly alsoToldWhole?: readonly string[];
};

const DAY_MS = 86_400_000;

/** From here on all that the transaction writes is written down as the merge's, whatever writes it; until `endJournal`. */
export const beginJournal = async (
  tx: Transaction,
  { duplicateId, survivorId }: MergedPair,
  { now, keptForDays, alsoToldWhole = [] }: JournalOptions,
): Promise<void> => {
  const whole = movingAsService(tx);
  const keptUntil = new Date(now.getTime() + keptForDays * DAY_MS);
  await whole.query(FORGET, [duplicateId]);
  await whole.query(BEGIN(['followers', ...alsoToldWhole]), [duplicateId, survivorId, now, keptUntil]);
  await whole.query(WRITE_FOR, [duplicateId]);
};

export const endJournal = async (tx: Transaction): Promise<void> => {
  await movingAsService(tx).query(WRITE_FOR, ['']);
};

const JournalRow = rowOf({
  survivorId: ['survivor', id],
  mergedAt: ['merged_at', z.date()],
  keptUntil: ['kept_until', z.date()],
  /** Who followed the survivor before, by a relation that had no end. */
  followedSurvivor: [
    `(select coalesce(jsonb_agg(told -> 'sub'), '[]') from jsonb_array_elements(told_whole -> 'followers') told
      where told ->> 'family_id' = survivor::text and told ->> 'to_on' is null)`,
    z.string().array(),
  ],
  /** Who was in the team of the duplicate before, and not in that of the survivor. */
  onlyInDuplicatesTeam: [
    `(select coalesce(jsonb_agg(distinct told -> 'sub'), '[]') from jsonb_array_elements(told_whole -> 'followers') told
      where told ->> 'relation' = 'TEAM' and told ->> 'family_id' = duplicate::text and not exists (
        select from jsonb_array_elements(told_whole -> 'followers') other
        where other ->> 'relation' = 'TEAM' and other ->> 'family_id' = survivor::text and other -> 'sub' = told -> 'sub'))`,
    z.string().array(),
  ],
});
export type MergeJournal = RowFrom<typeof JournalRow>;

const LOCK = `select ${JournalRow.columns} from merge_journals where duplicate = $1 for update`;

/** What is kept of a merge, held until commit. */
export const lockJournal = async (tx: Transaction, duplicateId: string): Promise<MergeJournal | null> => {
  const [journal] = await rowsOf(movingAsService(tx), JournalRow, LOCK, [duplicateId]);
  return journal ?? null;
};

export const forgetJournal = async (tx: Transaction, duplicateId: string): Promise<void> => {
  await movingAsService(tx).query(FORGET, [duplicateId]);
};

const FORGET_OLD = 'delete from merge_journals where kept_until <= $1';
/** Longer than anything that was told stays on its way. */
const FORGET_PARTED = "delete from parted_followers where parted_at <= $1::timestamptz - interval '60 days'";

/** What was kept of merges that are not undone any more. */
export const forgetOldJournals = async (tx: Transaction, now: Date): Promise<void> => {
  await tx.query(FORGET_OLD, [now]);
  await tx.query(FORGET_PARTED, [now]);
};

const StayingRow = rowOf({
  table: ['named', z.string()],
  rowId: ["coalesce(later, earlier) ->> 'id'", z.string().nullable()],
  stays: ['stays', z.enum(['CHANGED', 'GONE', 'REFUSED'])],
});
/** A row that could not be given back as it was: changed or gone since, or refused by a constraint. */
export type StayingRow = RowFrom<typeof StayingRow>;

const HAS_ROWS = 'select from merge_journal_rows where duplicate = $1 limit 1';
const UNDO = `select ${StayingRow.columns} from undo_merge($1, $2)`;

/** Gives back all that the merge wrote and that stands as it left it. Of `histories` nothing is taken away. */
export const undoJournal = async (
  tx: Transaction,
  duplicateId: string,
  histories: readonly string[],
): Promise<StayingRow[]> => {
  const whole = movingAsService(tx);
  const staying: StayingRow[] = [];
  while (await hasRows(whole, HAS_ROWS, [duplicateId]))
    staying.push(...(await rowsOf(whole, StayingRow, UNDO, [duplicateId, histories])));
  return staying;
};

const FORGET_ROWS = `
  delete from merge_journal_rows where table_name = any($2)
    and duplicate in (select duplicate from merge_journals where $1 in (duplicate, survivor))`;
const FORGET_TOLD = `
  update merge_journals set told_whole = told_whole - $2::text[] where $1 in (duplicate, survivor)`;

/** What may not be known of a family is not kept of its merges either. */
export const forgetJournaled = async (
  tx: Transaction,
  familyId: string,
  tables: readonly string[],
): Promise<void> => {
  const whole = movingAsService(tx);
  for (const statement of [FORGET_ROWS, FORGET_TOLD]) await whole.query(statement, [familyId, tables]);
};

const WAS = `
  was as (
    select told.* from merge_journals,
      jsonb_to_recordset(told_whole -> 'followers') as told
        (family_id uuid, sub text, relation text, from_on date, to_on date, adult_id uuid, until timestamptz)
    where duplicate = $1
  )`;

/**
 * Whoever followed the one only follows the other no more; who followed the duplicate follows it again unless that ended since. What
 * restricts or bars is the duplicate's again in any case, what restricts or bars since then is of both, and both stay with both,
 * until their owner tells of each.
 */
const PART_FOLLOWERS = `
  with ${WAS}, parted as (
    insert into parted_followers (file, sub, relation, duplicate, parted_at)
    select distinct $2::uuid, sub, relation, $1::uuid, $3::timestamptz from was
    where family_id = $1 and relation not in ('NAMED', 'BARRED')
      and not exists (select from was other
        where other.family_id = $2 and (other.sub, other.relation) = (was.sub, was.relation))
    on conflict (file, sub, relation) do update set duplicate = excluded.duplicate, parted_at = excluded.parted_at
    returning sub, relation
  ), gone as (
    delete from followers kept using parted
    where kept.family_id = $2 and (kept.sub, kept.relation) = (parted.sub, parted.relation)
  ), still as (
    select sub, relation, max(coalesce(to_on, 'infinity')) as to_on from followers where family_id = $2 group by sub, relation
  )
  insert into followers (family_id, sub, relation, from_on, to_on, adult_id, until)
  select $1::uuid, was.sub, was.relation, was.from_on,
    nullif(greatest(was.from_on, least(coalesce(was.to_on, 'infinity'), coalesce(still.to_on, 'infinity'))), 'infinity'),
    was.adult_id, was.until
  from was left join still using (sub, relation)
  where was.family_id = $1 and (still.sub is not null or was.relation in ('NAMED', 'BARRED'))
  union
  select $1::uuid, sub, relation, from_on, to_on, adult_id, until from followers since
  where family_id = $2 and relation in ('NAMED', 'BARRED')
    and not exists (select from was where (was.sub, was.relation) = (since.sub, since.relation))
  on conflict (family_id, sub, relation, from_on, adult_id) do nothing`;

/** Who follows each of two files that are two again, until those who own the relations tell of each. */
export const partFollowers = async (
  tx: Transaction,
  { duplicateId, survivorId }: MergedPair,
  now: Date,
): Promise<void> => {
  await movingAsService(tx).query(PART_FOLLOWERS, [duplicateId, survivorId, now]);
};
