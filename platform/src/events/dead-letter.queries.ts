import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { hasRows, id, instant, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import type { RelaisEvent } from './event.ts';

export const letterProblems = ['LEAP', 'OTHER_SUBJECT', 'MALFORMED', 'UNKNOWN_TYPE'] as const;
export type LetterProblem = (typeof letterProblems)[number];

/** As `/health/ready` names what arrived and could not be taken, by the agency that sent it. */
export type DeadLetters = Readonly<
  Record<string, { readonly letters: number; readonly oldestSeconds: number }>
>;

const LetterRow = rowOf({
  id: ['id', id],
  source: ['source', z.string()],
  type: ['type', z.string()],
  subject: ['subject', id],
  number: ['number', z.int()],
  event: ['event', z.string()],
  problem: ['problem', z.enum(letterProblems)],
  detail: ['detail', z.string().nullable()],
  arrivedAt: ['arrived_at', instant],
});
export type DeadLetter = RowFrom<typeof LetterRow>;

const KEEP = `
  insert into dead_letters (source, subject, type, about, id, number, event, problem, detail, told_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (source, subject, type, about) do update set
    id = excluded.id, number = excluded.number, event = excluded.event, problem = excluded.problem,
    detail = excluded.detail, told_at = excluded.told_at, arrived_at = case when dead_letters.id = excluded.id then dead_letters.arrived_at else now() end`;

/** Keeps an event that could not be taken, in the place of an earlier one about the same. */
export const keepDeadLetter = async (
  tx: Transaction,
  letter: {
    readonly event: RelaisEvent;
    readonly about: string;
    readonly problem: LetterProblem;
    readonly detail?: string;
  },
): Promise<void> => {
  const { event, about, problem, detail = null } = letter;
  const { source, subject, type, id: eventId, sequence, time } = event;
  const values = [source, subject, type, about, eventId, sequence, JSON.stringify(event), problem, detail];
  await tx.query(KEEP, [...values, time]);
};

const WAITING = `select ${LetterRow.columns} from dead_letters order by source, subject, number`;

/** In the order in which their sources told them. */
export const deadLetters = (db: Pick<Database, 'query'>): Promise<DeadLetter[]> =>
  rowsOf(db, LetterRow, WAITING);

const HOLD = `select ${LetterRow.columns} from dead_letters where id = $1 for update`;

/** The letter, which nobody else can deal with or replace until the transaction ends. */
export const holdDeadLetter = async (tx: Transaction, letterId: string): Promise<DeadLetter | undefined> =>
  (await rowsOf(tx, LetterRow, HOLD, [letterId]))[0];

/** Whether it was still there. */
export const discardDeadLetter = (db: Pick<Database, 'query'>, letterId: string): Promise<boolean> =>
  hasRows(db, 'delete from dead_letters where id = $1 returning id', [letterId]);

/** One about the same thing, which a later event has made pointless. */
export const discardLetterAbout = async (
  tx: Transaction,
  { source, subject, type }: RelaisEvent,
  about: string,
): Promise<void> => {
  await tx.query('delete from dead_letters where source = $1 and subject = $2 and type = $3 and about = $4', [
    ...[source, subject, type, about],
  ]);
};

export type WhichKept = {
  readonly types: readonly string[];
  readonly source?: string;
  readonly subject?: string;
};

const KeptRow = rowOf({ id: ['id', id] });
/** Each family's in the order of their numbers; of several, which may be one, or parts of one, by when they were told. */
const KEPT = `
  select ${KeptRow.columns} from dead_letters
  where problem = 'UNKNOWN_TYPE' and type = any($1)
    and ($2::text is null or source = $2) and ($3::uuid is null or subject in (select before.id from files_before($3) before))
  order by source, max(coalesce(told_at, arrived_at)) over (partition by source, subject order by number), subject, number`;

/** The ids of what came before its type was known, of a subject and of the files that are one with it, in the order in which it was told. */
export const lettersKept = async (
  db: Pick<Database, 'query'>,
  { types, source, subject }: WhichKept,
): Promise<string[]> =>
  (await rowsOf(db, KeptRow, KEPT, [types, source ?? null, subject ?? null])).map((letter) => letter.id);

/** Numbering goes on from here: somebody has looked and vouches for it. */
const ACCEPT_NUMBER = `
  insert into inbox_positions (source, family_id, number, event_id) values ($1, $2, $3, $4)
  on conflict (source, family_id) do update
    set number = excluded.number, event_id = excluded.event_id, received_at = now()
    where inbox_positions.number < excluded.number`;

export const acceptNumber = async (
  tx: Transaction,
  { source, subject, number, id: eventId }: DeadLetter,
): Promise<void> => {
  await tx.query(ACCEPT_NUMBER, [source, subject, number, eventId]);
};

const CountRow = rowOf({
  source: ['source', z.string()],
  letters: ['count(*)::integer', z.int()],
  oldestSeconds: ['coalesce(floor(extract(epoch from now() - min(arrived_at))), 0)::integer', z.int()],
});

export const countDeadLetters = async (db: Pick<Database, 'query'>): Promise<DeadLetters> => {
  const rows = await rowsOf(
    db,
    CountRow,
    `select ${CountRow.columns} from dead_letters group by source order by source`,
  );
  return Object.fromEntries(rows.map(({ source, ...count }) => [source, count]));
};
