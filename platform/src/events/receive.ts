import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { describeError, isUnusableData } from '../error-facts.ts';
import { refuseObjected } from '../objections/objection.queries.ts';
import type { EventReceiver } from '../subgraph.ts';
import { isStorableText } from '../texts.ts';
import { keepDeadLetter, type LetterProblem } from './dead-letter.queries.ts';
import type { RelaisEvent } from './event.ts';
import { type EventContract, toldAs } from './event-contract.ts';

export type Receiving = {
  /** Who takes it. */
  readonly name: string;
  readonly receives: Readonly<Record<string, EventReceiver>>;
  readonly contract: EventContract;
};

/** Gaps are normal: a receiver is not told of every type. Nobody is told of more than this between two events. */
const LONGEST_LEAP = 10_000;
const LONGEST_ABOUT = 200;

const PositionRow = rowOf({
  isNew: ['exists (select from taken)', z.boolean()],
  known: ['coalesce((select number from known), 0)', z.int()],
});

/**
 * Records the event's number, unless it was seen from this source for this subject, or leaps beyond what can be. What is
 * taken takes the place of an earlier event about the same that could not be.
 */
const RECORD_POSITION = `
  with known as (select number from inbox_positions where source = $1 and family_id = $2),
  taken as (
    insert into inbox_positions (source, family_id, number, event_id)
    select $1, $2, $3, $4 where $3 <= coalesce((select number from known), 0) + ${LONGEST_LEAP}
    on conflict (source, family_id) do update
      set number = excluded.number, event_id = excluded.event_id, received_at = now()
      where inbox_positions.number < excluded.number
    returning number),
  replaced as (
    delete from dead_letters
    where source = $1 and subject = $2 and type = $5 and about = $6 and exists (select from taken))
  select ${PositionRow.columns}`;

/** What the event's state is of; empty where nobody is known to say such events. */
const aboutOf = ({ type, data }: RelaisEvent, contract: EventContract): string => {
  const about = String(data[toldAs(contract, type)?.about ?? ''] ?? '');
  return isStorableText(about) ? about.slice(0, LONGEST_ABOUT) : '';
};

/** Its data is of another than the one in whose order it was told. */
export const isOfOtherSubject = ({ type, subject, data }: RelaisEvent, contract: EventContract): boolean => {
  const told = toldAs(contract, type);
  return told !== undefined && String(data[told.subject]).toLowerCase() !== subject.toLowerCase();
};

type Taken = 'TAKEN' | 'KNOWN' | LetterProblem;

const recordPosition = async (
  tx: Transaction,
  event: RelaisEvent,
  contract: EventContract,
): Promise<Taken> => {
  const { source, subject, sequence, id, type } = event;
  const values = [source, subject, sequence, id, type, aboutOf(event, contract)];
  const [position] = await rowsOf(tx, PositionRow, RECORD_POSITION, values);
  if (position?.isNew) return 'TAKEN';
  return sequence > (position?.known ?? 0) + LONGEST_LEAP ? 'LEAP' : 'KNOWN';
};

/** Applies an event and remembers it, in the same transaction: a repeat does nothing. */
const take = async (
  tx: Transaction,
  event: RelaisEvent,
  { name, receives, contract }: Receiving,
  now: Date,
): Promise<void> => {
  await refuseObjected(tx, event, name);
  const taken = await recordPosition(tx, event, contract);
  if (taken === 'KNOWN') return;
  const problem = taken === 'TAKEN' && isOfOtherSubject(event, contract) ? 'OTHER_SUBJECT' : taken;
  if (problem === 'TAKEN') return receives[event.type]?.(tx, event, now);
  await keepDeadLetter(tx, { event, about: aboutOf(event, contract), problem });
};

/** The fields, where it can be told; never their values. */
export const whatIsWrong = (error: unknown): string => {
  if (!(error instanceof z.ZodError)) return describeError(error);
  return error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', ');
};

/** Its data cannot be used, and never will be: it is put aside, so that what comes after it is taken. */
const putAside = async (
  tx: Transaction,
  event: RelaisEvent,
  { name, contract }: Receiving,
  error: unknown,
): Promise<void> => {
  await refuseObjected(tx, event, name);
  const taken = await recordPosition(tx, event, contract);
  if (taken === 'KNOWN') return;
  const about = aboutOf(event, contract);
  await keepDeadLetter(tx, { event, about, problem: 'MALFORMED', detail: whatIsWrong(error) });
};

/**
 * Takes an event of another agency. What could not be meant goes to the dead letters, where somebody looks at it, and is
 * taken as far as its sender and the rest of its subject's events are concerned.
 */
export const receiveEvent = async (
  db: Database,
  event: RelaisEvent,
  receiving: Receiving,
  now: Date,
): Promise<void> => {
  if (!Object.hasOwn(receiving.receives, event.type)) return;
  try {
    await inTransaction(db, (tx) => take(tx, event, receiving, now));
  } catch (error) {
    if (!isUnusableData(error)) throw error;
    await inTransaction(db, (tx) => putAside(tx, event, receiving, error));
  }
};
