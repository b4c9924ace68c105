import type { Transaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';

/** A change as its owner tells it: `data` is the whole current state a projection needs, never a difference. */
export type Publication = { readonly type: string; readonly familyId: string; readonly data: object };

/**
 * Numbers are counted apart from the events, which are removed one day: none is ever given twice.
 * The time is that of telling, under the family's lock: a transaction that began earlier may tell later.
 */
const NUMBER_AND_STORE = `
  with told as (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
      with ordinality as told (id, family_id, type, data, position)
  ), numbering as (
    insert into event_numbers as given (family_id, number)
    select family_id, count(*) from told group by family_id order by family_id
    on conflict (family_id) do update set number = given.number + excluded.number
    returning family_id, number
  )
  insert into outbox (id, family_id, number, type, data, occurred_at)
  select told.id, told.family_id,
    numbering.number + 1 - row_number() over (partition by told.family_id order by told.position desc),
    told.type, told.data::jsonb, clock_timestamp()
  from told join numbering on numbering.family_id = told.family_id`;

const OWED = `
  select distinct subscribers.name as subscriber, told.family_id
  from unnest($1::uuid[], $2::text[]) as told (family_id, type)
  join subscribers on told.type = any(subscribers.types)`;

/** In the order of the families, which the caller holds. A debt goes up to the family's newest number. */
const OWE_TO_SUBSCRIBERS = `
  insert into pending_deliveries (subscriber, family_id, number)
  select subscriber, family_id, (select number from event_numbers given where given.family_id = owed.family_id)
  from (${OWED}) owed order by family_id
  on conflict (subscriber, family_id) do update set number = excluded.number`;

/** The job only wakes the delivery, at commit; order comes from the numbers. */
const WAKE_DELIVERY = `
  select graphile_worker.add_job('deliver:' || subscriber,
    json_build_object('familyId', family_id),
    job_key := 'deliver:' || subscriber || ':' || family_id)
  from (${OWED}) owed`;

/**
 * One family's numbering is held by one transaction at a time, so that numbers follow commits. Locks are taken row by
 * row, in the order of the array.
 */
const HOLD_NUMBERINGS = `
  select pg_advisory_xact_lock(hashtextextended(family_id, 1)) from unnest($1::text[]) as held (family_id)`;

/**
 * Holds the families' event numbering until commit. Whoever publishes something computed (a cover) holds first and
 * computes then, or two changes at once would each publish a state without the other's.
 */
export const holdFamilies = async (tx: Transaction, familyIds: readonly string[]): Promise<void> => {
  await tx.query(HOLD_NUMBERINGS, [[...new Set(familyIds)].sort()]);
};

/** Tells the other agencies of a change, in the transaction that makes it. Call it last. */
export const publish = (tx: Transaction, event: Publication): Promise<void> => publishAll(tx, [event]);

/** `publish` for any number of events, in four statements. */
export const publishAll = async (tx: Transaction, events: readonly Publication[]): Promise<void> => {
  if (events.length === 0) return;
  const families = events.map(({ familyId }) => familyId);
  const types = events.map(({ type }) => type);
  const data = events.map((event) => JSON.stringify(event.data));
  await holdFamilies(tx, families);
  await tx.query(NUMBER_AND_STORE, [events.map(() => newId()), families, types, data]);
  await tx.query(OWE_TO_SUBSCRIBERS, [families, types]);
  await tx.query(WAKE_DELIVERY, [families, types]);
};
