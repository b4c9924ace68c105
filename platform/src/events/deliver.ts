import { setTimeout } from 'node:timers/promises';
import type { Task } from 'graphile-worker';
import type pg from 'pg';
import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import { endedWithin } from '../ended-within.ts';
import { isOutage } from '../graphql/faults.ts';
import type { Log } from '../log.ts';
import { Rounds } from '../rounds.ts';
import type { Deliver } from './event.ts';
import type { GetPast } from './get-past.ts';
import { Heartbeat, IS_LEFT_BY_THE_DEAD } from './heartbeat.ts';
import { Lookout } from './lookout.ts';
import { OutboxPruner } from './prune.ts';
import type { PublishedEvent } from './published-event.ts';
import { openQueuePool } from './queue-pool.ts';
import { QueueRunner } from './queue-runner.ts';
import { FAMILIES_AT_ONCE, SubscriberQueue } from './subscriber-queue.ts';

const PRUNE_MS = 600_000;
const TURN_MS = 20;
const TURNS_PER_SWEEP = 5;
/** For what is under way; and then for its connections. */
const CLOSE_MS = 4_000;
const END_MS = 500;

export type DeliveryOptions = {
  readonly source: string;
  readonly databaseUrl: string;
  readonly subscribers: readonly string[];
  readonly deliver: Deliver;
  readonly log: Log;
  /** What a later event of each type replaces. */
  readonly events?: readonly Pick<PublishedEvent, 'type' | 'about'>[];
  /** Without it a family waits for what a subscriber refuses. */
  readonly getPast?: GetPast;
};

export type Delivery = { drained(): Promise<void>; close(): Promise<void> };

const familyOf = (payload: unknown): string | null => {
  if (typeof payload !== 'object' || payload === null || !('familyId' in payload)) return null;
  return typeof payload.familyId === 'string' ? payload.familyId : null;
};

const wakeTask =
  (queue: SubscriberQueue): Task =>
  async (payload) => {
    const familyId = familyOf(payload);
    if (familyId) await queue.wake(familyId);
  };

/** A queue per subscriber: the jobs of a dead one fill only its own. */
const startRunner = async (
  pgPool: pg.Pool,
  [subscriber, queue]: readonly [string, SubscriberQueue],
  heartbeat: Heartbeat,
  log: Log,
): Promise<QueueRunner> => {
  const options = {
    pgPool,
    concurrency: FAMILIES_AT_ONCE,
    taskList: { [`deliver:${subscriber}`]: wakeTask(queue) },
    heartbeat,
  };
  const runner = new QueueRunner(options, (error) =>
    log.warn({ subscriber, err: error }, 'delivery stopped'),
  );
  await runner.start();
  return runner;
};

/** Leaves alone what a transaction under way holds, which might want the same rows in another order. */
const MAKE_DUE = `
  update pending_deliveries set retry_at = now()
  where (subscriber, family_id) in (
    select subscriber, family_id from pending_deliveries where retry_at > now() for update skip locked)`;

const isAnythingPending = async (pool: pg.Pool): Promise<boolean> =>
  (await pool.query('select from pending_deliveries limit 1')).rowCount === 1;

const hurry = async (pool: pg.Pool, queues: readonly SubscriberQueue[]): Promise<void> => {
  await pool.query(MAKE_DUE);
  for (const queue of queues) queue.endPause();
  await Promise.all(queues.map((queue) => queue.sweep()));
};

/** A connection that is cut just then says nothing of what is pending: it is asked again. */
const unlessCut = async <Result>(ask: () => Promise<Result>, otherwise: Result): Promise<Result> => {
  try {
    return await ask();
  } catch (error) {
    if (isOutage(error)) return otherwise;
    throw error;
  }
};

/** Waits until nothing is pending, without the pauses that spare an absent subscriber. */
const deliverAll = async (pool: pg.Pool, queues: readonly SubscriberQueue[]): Promise<void> => {
  for (let turn = 1; await unlessCut(() => isAnythingPending(pool), true); turn += 1) {
    await setTimeout(TURN_MS);
    if (turn % TURNS_PER_SWEEP === 0) await unlessCut(() => hurry(pool, queues), undefined);
  }
};

const startPruning = (pool: pg.Pool, { events = [], log }: DeliveryOptions): Rounds => {
  const pruner = new OutboxPruner(pool, events);
  const pruning = new Rounds(async () => {
    await pruner.prune(new Date()).catch((error: unknown) => {
      if (!isOutage(error)) log.warn({ err: error }, 'outbox not pruned');
    });
    return PRUNE_MS;
  });
  pruning.nextIn(PRUNE_MS);
  return pruning;
};

const LookRow = rowOf({
  pending: [
    'array(select name from unnest($2::text[]) name where exists (select from pending_deliveries where subscriber = name))',
    z.array(z.string()),
  ],
  isLeft: [IS_LEFT_BY_THE_DEAD, z.boolean()],
});
const LOOK = `select ${LookRow.columns}`;

/** Takes up what nobody was woken for, and what was kept pending. Nearly always there is nothing, which one question tells. */
const lookingAfter =
  (pool: pg.Pool, queues: ReadonlyMap<string, SubscriberQueue>, heartbeat: Heartbeat) =>
  async (): Promise<boolean> => {
    await heartbeat.beat();
    const [found] = await rowsOf(pool, LookRow, LOOK, [heartbeat.workers, [...queues.keys()]]);
    const pending = found?.pending ?? [];
    if (found?.isLeft) await heartbeat.freeJobsOfTheDead();
    for (const [subscriber, queue] of queues)
      if (pending.includes(subscriber)) queue.sweep().catch(() => undefined);
    return pending.length > 0;
  };

/** Delivers what is pending, in order per family, until closed. */
export const startDelivery = async (options: DeliveryOptions): Promise<Delivery> => {
  const { source, databaseUrl, subscribers, deliver, log, getPast = async () => false } = options;
  const pool = openQueuePool(databaseUrl, `${source} events`);
  const heartbeat = new Heartbeat(databaseUrl);
  const lookout = new Lookout(() => look());
  const queues = new Map(
    subscribers.map((subscriber) => [
      subscriber,
      new SubscriberQueue({ source, subscriber, pool, deliver, getPast, log, kept: () => lookout.soon() }),
    ]),
  );
  const look = lookingAfter(pool, queues, heartbeat);
  const runners = await Promise.all([...queues].map((queue) => startRunner(pool, queue, heartbeat, log)));
  lookout.begin();
  const pruning = startPruning(pool, options);
  return {
    drained: () => deliverAll(pool, [...queues.values()]),
    async close() {
      const all = [lookout, pruning, ...queues.values(), ...runners];
      await endedWithin(CLOSE_MS, Promise.all(all.map((each) => each.close())));
      await heartbeat.close();
      await endedWithin(END_MS, pool.end());
    },
  };
};
