import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { instant, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { leafOf } from './seal.ts';
import type { KeptHead, Seal, SealedRow } from './seal-check.rules.ts';

const DIGEST_BYTES = 32;

/** Every column of a row, in this order: what stands in the log of old was digested with it. */
const LEAF = `json_build_array(
  number::text, (extract(epoch from written_at) * 1000000)::bigint::text, id::text,
  (extract(epoch from at) * 1000)::bigint::text, request_id, sub, name, role, agency, purpose, family::text, outcome,
  categories::text, relation)`;

const LogRow = rowOf({
  number: ['number', z.int()],
  month: [`to_char(written_at at time zone 'UTC', 'YYYY-MM')`, z.string()],
  columns: [LEAF, z.array(z.string())],
});

/** A row with its month. */
export type LoggedRow = SealedRow & { readonly month: string };

const ROWS_BETWEEN = `
  select ${LogRow.columns} from access_log where number > $1 and number <= $2 order by number, written_at limit $3`;

const BEFORE_ALL = String(-(2n ** 63n));
const ALL = String(2n ** 63n - 1n);

/** The rows behind one number, which is `null` before the first seal, up to another. */
export const rowsBetween = async (
  db: Database,
  after: number | null,
  upTo: number,
  most: number | null = null,
): Promise<LoggedRow[]> => {
  const rows = await rowsOf(db, LogRow, ROWS_BETWEEN, [after ?? BEFORE_ALL, upTo, most ?? ALL]);
  return rows.map(({ number, month, columns }) => ({ number, month, leaf: leafOf(columns) }));
};

const SealRow = rowOf({
  number: ['number', z.int()],
  sealedAt: ['sealed_at', instant],
  upTo: ['up_to', z.int()],
  numbers: ['to_json(numbers)', z.array(z.int())],
  leaves: [`encode(leaves, 'hex')`, z.string()],
  months: ['months', z.record(z.string(), z.int())],
  letGo: ['let_go', z.array(z.string())],
  root: ['root', z.string()],
  head: ['head', z.string()],
});

const SEALS_AFTER = `select ${SealRow.columns} from access_log_seals where number > $1 order by number limit $2`;
const LAST_SEAL = `select ${SealRow.columns} from access_log_seals order by number desc limit 1`;

const sealOf = ({ numbers, leaves, ...seal }: z.output<typeof SealRow.type>): Seal => ({
  ...seal,
  rows: numbers.map((number, index) => ({
    number,
    leaf: leaves.slice(index * DIGEST_BYTES * 2, (index + 1) * DIGEST_BYTES * 2),
  })),
});

export const sealsAfter = async (db: Database, number: number, most: number): Promise<Seal[]> =>
  (await rowsOf(db, SealRow, SEALS_AFTER, [number, most])).map(sealOf);

export const lastSeal = async (db: Database): Promise<Seal | null> => {
  const [row] = await rowsOf(db, SealRow, LAST_SEAL);
  return row ? sealOf(row) : null;
};

const INSERT = `
  insert into access_log_seals (number, sealed_at, up_to, numbers, leaves, months, let_go, root, head)
  values ($1, $2, $3, $4::bigint[], decode($5, 'hex'), $6::jsonb, $7, $8, $9)`;

export const insertSeal = async (tx: Transaction, seal: Seal): Promise<void> => {
  const { number, sealedAt, upTo, rows, months, letGo, root, head } = seal;
  const numbers = rows.map((row) => row.number);
  const leaves = rows.map(({ leaf }) => leaf).join('');
  await tx.query(INSERT, [
    ...[number, sealedAt, upTo, numbers, leaves],
    ...[JSON.stringify(months), [...letGo], root, head],
  ]);
};

/** One process of the agency seals at a time. */
export const holdSealing = async (tx: Transaction): Promise<void> => {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('access log is sealed', 0))");
};

const NumberRow = rowOf({
  number: [`coalesce(pg_sequence_last_value('access_log_numbers'::regclass), 0)`, z.int()],
});
const LAST_NUMBER = `select ${NumberRow.columns}`;

/** The number that was given last, whether or not its row can be seen yet. */
export const lastNumber = async (tx: Transaction): Promise<number> => {
  const [row] = await rowsOf(tx, NumberRow, LAST_NUMBER);
  return row?.number ?? 0;
};

