import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id as anId, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { OutboxRow, PendingDelivery } from './delivery.queries.ts';
import { holdFamilies, storeEvents } from './publish.ts';
import type { PublishedEvent, Rebuild } from './published-event.ts';

/** Gets what a family has to tell past an event that a subscriber goes on refusing; answers whether there is any. */
export type GetPast = (pending: PendingDelivery, refused: OutboxRow) => Promise<boolean>;

type GetPastOptions = {
  readonly events: readonly Pick<PublishedEvent, 'type' | 'about'>[];
  readonly rebuild?: Rebuild | undefined;
  readonly clock: () => Date;
};

const BacklogRow = rowOf({
  position: ['coalesce(position.number, 0)', z.int()],
  lastNumber: ['given.number', z.int()],
  republishedUntil: ['pending.told_anew_until', z.int()],
});
type Backlog = RowFrom<typeof BacklogRow>;

const BACKLOG = `
  select ${BacklogRow.columns}
  from pending_deliveries pending
  join event_numbers given on given.family_id = pending.family_id
  left join delivery_positions position
    on position.subscriber = pending.subscriber and position.family_id = pending.family_id
  where pending.subscriber = $1 and pending.family_id = $2`;

const NewestRow = rowOf({
  id: ['id', anId],
  number: ['number', z.int()],
  type: ['type', z.string()],
  data: ['data', z.record(z.string(), z.unknown())],
});
type Row = RowFrom<typeof NewestRow>;

const NEWEST_ABOUT_THE_SAME = `
  select ${NewestRow.columns} from outbox
  where family_id = $1 and (id = $2 or (type = $3 and data ->> $4 = $5))
  order by number desc limit 1`;

const SKIP_TO = `
  insert into delivery_positions (subscriber, family_id, number) values ($1, $2, $3)
  on conflict (subscriber, family_id) do update set number = excluded.number`;

const REMEMBER_REPUBLISHED = `
  update pending_deliveries
  set told_anew_until = (select number from event_numbers where family_id = $2)
  where subscriber = $1 and family_id = $2`;

/** What is told last of the thing that the refused event is about. */
const newestAboutTheSame = async (
  tx: Transaction,
  { familyId }: PendingDelivery,
  { id, type, data }: OutboxRow,
  events: GetPastOptions['events'],
): Promise<Row | undefined> => {
  const about = events.find((each) => each.type === type)?.about ?? '';
  const [newest] = await rowsOf(tx, NewestRow, NEWEST_ABOUT_THE_SAME, [
    familyId,
    id,
    type,
    about,
    String(data[about] ?? ''),
  ]);
  return newest;
};

/** Behind all that the family has to tell: it holds up nothing there, and is asked about again. */
const putLast = async (tx: Transaction, familyId: string, { id, type, data }: Row): Promise<void> => {
  await tx.query('delete from outbox where id = $1', [id]);
  await storeEvents(tx, [{ type, familyId, data }]);
};

type RefusedDelivery = {
  readonly tx: Transaction;
  readonly pending: PendingDelivery;
  readonly refused: OutboxRow;
};

/** What is told may be sayable by now, or the state may have been put right: it takes the place of all that waits. */
const republish = async (
  { tx, pending, refused }: RefusedDelivery,
  { lastNumber }: Backlog,
  { rebuild, events, clock }: GetPastOptions,
): Promise<void> => {
  await rebuild?.republish(tx, [pending.familyId], clock());
  await tx.query(SKIP_TO, [pending.subscriber, pending.familyId, lastNumber]);
  const newest = await newestAboutTheSame(tx, pending, refused, events);
  if (newest && newest.number > lastNumber) await putLast(tx, pending.familyId, newest);
};

/** Events carry states, so only the order of those about one thing matters, and a newer one replaces it. */
const passOver = async (
  { tx, pending, refused }: RefusedDelivery,
  { events }: GetPastOptions,
): Promise<void> => {
  await tx.query(SKIP_TO, [pending.subscriber, pending.familyId, refused.number]);
  const newest = await newestAboutTheSame(tx, pending, refused, events);
  if (newest?.id === refused.id) await putLast(tx, pending.familyId, newest);
};

type Remedy = 'NONE' | 'REPUBLISH' | 'PASS_OVER';

const remedyFor = (backlog: Backlog | undefined, { number }: OutboxRow, mayRepublish: boolean): Remedy => {
  const isTakenMeanwhile = !backlog || backlog.position >= number;
  if (isTakenMeanwhile) return 'NONE';
  if (mayRepublish && number > backlog.republishedUntil) return 'REPUBLISH';
  const isLast = number === backlog.lastNumber;
  return isLast ? 'NONE' : 'PASS_OVER';
};

/**
 * The first time, the family is told anew from its current state. What is refused even so goes behind what waits, each
 * time it stands in the way of something.
 */
export const getPastWith =
  (db: Database, options: GetPastOptions): GetPast =>
  (pending, refused) =>
    inTransaction(db, async (tx) => {
      await holdFamilies(tx, [pending.familyId]);
      const [backlog] = await rowsOf(tx, BacklogRow, BACKLOG, [pending.subscriber, pending.familyId]);
      const remedy = remedyFor(backlog, refused, options.rebuild !== undefined);
      if (!backlog || remedy === 'NONE') return false;
      const delivery = { tx, pending, refused };
      await (remedy === 'REPUBLISH' ? republish(delivery, backlog, options) : passOver(delivery, options));
      await tx.query(REMEMBER_REPUBLISHED, [pending.subscriber, pending.familyId]);
      return true;
    });
