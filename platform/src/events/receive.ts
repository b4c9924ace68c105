import { hasRows } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import type { EventReceiver } from '../subgraph.ts';
import type { RelaisEvent } from './event.ts';

/** Records the event's number; a number already seen from this source for this family answers no row. */
const RECORD_POSITION = `
  insert into inbox_positions (source, family_id, number, event_id) values ($1, $2, $3, $4)
  on conflict (source, family_id) do update
    set number = excluded.number, event_id = excluded.event_id, received_at = now()
    where inbox_positions.number < excluded.number
  returning number`;

/** Applies an event and remembers it, in the same transaction: a repeat does nothing. */
export const receiveEvent = async (
  tx: Transaction,
  event: RelaisEvent,
  receivers: Readonly<Record<string, EventReceiver>>,
  now: Date,
): Promise<void> => {
  const receiver = receivers[event.type];
  if (!receiver) return;
  const isNew = await hasRows(tx, RECORD_POSITION, [event.source, event.subject, event.sequence, event.id]);
  if (!isNew) return;
  await receiver(tx, event, now);
};
