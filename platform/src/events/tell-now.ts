import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';

/** Of the field `notYetTold` of a payload. */
export const NOT_YET_TOLD =
  'The agencies that did not take it within two seconds: until they do, what they show is as before. Empty when all know.';

/** Whatever asks PostgreSQL. The transaction it is called with is told apart by being the same object. */
type Asked = { query(sql: string, parameters?: unknown[]): Promise<unknown> };

/** Up to which of its numbers a family is to be told before the answer. */
type Urgent = { readonly familyId: string; readonly number: number; readonly subscribers: readonly string[] };

const LONGEST_WAIT_MS = 2_000;
const FIRST_LOOK_MS = 5;
const LOOK_EVERY_MS = 20;

const urgentIn = new WeakMap<object, Urgent[]>();

const PendingRow = rowOf({ subscriber: ['subscriber', z.string()], number: ['number', z.int()] });

/** What the family has to tell goes before all that waits; the job of `publish` is the same under its key. */
const TELL_FIRST = `
  with first as materialized (
    select subscriber, number, graphile_worker.add_job('deliver:' || subscriber,
      json_build_object('familyId', family_id),
      job_key := 'deliver:' || subscriber || ':' || family_id, priority := -10)
    from pending_deliveries where family_id = $1)
  select ${PendingRow.columns} from first`;

/**
 * Has the answer of the mutation wait until the others have taken what its transaction has published of the family:
 * nobody may see what was taken away by then, and nobody waits for what was given. Call it after `publish`.
 */
export const tellNow = async (tx: Asked, familyId: string): Promise<void> => {
  const pending = await rowsOf(tx, PendingRow, TELL_FIRST, [familyId]);
  if (pending.length === 0) return;
  const number = Math.max(...pending.map((each) => each.number));
  const subscribers = pending.map(({ subscriber }) => subscriber);
  urgentIn.set(tx, [...(urgentIn.get(tx) ?? []), { familyId, number, subscribers }]);
};

const WaitingRow = rowOf({ name: ['subscribers.name', z.string()] });

const NOT_YET_TAKEN = `
  select distinct ${WaitingRow.columns}
  from unnest($1::uuid[], $2::bigint[]) as urgent (family_id, number)
  join outbox on outbox.family_id = urgent.family_id and outbox.number <= urgent.number
  join subscribers on outbox.type = any(subscribers.types)
  left join delivery_positions position
    on position.subscriber = subscribers.name and position.family_id = outbox.family_id
  where outbox.number > coalesce(position.number, 0)
  order by 1`;

const whoHasNot = async (db: Asked, urgent: readonly Urgent[]): Promise<string[]> => {
  const rows = await rowsOf(db, WaitingRow, NOT_YET_TAKEN, [
    urgent.map(({ familyId }) => familyId),
    urgent.map(({ number }) => number),
  ]);
  return rows.map(({ name }) => name);
};

/**
 * Waits, after the commit, until the other agencies have taken what `tellNow` was called for; answers those that have not
 * in time. The change stands in any case, and reaches them later.
 */
export const notYetTold = async (db: Asked, committed: Asked, patience = 1): Promise<readonly string[]> => {
  const urgent = urgentIn.get(committed) ?? [];
  if (urgent.length === 0) return [];
  const end = performance.now() + LONGEST_WAIT_MS * patience;
  let waiting: readonly string[] = [...new Set(urgent.flatMap(({ subscribers }) => subscribers))].sort();
  let pause = FIRST_LOOK_MS;
  while (waiting.length > 0 && performance.now() < end) {
    await setTimeout(pause);
    pause = LOOK_EVERY_MS;
    // What was committed is not to be answered as a fault because this could not be asked.
    waiting = await whoHasNot(db, urgent).catch(() => waiting);
  }
  return waiting;
};
