import type { Database } from '../database/database.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { isUnusableData } from '../error-facts.ts';
import { refuseObjected } from '../objections/objection.queries.ts';
import {
  type DeadLetter,
  discardDeadLetter,
  holdDeadLetter,
  keepDeadLetter,
  lettersKept,
  type WhichKept,
} from './dead-letter.queries.ts';
import { type RelaisEvent, relaisEvent } from './event.ts';
import { type EventContract, maySay } from './event-contract.ts';
import { isOfOtherSubject, type Receiving, recordPosition, whatIsWrong } from './receiving.ts';

/**
 * A newer neighbour tells what this version cannot understand: it is taken as far as the sender is concerned, so that what follows
 * goes on, and kept whole until a version starts that knows it. Each by itself: nobody here knows which of them replaces which.
 */
export const keepForLater = async (
  tx: Transaction,
  event: RelaisEvent,
  { name, contract }: Receiving,
): Promise<void> => {
  await refuseObjected(tx, event, name);
  const about = event.id;
  const { taken } = await recordPosition(tx, event, contract, about);
  if (taken === 'KNOWN') return;
  await keepDeadLetter(tx, { event, about, problem: taken === 'LEAP' ? 'LEAP' : 'UNKNOWN_TYPE' });
};

const eventIn = ({ event }: DeadLetter): RelaisEvent => relaisEvent.parse(JSON.parse(event));

const asMalformed = async (tx: Transaction, letterId: string, detail: string): Promise<void> => {
  const letter = await holdDeadLetter(tx, letterId);
  if (!letter) return;
  await keepDeadLetter(tx, { event: eventIn(letter), about: letterId, problem: 'MALFORMED', detail });
};

/** What could not be judged while its type was not known. */
const problemOf = (event: RelaisEvent, contract: EventContract) => {
  if (!maySay(contract, event.source, event.type))
    return { problem: 'MALFORMED', detail: 'its source may not say it' } as const;
  return isOfOtherSubject(event, contract) ? ({ problem: 'OTHER_SUBJECT' } as const) : null;
};

const takeOne = async (tx: Transaction, letterId: string, receiving: Receiving, now: Date): Promise<void> => {
  const { name, receives, contract } = receiving;
  const letter = await holdDeadLetter(tx, letterId);
  // Another process may have taken it.
  if (letter?.problem !== 'UNKNOWN_TYPE') return;
  const event = eventIn(letter);
  const problem = problemOf(event, contract);
  if (problem) return keepDeadLetter(tx, { event, about: letterId, ...problem });
  await refuseObjected(tx, event, name);
  await receives[event.type]?.(tx, event, now);
  await discardDeadLetter(tx, letterId);
};

/**
 * Takes what was kept of types that are known now, in the order in which it was told, each in a transaction of its own: at the start
 * of a service, and before a later event of the same type and subject, whose state would be overwritten by it afterwards.
 */
export const takeWhatWasKept = async (
  db: Database,
  which: WhichKept,
  receiving: Receiving,
  now: Date,
): Promise<void> => {
  for (const letterId of await lettersKept(db, which)) {
    try {
      await inTransaction(db, (tx) => takeOne(tx, letterId, receiving, now));
    } catch (error) {
      if (!isUnusableData(error)) throw error;
      await inTransaction(db, (tx) => asMalformed(tx, letterId, whatIsWrong(error)));
    }
  }
};
