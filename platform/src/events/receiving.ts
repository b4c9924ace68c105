import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { describeError } from '../error-facts.ts';
import type { EventReceiver } from '../subgraph.ts';
import { isStorableText } from '../texts.ts';
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
  /** Something of the same type about the same family, or the file that it was split off, came before this version knew the type. */
  isAfterKept: [
    `exists (select from dead_letters where source = $1 and type = $5 and problem = 'UNKNOWN_TYPE'
      and subject in (select before.id from files_before($2) before))`,
    z.boolean(),
  ],
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
export const aboutOf = ({ type, data }: RelaisEvent, contract: EventContract): string => {
  const about = String(data[toldAs(contract, type)?.about ?? ''] ?? '');
  return isStorableText(about) ? about.slice(0, LONGEST_ABOUT) : '';
};

/** Its data is of another than the one in whose order it was told. */
export const isOfOtherSubject = ({ type, subject, data }: RelaisEvent, contract: EventContract): boolean => {
  const told = toldAs(contract, type);
  return told !== undefined && String(data[told.subject]).toLowerCase() !== subject.toLowerCase();
};

type Position = { readonly taken: 'TAKEN' | 'KNOWN' | 'LEAP'; readonly isAfterKept: boolean };

export const recordPosition = async (
  tx: Transaction,
  event: RelaisEvent,
  contract: EventContract,
  about: string = aboutOf(event, contract),
): Promise<Position> => {
  const { source, subject, sequence, id, type } = event;
  const values = [source, subject, sequence, id, type, about];
  const [position] = await rowsOf(tx, PositionRow, RECORD_POSITION, values);
  const isAfterKept = position?.isAfterKept ?? false;
  if (position?.isNew) return { taken: 'TAKEN', isAfterKept };
  const isLeap = sequence > (position?.known ?? 0) + LONGEST_LEAP;
  return { taken: isLeap ? 'LEAP' : 'KNOWN', isAfterKept };
};

/** The fields, where it can be told; never their values. */
export const whatIsWrong = (error: unknown): string => {
  if (!(error instanceof z.ZodError)) return describeError(error);
  return error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', ');
};
