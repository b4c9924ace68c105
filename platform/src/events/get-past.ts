import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id as anId, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { OutboxRow, Owed } from './delivery.queries.ts';
import { holdFamilies, storeEvents } from './publish.ts';
import type { PublishedEvent, Rebuild } from './published-event.ts';

/** Gets what a family has to tell past an event that a subscriber goes on refusing; answers whether there is any. */
export type GetPast = (owed: Owed, refused: OutboxRow) => Promise<boolean>;

type GetPastOptions = {
  readonly events: readonly Pick<PublishedEvent, 'type' | 'about'>[];
  readonly rebuild?: Rebuild | undefined;
  readonly clock: () => Date;
};

const DebtRow = rowOf({
  position: ['coalesce(position.number, 0)', z.int()],
  lastNumber: ['given.number', z.int()],
  toldAnewUntil: ['pending.told_anew_until', z.int()],
});
type Debt = RowFrom<typeof DebtRow>;

const DEBT = `
  select ${DebtRow.columns}
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

const REMEMBER_TOLD_ANEW = `
  update pending_deliveries
  set told_anew_until = (select number from event_numbers where family_id = $2)
  where subscriber = $1 and family_id = $2`;

/** What is told last of the thing that the refused event is about. */
const newestAboutTheSame = async (
  tx: Transaction,
  { familyId }: Owed,
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

type Held = { readonly tx: Transaction; readonly owed: Owed; readonly refused: OutboxRow };

/** What is told may be sayable by now, or the state may have been put right: it takes the place of all that waits. */
const tellAnew = async (
  { tx, owed, refused }: Held,
  { lastNumber }: Debt,
  { rebuild, events, clock }: GetPastOptions,
): Promise<void> => {
  await rebuild?.republish(tx, [owed.familyId], clock());
  await tx.query(SKIP_TO, [owed.subscriber, owed.familyId, lastNumber]);
  const newest = await newestAboutTheSame(tx, owed, refused, events);
  if (newest && newest.number > lastNumber) await putLast(tx, owed.familyId, newest);
};

/** Events carry states, so only the order of those about one thing matters, and a newer one replaces it. */
const passOver = async ({ tx, owed, refused }: Held, { events }: GetPastOptions): Promise<void> => {
  await tx.query(SKIP_TO, [owed.subscriber, owed.familyId, refused.number]);
  const newest = await newestAboutTheSame(tx, owed, refused, events);
  if (newest?.id === refused.id) await putLast(tx, owed.familyId, newest);
};

type Remedy = 'NONE' | 'TELL_ANEW' | 'PASS_OVER';

const remedyFor = (debt: Debt | undefined, { number }: OutboxRow, mayTellAnew: boolean): Remedy => {
  const isTakenMeanwhile = !debt || debt.position >= number;
  if (isTakenMeanwhile) return 'NONE';
  if (mayTellAnew && number > debt.toldAnewUntil) return 'TELL_ANEW';
  const isLast = number === debt.lastNumber;
  return isLast ? 'NONE' : 'PASS_OVER';
};

/**
 * The first time, the family is told anew from its current state. What is refused even so goes behind what waits, each
 * time it stands in the way of something.
 */
export const getPastWith =
  (db: Database, options: GetPastOptions): GetPast =>
  (owed, refused) =>
    inTransaction(db, async (tx) => {
      await holdFamilies(tx, [owed.familyId]);
      const [debt] = await rowsOf(tx, DebtRow, DEBT, [owed.subscriber, owed.familyId]);
      const remedy = remedyFor(debt, refused, options.rebuild !== undefined);
      if (!debt || remedy === 'NONE') return false;
      const held = { tx, owed, refused };
      await (remedy === 'TELL_ANEW' ? tellAnew(held, debt, options) : passOver(held, options));
      await tx.query(REMEMBER_TOLD_ANEW, [owed.subscriber, owed.familyId]);
      return true;
    });
