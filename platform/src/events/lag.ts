import type { Database } from '../database/database.ts';

/** What one subscriber has not been given yet. */
export type SubscriberLag = {
  readonly subscriber: string;
  readonly families: number;
  readonly events: number;
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

/** As `/health/ready` names it. */
export type Lagging = Readonly<Record<string, { readonly families: number; readonly oldestSeconds: number }>>;

/** Deliveries under way are no lag. */
const LAGGING_AFTER_SECONDS = 5;
const LONGEST_WAITING = 10;

const LAG = `
  select subscribers.name as subscriber, count(pending.family_id)::integer as families,
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

const LAGGING = `
  select subscriber, count(*)::integer as families,
    floor(extract(epoch from now() - min(since)))::integer as "oldestSeconds"
  from pending_deliveries group by subscriber
  having min(since) < now() - make_interval(secs => ${LAGGING_AFTER_SECONDS}) order by subscriber`;

export const lagOf = (db: Pick<Database, 'query'>): Promise<SubscriberLag[]> => db.query(LAG);

export const longestOwed = (db: Pick<Database, 'query'>, subscriber: string): Promise<OwedFamily[]> =>
  db.query(LONGEST_OWED, [subscriber]);

/** The subscribers that are behind for longer than a delivery takes; empty when all have caught up. */
export const laggingOf = async (db: Pick<Database, 'query'>): Promise<Lagging> => {
  const rows: { subscriber: string; families: number; oldestSeconds: number }[] = await db.query(LAGGING);
  return Object.fromEntries(rows.map(({ subscriber, ...lag }) => [subscriber, lag]));
};
