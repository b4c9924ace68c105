import { type Runner, run, type Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { Log } from '../log.ts';
import type { Deliver, RelaisEvent } from './event.ts';
import { HOLD_NUMBERING } from './publish.ts';
import { openQueuePool } from './queue-pool.ts';
import { quietLogger } from './quiet-logger.ts';

const EVENTS_PER_TURN = 100;
const RETRY_MS = 5_000;
const TURN_MS = 20;
const TURNS_PER_WAKE = 10;

type Owed = { readonly subscriber: string; readonly familyId: string };
type OutboxRow = {
  id: string;
  number: number;
  type: string;
  data: Record<string, unknown>;
  occurred_at: Date;
};

const UNDELIVERED = `
  select outbox.id, outbox.number, outbox.type, outbox.data, outbox.occurred_at
  from outbox join subscribers on subscribers.name = $1 and outbox.type = any(subscribers.types)
  where outbox.family_id = $2
    and outbox.number > coalesce(
      (select number from delivery_positions where subscriber = $1 and family_id = $2), 0)
  order by outbox.number limit ${EVENTS_PER_TURN}`;

const REMEMBER_POSITION = `
  insert into delivery_positions (subscriber, family_id, number) values ($1, $2, $3)
  on conflict (subscriber, family_id) do update set number = excluded.number`;

const WAKE_OWED = `
  select graphile_worker.add_job('deliver',
    json_build_object('subscriber', subscriber, 'familyId', family_id),
    job_key := 'deliver:' || subscriber || ':' || family_id)
  from pending_deliveries where since < now() - make_interval(secs => $1)`;

/** Only one delivery per family and subscriber runs at a time, whatever the number of processes. */
const HOLD_DELIVERY = 'select pg_try_advisory_xact_lock(hashtextextended($1, 2)) as held';

const cloudEvent = (source: string, familyId: string, row: OutboxRow): RelaisEvent => ({
  specversion: '1.0',
  id: row.id,
  source,
  type: row.type,
  subject: familyId,
  time: row.occurred_at.toISOString(),
  datacontenttype: 'application/json',
  sequence: row.number,
  data: row.data,
});

/** Nothing is owed any more, unless a change was numbered meanwhile. */
const settle = async (tx: Transaction, { subscriber, familyId }: Owed): Promise<void> => {
  await tx.query(HOLD_NUMBERING, [familyId]);
  const rest: OutboxRow[] = await tx.query(UNDELIVERED, [subscriber, familyId]);
  if (rest.length > 0) return;
  await tx.query('delete from pending_deliveries where subscriber = $1 and family_id = $2', [
    subscriber,
    familyId,
  ]);
};

const sendInOrder = async (
  tx: Transaction,
  owed: Owed,
  source: string,
  deliver: Deliver,
): Promise<number> => {
  const [lock]: { held: boolean }[] = await tx.query(HOLD_DELIVERY, [`${owed.subscriber}:${owed.familyId}`]);
  if (!lock?.held) return 0;
  const rows: OutboxRow[] = await tx.query(UNDELIVERED, [owed.subscriber, owed.familyId]);
  for (const row of rows) {
    await deliver(owed.subscriber, cloudEvent(source, owed.familyId, row));
    await tx.query(REMEMBER_POSITION, [owed.subscriber, owed.familyId, row.number]);
  }
  await settle(tx, owed);
  return rows.length;
};

export type DeliveryOptions = {
  readonly source: string;
  readonly database: DataSource;
  readonly databaseUrl: string;
  readonly deliver: Deliver;
  readonly log: Log;
};

const isOwed = (payload: unknown): payload is Owed =>
  typeof payload === 'object' && payload !== null && 'subscriber' in payload && 'familyId' in payload;

const deliverTask =
  ({ source, database, deliver, log }: DeliveryOptions): Task =>
  async (payload) => {
    if (!isOwed(payload)) return;
    try {
      let sent = EVENTS_PER_TURN;
      while (sent === EVENTS_PER_TURN) {
        sent = await inTransaction(database.manager, (tx) => sendInOrder(tx, payload, source, deliver));
      }
    } catch (error) {
      // The debt stays in pending_deliveries; the retry below wakes it again, without the queue's growing delays.
      log.warn({ subscriber: payload.subscriber, err: error }, 'event not delivered yet');
    }
  };

export type Delivery = { drained(): Promise<void>; close(): Promise<void> };

/** Delivers what the outbox owes, in order per family, until closed. */
export const startDelivery = async (options: DeliveryOptions): Promise<Delivery> => {
  const { database, databaseUrl, log } = options;
  const pgPool = openQueuePool(databaseUrl);
  const runner: Runner = await run({
    pgPool,
    concurrency: 4,
    noHandleSignals: true,
    taskList: { deliver: deliverTask(options) },
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: quietLogger(),
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'delivery stopped'));
  const wakeOwed = (olderThanSeconds: number) => database.query(WAKE_OWED, [olderThanSeconds]);
  const retry = setInterval(() => void wakeOwed(RETRY_MS / 1000).catch(() => undefined), RETRY_MS);
  return {
    async drained() {
      for (
        let turn = 0;
        (await database.query('select from pending_deliveries limit 1')).length > 0;
        turn += 1
      ) {
        if (turn % TURNS_PER_WAKE === 0) await wakeOwed(0);
        await new Promise((resolve) => setTimeout(resolve, TURN_MS));
      }
    },
    async close() {
      clearInterval(retry);
      await runner.stop();
      await pgPool.end();
    },
  };
};
