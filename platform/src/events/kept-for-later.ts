import type { Database } from '../database/database.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { isUnusableData } from '../error-facts.ts';
import { isAnythingObjected, NotToBeShared, refuseObjected } from '../objections/objection.queries.ts';
import {
  type DeadLetter,
  discardDeadLetter,
  discardLetterAbout,
  holdDeadLetter,
  keepDeadLetter,
  lettersKept,
  type WhichKept,
} from './dead-letter.queries.ts';
import { type RelaisEvent, relaisEvent } from './event.ts';
import { type EventContract, maySay } from './event-contract.ts';
import { aboutOf, isOfOtherSubject, type Receiving, recordPosition, whatIsWrong } from './receiving.ts';

/**
 * A newer neighbour tells what this version cannot understand: it is taken as far as the sender is concerned, so that what follows
 * goes on, and kept whole until a version starts that knows it. Each by itself: nobody here knows which of them replaces which. Of a
 * family that objects to anything between the two nothing is kept: nobody here knows whether it is bound.
 */
export const keepForLater = async (
  tx: Transaction,
  event: RelaisEvent,
  { name, contract }: Receiving,
): Promise<void> => {
  const isObjected = await isAnythingObjected(tx, event, name);
  const about = event.id;
  const { taken } = await recordPosition(tx, event, contract, about);
  if (taken === 'KNOWN' || isObjected) return;
  await keepDeadLetter(tx, { event, about, problem: taken === 'LEAP' ? 'LEAP' : 'UNKNOWN_TYPE' });
};

/** What the letter of another's event says of it. */
export const NOT_ITS_OWN = 'its source may not say it';

type Problem = { readonly problem: 'MALFORMED' | 'OTHER_SUBJECT'; readonly detail?: string };

/** What could not be judged while its type was not known. */
const problemOf = (event: RelaisEvent, contract: EventContract): Problem | null => {
  if (!maySay(contract, event.source, event.type)) return { problem: 'MALFORMED', detail: NOT_ITS_OWN };
  return isOfOtherSubject(event, contract) ? { problem: 'OTHER_SUBJECT' } : null;
};

const eventIn = ({ event }: DeadLetter): RelaisEvent => relaisEvent.parse(JSON.parse(event));

/** An ordinary letter from now on: under what it is about, so that a later event about the same replaces it. */
const asOrdinary = async (
  tx: Transaction,
  event: RelaisEvent,
  contract: EventContract,
  problem: Problem,
): Promise<void> => {
  await discardDeadLetter(tx, event.id);
  await keepDeadLetter(tx, { event, about: aboutOf(event, contract), ...problem });
};

/** Holds one that waits still: another process may have taken it. */
const heldKept = async (tx: Transaction, letterId: string): Promise<RelaisEvent | null> => {
  const letter = await holdDeadLetter(tx, letterId);
  return letter?.problem === 'UNKNOWN_TYPE' ? eventIn(letter) : null;
};

const takeOne = async (tx: Transaction, letterId: string, receiving: Receiving, now: Date): Promise<void> => {
  const { name, receives, contract } = receiving;
  const event = await heldKept(tx, letterId);
  if (!event) return;
  const problem = problemOf(event, contract);
  if (problem) return asOrdinary(tx, event, contract, problem);
  await refuseObjected(tx, event, name);
  await receives[event.type]?.(tx, event, now);
  await discardDeadLetter(tx, letterId);
  await discardLetterAbout(tx, event, aboutOf(event, contract));
};

/** Puts away what cannot be taken, for good; answers whether it was such. */
const isPutAway = async (
  db: Database,
  letterId: string,
  { contract }: Receiving,
  error: unknown,
): Promise<boolean> => {
  if (error instanceof NotToBeShared) {
    await discardDeadLetter(db, letterId);
    return true;
  }
  if (!isUnusableData(error)) return false;
  await inTransaction(db, async (tx) => {
    const event = await heldKept(tx, letterId);
    const detail = whatIsWrong(error);
    if (event) await asOrdinary(tx, event, contract, { problem: 'MALFORMED', detail });
  });
  return true;
};

/**
 * Takes what was kept of types that are known now, in the order in which it was told, each in a transaction of its own: now and then,
 * and before a later event of the same type and subject, whose state would be overwritten by it afterwards. What fails otherwise ends
 * it, unless `failed` hears of it: then the others are taken all the same.
 */
export const takeWhatWasKept = async (
  db: Database,
  which: WhichKept,
  receiving: Receiving,
  now: Date,
  failed?: (error: unknown) => void,
): Promise<void> => {
  for (const letterId of await lettersKept(db, which)) {
    try {
      await inTransaction(db, (tx) => takeOne(tx, letterId, receiving, now));
    } catch (error) {
      if (await isPutAway(db, letterId, receiving, error)) continue;
      if (!failed) throw error;
      failed(error);
    }
  }
};
