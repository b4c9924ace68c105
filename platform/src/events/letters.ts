import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { isUnusableData } from '../error-facts.ts';
import { refuseObjected } from '../objections/objection.queries.ts';
import {
  acceptNumber,
  type DeadLetter,
  deadLetters,
  discardDeadLetter,
  holdDeadLetter,
} from './dead-letter.queries.ts';
import { relaisEvent } from './event.ts';
import { maySay } from './event-contract.ts';
import { NOT_ITS_OWN } from './kept-for-later.ts';
import { isOfOtherSubject, type Receiving, whatIsWrong } from './receiving.ts';

const meanings = {
  LEAP: 'its number leaps too far',
  OTHER_SUBJECT: 'its data is of another subject',
  MALFORMED: 'its data cannot be used',
  UNKNOWN_TYPE: 'this version does not know its type',
} satisfies Record<DeadLetter['problem'], string>;

const isKept = ({ problem }: DeadLetter): boolean => problem === 'UNKNOWN_TYPE';

const describe = ({ id, type, source, subject, number, problem, detail, arrivedAt }: DeadLetter): string =>
  [
    `  ${id}  ${type} from ${source}, since ${arrivedAt.toISOString()}`,
    `    subject ${subject}, number ${number}: ${meanings[problem]}${detail ? ` (${detail})` : ''}`,
  ].join('\n');

/** What arrived and could not be taken, in words; nothing of what it says. */
export const describeLetters = async (db: Database): Promise<string> => {
  const letters = await deadLetters(db);
  return letters.length === 0 ? '  no dead letters' : letters.map(describe).join('\n');
};

/** Deals with one letter in a transaction of its own and answers what came of it. */
export type DealWith = (tx: Transaction, letter: DeadLetter) => Promise<string>;

export const discarding: DealWith = async (tx, { id }) => {
  await discardDeadLetter(tx, id);
  return 'discarded';
};

/** What it says is taken, and its source's numbering goes on from its number: whoever replays a leap vouches for it. */
export const replaying =
  ({ name, receives, contract }: Receiving, now: Date): DealWith =>
  async (tx, letter) => {
    const event = relaisEvent.parse(JSON.parse(letter.event));
    if (!Object.hasOwn(receives, event.type))
      return 'not taken: this version does not know its type. One that does takes it when it starts.';
    if (letter.detail === NOT_ITS_OWN || (isKept(letter) && !maySay(contract, event.source, event.type)))
      return `not taken: ${NOT_ITS_OWN}. Discard it.`;
    if (isOfOtherSubject(event, contract)) return 'not taken: its data is of another subject. Discard it.';
    await refuseObjected(tx, event, name);
    await receives[event.type]?.(tx, event, now);
    await acceptNumber(tx, letter);
    await discardDeadLetter(tx, letter.id);
    return 'taken';
  };

const dealWithOne = async (db: Database, id: string, dealWith: DealWith): Promise<string> => {
  try {
    return await inTransaction(db, async (tx) => {
      const letter = await holdDeadLetter(tx, id);
      return letter ? dealWith(tx, letter) : 'there is no such letter any more';
    });
  } catch (error) {
    if (!isUnusableData(error)) throw error;
    return `not taken: ${whatIsWrong(error)}`;
  }
};

/** One letter by its id, or all that wait. */
export const dealWithLetters = async (
  db: Database,
  id: string | undefined,
  dealWith: DealWith,
): Promise<string> => {
  const ids = id ? [z.uuid().parse(id)] : (await deadLetters(db)).map((letter) => letter.id);
  const lines: string[] = [];
  for (const each of ids) lines.push(`  ${each}: ${await dealWithOne(db, each, dealWith)}`);
  return lines.length === 0 ? '  no dead letters' : lines.join('\n');
};
