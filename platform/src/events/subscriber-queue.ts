import type pg from 'pg';
import { describeError } from '../error-facts.ts';
import { isOutage } from '../graphql/faults.ts';
import type { Log } from '../log.ts';
import { PassingOutage } from '../passing-outage.ts';
import {
  claimDue,
  EVENTS_PER_TURN,
  keepDue,
  type OutboxRow,
  pendingNumber,
  postpone,
  rememberDelivered,
  settle,
  type UndeliveredRow,
  undelivered,
} from './delivery.queries.ts';
import { type Deliver, type RelaisEvent, SubscriberAway } from './event.ts';
import type { GetPast } from './get-past.ts';

/** Families delivered to one subscriber at the same time. */
export const FAMILIES_AT_ONCE = 4;
const FAMILIES_PER_CLAIM = 50;
const PAUSE_MS = 1_000;
/** Refusals in a row after which the family is told anew: a deadlock or a deployment has passed by then. */
const REFUSED_FOR_GOOD = 5;
/** Then what waits gets past this many refused events at a time, however many there are. */
const MOST_PASSED_AT_ONCE = 3;

export type SubscriberQueueOptions = {
  readonly source: string;
  readonly subscriber: string;
  readonly pool: pg.Pool;
  readonly deliver: Deliver;
  readonly getPast: GetPast;
  /** Hears that something stays pending. */
  readonly kept?: () => void;
  readonly log: Log;
};

/** The subscriber was there, and did not take this event. */
class EventRefused extends Error {
  readonly row: OutboxRow;

  constructor(row: OutboxRow, cause: unknown) {
    super('The subscriber did not take an event.', { cause });
    this.name = 'EventRefused';
    this.row = row;
  }
}

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

/**
 * All deliveries to one subscriber; each has a queue of its own, so that a dead one delays nobody else. No lock is
 * held while an event travels: an event is sent only after the one before it was taken, and the receiver ignores
 * numbers it has, so two processes sending the same family only repeat each other.
 */
export class SubscriberQueue {
  readonly #options: SubscriberQueueOptions;
  readonly #busy = new Set<string>();
  readonly #wokenAgain = new Set<string>();
  #pausedUntil = 0;
  readonly #absence = new PassingOutage();
  #isClosed = false;
  #sweep: Promise<void> | undefined;

  constructor(options: SubscriberQueueOptions) {
    this.#options = options;
  }

  /** Delivers what is pending about a family. What fails stays pending. */
  async wake(familyId: string): Promise<void> {
    if (this.#isPaused()) return;
    if (this.#busy.has(familyId)) {
      this.#wokenAgain.add(familyId);
      return;
    }
    this.#busy.add(familyId);
    try {
      await this.#deliverOrGetPast(familyId);
    } finally {
      this.#busy.delete(familyId);
      this.#wokenAgain.delete(familyId);
    }
  }

  /** Takes up all that is pending and due, a few at a time. */
  sweep(): Promise<void> {
    this.#sweep ??= this.#takeUpBacklog().finally(() => {
      this.#sweep = undefined;
    });
    return this.#sweep;
  }

  /** Tries an absent subscriber at once instead of after the pause. */
  endPause(): void {
    this.#pausedUntil = 0;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#sweep?.catch(() => undefined);
  }

  #isPaused(): boolean {
    return this.#isClosed || Date.now() < this.#pausedUntil;
  }

  async #deliverOrGetPast(familyId: string): Promise<void> {
    for (let passed = 0; passed <= MOST_PASSED_AT_ONCE; passed += 1) {
      const refused = await this.#deliverPending(familyId).catch((error: unknown) =>
        this.#keepPending(familyId, error),
      );
      if (!refused || !(await this.#getPast(familyId, refused))) return;
    }
  }

  async #deliverPending(familyId: string): Promise<void> {
    let mayBeMore = true;
    while (mayBeMore) {
      this.#wokenAgain.delete(familyId);
      mayBeMore = (await this.#turn(familyId)) || this.#wokenAgain.has(familyId);
    }
  }

  /** Sends the oldest events pending; answers whether there may be more. */
  async #turn(familyId: string): Promise<boolean> {
    const { pool, subscriber } = this.#options;
    const pending = { subscriber, familyId };
    const number = await pendingNumber(pool, pending);
    if (number === null || this.#isClosed) return false;
    const rows = await undelivered(pool, pending, this.#options.source);
    await this.#send(familyId, rows);
    if (rows.length === EVENTS_PER_TURN) return true;
    return !(await settle(pool, pending, number));
  }

  /** In order, up to the first that fails; what was taken until then is remembered, and what is withheld passed over. */
  async #send(familyId: string, rows: readonly UndeliveredRow[]): Promise<void> {
    const { pool, subscriber } = this.#options;
    let taken = 0;
    try {
      for (const row of rows) {
        if (!row.isWithheld) await this.#deliver(familyId, row);
        taken = row.number;
      }
    } finally {
      if (taken > 0) await rememberDelivered(pool, { subscriber, familyId }, taken);
    }
  }

  async #deliver(familyId: string, row: OutboxRow): Promise<void> {
    const { subscriber, source, deliver } = this.#options;
    await deliver(subscriber, cloudEvent(source, familyId, row)).catch((error: unknown) => {
      throw error instanceof SubscriberAway ? error : new EventRefused(row, error);
    });
    this.#cameBack();
  }

  /** Answers the event that the subscriber has refused so often that it will not take it. */
  async #keepPending(familyId: string, error: unknown): Promise<OutboxRow | null> {
    const { pool, subscriber, log } = this.#options;
    const problem = describeError(error);
    const pending = { subscriber, familyId };
    this.#options.kept?.();
    const isRefused = error instanceof EventRefused;
    if (error instanceof SubscriberAway) {
      this.#wentAway(error);
      await keepDue(pool, pending, problem).catch(() => undefined);
      return null;
    }
    if (isRefused || !isOutage(error)) log.warn({ subscriber, familyId, err: error }, 'event not taken');
    const attempts = await postpone(pool, pending, problem).catch(() => 0);
    return isRefused && attempts >= REFUSED_FOR_GOOD ? error.row : null;
  }

  async #getPast(familyId: string, refused: OutboxRow): Promise<boolean> {
    const { subscriber, getPast, log } = this.#options;
    try {
      return await getPast({ subscriber, familyId }, refused);
    } catch (error) {
      log.warn({ subscriber, familyId, err: error }, 'family not told anew');
      return false;
    }
  }

  #wentAway(error: SubscriberAway): void {
    const { subscriber, log } = this.#options;
    this.#pausedUntil = Date.now() + PAUSE_MS;
    this.#absence.lasts(() => log.warn({ subscriber, err: error }, 'subscriber away; its events wait'));
  }

  #cameBack(): void {
    const { subscriber, log } = this.#options;
    this.#absence.ends(() => log.info({ subscriber }, 'subscriber back; it catches up'));
  }

  async #takeUpBacklog(): Promise<void> {
    const { pool, subscriber } = this.#options;
    let isMoreDue = true;
    while (isMoreDue && !this.#isPaused()) {
      // One family tells whether an absent subscriber is back.
      const most = this.#absence.isOn ? 1 : FAMILIES_PER_CLAIM;
      const families = await claimDue(pool, subscriber, most);
      await this.#wakeAll(families);
      isMoreDue = families.length === most;
    }
  }

  async #wakeAll(families: readonly string[]): Promise<void> {
    const waiting = [...families];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.wake(next);
    };
    await Promise.all(Array.from({ length: FAMILIES_AT_ONCE }, worker));
  }
}