const WriterRow = rowOf({ writer: ['virtualtransaction', z.string()] });

/** A row is given its number under this lock, and shows before the lock is gone. */
const WRITERS = `
  select ${WriterRow.columns} from pg_locks
  where locktype = 'relation' and relation = 'access_log'::regclass and mode = 'RowExclusiveLock' and granted
    and database = (select oid from pg_database where datname = current_database())`;

/** The transactions that write into the log just now. */
export const writersNow = async (tx: Transaction): Promise<string[]> =>
  (await rowsOf(tx, WriterRow, WRITERS)).map(({ writer }) => writer);

const LetGoRow = rowOf({ month: ['month', z.string()] });
const LET_GO = `select ${LetGoRow.columns} from access_log_months_let_go order by month`;
const LET_GO_UNSAID = `
  select ${LetGoRow.columns} from access_log_months_let_go
  where not exists (select from access_log_seals where month = any(let_go)) order by month`;

const monthsIn = async (db: Database, sql: string): Promise<string[]> =>
  (await rowsOf(db, LetGoRow, sql)).map(({ month }) => month);

/** The months that somebody let go as a whole. */
export const monthsLetGo = (db: Database): Promise<string[]> => monthsIn(db, LET_GO);

/** Those that no seal says yet. */
export const monthsToSay = (db: Database): Promise<string[]> => monthsIn(db, LET_GO_UNSAID);

const KEEP = `
  insert into access_log_heads (source, number, up_to, head) values ($1, $2, $3, $4)
  on conflict (source, number, head) do nothing`;

export type ToldHead = Pick<Seal, 'number' | 'upTo' | 'head'>;

/** Keeps what another agency told of its log. */
export const keepHead = async (
  tx: Transaction,
  source: string,
  { number, upTo, head }: ToldHead,
): Promise<void> => {
  await tx.query(KEEP, [source, number, upTo, head]);
};

const HeadRow = rowOf({
  source: ['source', z.string()],
  number: ['number', z.int()],
  head: ['head', z.string()],
});
const HEADS = `select ${HeadRow.columns} from access_log_heads order by source, number, told_at`;

/** What an agency keeps of the logs of the others. */
export const headsKept = async (
  db: Database,
  keptBy: string,
): Promise<(KeptHead & { readonly source: string })[]> =>
  (await rowsOf(db, HeadRow, HEADS)).map((row) => ({ ...row, keptBy }));

const NEWEST = 20;
const NewestRow = rowOf({
  number: ['number', z.int()],
  sealedAt: ['sealed_at', instant],
  upTo: ['up_to', z.int()],
  head: ['head', z.string()],
});
const NEWEST_SEALS = `select ${NewestRow.columns} from access_log_seals order by number desc limit ${NEWEST}`;

/** The newest seals, without their rows. */
export const newestSeals = (db: Database): Promise<z.output<typeof NewestRow.type>[]> =>
  rowsOf(db, NewestRow, NEWEST_SEALS);

const NewestHeadRow = rowOf({
  source: ['source', z.string()],
  number: ['max(number)', z.int()],
  head: ['(array_agg(head order by number desc, told_at desc))[1]', z.string()],
  toldAt: ['(array_agg(told_at order by number desc, told_at desc))[1]', instant],
  isContradicted: ['count(*) > count(distinct number)', z.boolean()],
});
const NEWEST_HEADS = `select ${NewestHeadRow.columns} from access_log_heads group by source order by source`;

/** Of each other agency's log the newest head that was told. */
export const newestHeads = (db: Database): Promise<z.output<typeof NewestHeadRow.type>[]> =>
  rowsOf(db, NewestHeadRow, NEWEST_HEADS);

const UnsealedRow = rowOf({
  rows: ['count(*)::int', z.int()],
  since: ['min(written_at)', instant.nullable()],
});
const UNSEALED = `select ${UnsealedRow.columns} from access_log where number > $1`;

/** What no seal covers yet. */
export const unsealedAfter = async (
  db: Database,
  upTo: number,
): Promise<{ readonly rows: number; readonly since: Date | null }> => {
  const [row] = await rowsOf(db, UnsealedRow, UNSEALED, [upTo]);
  return row ?? { rows: 0, since: null };
};
