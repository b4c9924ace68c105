import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { rowOf, rowsOf } from '../database/rows.ts';

/** What one subscriber has not been given yet. */
export type SubscriberLag = {
  readonly subscriber: string;
  readonly families: number;
  readonly events: number;
  /** Families whose next event the subscriber was given and did not take. */
  readonly refused: number;
  /** When the oldest debt arose; absent when nothing is owed. */
  readonly oldestSince: Date | null;
  readonly oldestSeconds: number;
};

export type OwedFamily = {
  readonly familyId: string;
  /** Numbers of the last event delivered and of the last one owed. */
  readonly delivered: number;
  readonly owed: number;
  readonly since: Date;
  readonly attempts: number;
  readonly problem: string | null;
};

/** As `/health/ready` names what a subscriber was not given yet. */
export type Lagging = Readonly<Record<string, { readonly families: number; readonly oldestSeconds: number }>>;

/** As `/health/ready` names what a subscriber was given and does not take: it will not mend by waiting. */
export type Refused = Readonly<
  Record<string, { readonly families: number; readonly attempts: number; readonly oldestSeconds: number }>
>;

/** Deliveries under way are no lag. */
const LAGGING_AFTER_SECONDS = 5;
const LONGEST_WAITING = 10;

const LAG = `
  select subscribers.name as subscriber, count(pending.family_id)::integer as families,
    count(*) filter (where pending.attempts > 0)::integer as refused,
    coalesce(sum(undelivered.events), 0)::integer as events, min(pending.since) as "oldestSince",
    coalesce(floor(extract(epoch from now() - min(pending.since))), 0)::integer as "oldestSeconds"
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

const LONGEST_OWED = `
  select pending.family_id as "familyId", coalesce(position.number, 0) as delivered, pending.number as owed,
    since, attempts, problem
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

export const lagOf = (db: Pick<Database, 'query'>): Promise<SubscriberLag[]> => db.query(LAG);

export const longestOwed = (db: Pick<Database, 'query'>, subscriber: string): Promise<OwedFamily[]> =>
  db.query(LONGEST_OWED, [subscriber]);

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
