import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';

/** As `/health/ready` names what a subscriber was not given yet. */
export type Lagging = Readonly<Record<string, { readonly families: number; readonly oldestSeconds: number }>>;

/** As `/health/ready` names what a subscriber was given and does not take: it will not mend by waiting. */
export type Refused = Readonly<
  Record<string, { readonly families: number; readonly attempts: number; readonly oldestSeconds: number }>
>;

/** Deliveries under way are no lag. */
const LAGGING_AFTER_SECONDS = 5;
const LONGEST_WAITING = 10;

const LagRow = rowOf({
  subscriber: ['subscribers.name', z.string()],
  families: ['count(pending.family_id)::integer', z.int()],
  /** Families whose next event the subscriber was given and did not take. */
  refused: ['count(*) filter (where pending.attempts > 0)::integer', z.int()],
  events: ['coalesce(sum(undelivered.events), 0)::integer', z.int()],
  /** When the oldest became pending; absent when nothing is. */
  oldestSince: ['min(pending.since)', instant.nullable()],
  oldestSeconds: ['coalesce(floor(extract(epoch from now() - min(pending.since))), 0)::integer', z.int()],
});
/** What one subscriber has not been given yet. */
export type SubscriberLag = RowFrom<typeof LagRow>;

const LAG = `
  select ${LagRow.columns}
  from subscribers
  left join pending_deliveries pending on pending.subscriber = subscribers.name
  left join delivery_positions position
    on position.subscriber = pending.subscriber and position.family_id = pending.family_id
  left join lateral (
    select count(*) as events from outbox
    where outbox.family_id = pending.family_id and outbox.type = any(subscribers.types)
      and outbox.number > coalesce(position.number, 0)
  ) undelivered on true
  group by subscribers.name order by subscribers.name`;

const PendingRow = rowOf({
  familyId: ['pending.family_id', id],
  /** Numbers of the last event delivered and of the last one pending. */
  delivered: ['coalesce(position.number, 0)', z.int()],
  pending: ['pending.number', z.int()],
  since: ['since', instant],
  attempts: ['attempts', z.int()],
  problem: ['problem', z.string().nullable()],
});
export type PendingFamily = RowFrom<typeof PendingRow>;

const LONGEST_PENDING = `
  select ${PendingRow.columns}
  from pending_deliveries pending
  left join delivery_positions position
    on position.subscriber = pending.subscriber and position.family_id = pending.family_id
  where pending.subscriber = $1 order by since limit ${LONGEST_WAITING}`;

const secondsSince = (condition: string): string =>
  `coalesce(floor(extract(epoch from now() - min(since) filter (where ${condition}))), 0)::integer`;

const NotTakenRow = rowOf({
  subscriber: ['subscriber', z.string()],
  late: ['count(*) filter (where attempts = 0)::integer', z.int()],
  lateSeconds: [secondsSince('attempts = 0'), z.int()],
  refused: ['count(*) filter (where attempts > 0)::integer', z.int()],
  refusedSeconds: [secondsSince('attempts > 0'), z.int()],
  attempts: ['max(attempts)', z.int()],
});

const NOT_TAKEN = `
  select ${NotTakenRow.columns} from pending_deliveries group by subscriber order by subscriber`;

export const lagOf = (db: Pick<Database, 'query'>): Promise<SubscriberLag[]> => rowsOf(db, LagRow, LAG);

export const longestPending = (db: Pick<Database, 'query'>, subscriber: string): Promise<PendingFamily[]> =>
  rowsOf(db, PendingRow, LONGEST_PENDING, [subscriber]);

/** The subscribers that are behind for longer than a delivery takes, and those that refuse what they are given. */
export const notTakenOf = async (
  db: Pick<Database, 'query'>,
): Promise<{ readonly lagging: Lagging; readonly refused: Refused }> => {
  const rows = await rowsOf(db, NotTakenRow, NOT_TAKEN);
  const lagging = rows
    .filter(({ lateSeconds }) => lateSeconds >= LAGGING_AFTER_SECONDS)
    .map(({ subscriber, late, lateSeconds }) => [subscriber, { families: late, oldestSeconds: lateSeconds }]);
  const refused = rows
    .filter(({ refusedSeconds }) => refusedSeconds >= LAGGING_AFTER_SECONDS)
    .map(({ subscriber, refused: families, refusedSeconds: oldestSeconds, attempts }) => [
      subscriber,
      { families, attempts, oldestSeconds },
    ]);
  return { lagging: Object.fromEntries(lagging), refused: Object.fromEntries(refused) };
};
