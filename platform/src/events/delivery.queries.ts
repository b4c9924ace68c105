import type pg from 'pg';
import { z } from 'zod';
import { id, instant, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import { boundPairs, kindsBetween } from '../objections/bound-events.ts';

/** What one agency has yet to deliver to one other about one family. */
export type PendingDelivery = { readonly subscriber: string; readonly familyId: string };

const outboxColumns = {
  id: ['outbox.id', id],
  number: ['outbox.number', z.int()],
  type: ['outbox.type', z.string()],
  data: ['outbox.data', z.record(z.string(), z.unknown())],
  occurred_at: ['outbox.occurred_at', instant],
} as const;
const OutboxRow = rowOf(outboxColumns);
export type OutboxRow = RowFrom<typeof OutboxRow>;

const IS_WITHHELD = `exists (
  select from objections objected
  join unnest($3::text[], $4::text[]) as bound (type, category) on bound.category = objected.category
  where bound.type = outbox.type and objected.family_id = outbox.family_id and objected.agency = any($5))`;

/** A family may object to what an event tells: then it is passed over, for ever. */
const UndeliveredRow = rowOf({ ...outboxColumns, isWithheld: [IS_WITHHELD, z.boolean()] });
export type UndeliveredRow = RowFrom<typeof UndeliveredRow>;

const NumberRow = rowOf({ number: ['number', z.int()] });
const FamilyRow = rowOf({ familyId: ['family_id', id] });
const AttemptsRow = rowOf({ attempts: ['attempts', z.int()] });

export const EVENTS_PER_TURN = 100;
/** Whoever took one up is given this long before another process may. */
const CLAIM_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 30;
const LONGEST_PROBLEM = 200;

const PENDING_NUMBER = `
  select ${NumberRow.columns} from pending_deliveries where subscriber = $1 and family_id = $2`;

const UNDELIVERED = `
  select ${UndeliveredRow.columns}
  from outbox join subscribers on subscribers.name = $1 and outbox.type = any(subscribers.types)
  where outbox.family_id = $2
    and outbox.number > coalesce(
      (select number from delivery_positions where subscriber = $1 and family_id = $2), 0)
  order by outbox.number limit ${EVENTS_PER_TURN}`;

/**
 * Never backwards: another process may have got further meanwhile. What was refused until now was taken, so that the
 * count is always that of the event whose turn it is.
 */
const REMEMBER_DELIVERED = `
  with delivered as (
    insert into delivery_positions (subscriber, family_id, number) values ($1, $2, $3)
    on conflict (subscriber, family_id) do update set number = excluded.number
      where delivery_positions.number < excluded.number
    returning subscriber, family_id)
  update pending_deliveries set attempts = 0, problem = null
  where (subscriber, family_id) in (select * from delivered) and attempts > 0`;

/** A change that is numbered meanwhile raises the number and so keeps it pending. */
const SETTLE = 'delete from pending_deliveries where subscriber = $1 and family_id = $2 and number <= $3';

const CLAIM_DUE = `
  update pending_deliveries set retry_at = now() + interval '${CLAIM_SECONDS} seconds'
  where (subscriber, family_id) in (
    select subscriber, family_id from pending_deliveries
    where subscriber = $1 and retry_at <= now()
    order by retry_at limit $2 for update skip locked)
  returning ${FamilyRow.columns}`;

const POSTPONE = `
  update pending_deliveries
  set attempts = attempts + 1, problem = $3,
    retry_at = now() + make_interval(secs => least(2 ^ least(attempts, 10), ${LONGEST_PAUSE_SECONDS}))
  where subscriber = $1 and family_id = $2
  returning ${AttemptsRow.columns}`;

const DUE_AGAIN = `
  update pending_deliveries set problem = $3, retry_at = now() where subscriber = $1 and family_id = $2`;

/** The number up to which something is pending, or nothing. */
export const pendingNumber = async (
  pool: pg.Pool,
  { subscriber, familyId }: PendingDelivery,
): Promise<number | null> => {
  const [pending] = await rowsOf(pool, NumberRow, PENDING_NUMBER, [subscriber, familyId]);
  return pending?.number ?? null;
};

export const undelivered = (
  pool: pg.Pool,
  { subscriber, familyId }: PendingDelivery,
  source: string,
): Promise<UndeliveredRow[]> =>
  rowsOf(pool, UndeliveredRow, UNDELIVERED, [
    subscriber,
    familyId,
    ...boundPairs(),
    kindsBetween(source, subscriber),
  ]);

export const rememberDelivered = async (
  pool: pg.Pool,
  pending: PendingDelivery,
  number: number,
): Promise<void> => {
  await pool.query(REMEMBER_DELIVERED, [pending.subscriber, pending.familyId, number]);
};

/** Whether nothing is pending up to this number any more. */
export const settle = async (pool: pg.Pool, pending: PendingDelivery, number: number): Promise<boolean> =>
  (await pool.query(SETTLE, [pending.subscriber, pending.familyId, number])).rowCount === 1;

/** Families with something due, longest waiting first; no other process takes them at the same time. */
export const claimDue = async (pool: pg.Pool, subscriber: string, most: number): Promise<string[]> => {
  const rows = await rowsOf(pool, FamilyRow, CLAIM_DUE, [subscriber, most]);
  return rows.map(({ familyId }) => familyId);
};

/**
 * The subscriber refused this family's event: asked again after a growing pause, so that the others are not held up.
 * Answers how often it was refused in a row.
 */
export const postpone = async (pool: pg.Pool, pending: PendingDelivery, problem: string): Promise<number> => {
  const [postponed] = await rowsOf(pool, AttemptsRow, POSTPONE, [
    pending.subscriber,
    pending.familyId,
    problem.slice(0, LONGEST_PROBLEM),
  ]);
  return postponed?.attempts ?? 0;
};

/** The subscriber is away, which is nothing about this family: due as soon as it is back. */
export const keepDue = async (pool: pg.Pool, pending: PendingDelivery, problem: string): Promise<void> => {
  await pool.query(DUE_AGAIN, [pending.subscriber, pending.familyId, problem.slice(0, LONGEST_PROBLEM)]);
};
