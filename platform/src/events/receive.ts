import type { Database } from '../database/database.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { isUnusableData } from '../error-facts.ts';
import { refuseObjected } from '../objections/objection.queries.ts';
import { keepDeadLetter } from './dead-letter.queries.ts';
import type { RelaisEvent } from './event.ts';
import { keepForLater, takeWhatWasKept } from './kept-for-later.ts';
import { aboutOf, isOfOtherSubject, type Receiving, recordPosition, whatIsWrong } from './receiving.ts';

/** What was told before it waits, from when this version did not know the type: that is taken first. */
class AfterWhatWasKept extends Error {}

/** Applies an event and remembers it, in the same transaction: a repeat does nothing. */
const take = async (
  tx: Transaction,
  event: RelaisEvent,
  { name, receives, contract }: Receiving,
  now: Date,
): Promise<void> => {
  await refuseObjected(tx, event, name);
  const { taken, isAfterKept } = await recordPosition(tx, event, contract);
  if (isAfterKept) throw new AfterWhatWasKept();
  if (taken === 'KNOWN') return;
  const problem = taken === 'TAKEN' && isOfOtherSubject(event, contract) ? 'OTHER_SUBJECT' : taken;
  if (problem === 'TAKEN') return receives[event.type]?.(tx, event, now);
  await keepDeadLetter(tx, { event, about: aboutOf(event, contract), problem });
};

/** Its data cannot be used, and never will be: it is put aside, so that what comes after it is taken. */
const putAside = async (
  tx: Transaction,
  event: RelaisEvent,
  { name, contract }: Receiving,
  error: unknown,
): Promise<void> => {
  await refuseObjected(tx, event, name);
  const { taken } = await recordPosition(tx, event, contract);
  if (taken === 'KNOWN') return;
  const about = aboutOf(event, contract);
  await keepDeadLetter(tx, { event, about, problem: 'MALFORMED', detail: whatIsWrong(error) });
};

const takeOrPutAside = async (
  db: Database,
  event: RelaisEvent,
  receiving: Receiving,
  now: Date,
): Promise<void> => {
  try {
    await inTransaction(db, (tx) => take(tx, event, receiving, now));
  } catch (error) {
    if (!isUnusableData(error)) throw error;
    await inTransaction(db, (tx) => putAside(tx, event, receiving, error));
  }
};

/**
 * Takes an event of another agency. What could not be meant, or is of a type that this version does not know, goes to the dead
 * letters, and is taken as far as its sender and the rest of its subject's events are concerned.
 */
export const receiveEvent = async (
  db: Database,
  event: RelaisEvent,
  receiving: Receiving,
  now: Date,
): Promise<void> => {
  if (!Object.hasOwn(receiving.receives, event.type))
    return inTransaction(db, (tx) => keepForLater(tx, event, receiving));
  try {
    await takeOrPutAside(db, event, receiving, now);
  } catch (error) {
    if (!(error instanceof AfterWhatWasKept)) throw error;
    const { source, subject, type } = event;
    await takeWhatWasKept(db, { types: [type], source, subject }, receiving, now);
    await takeOrPutAside(db, event, receiving, now);
  }
};
