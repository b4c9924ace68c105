import type { z } from 'zod';
import { noteChanged } from '../access-log/changed-families.ts';
import type { Transaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { OtherSubject, type PublishedEvent, UnsayableState } from './published-event.ts';

/** A change as its owner tells it: `data` is the whole current state a projection needs, never a difference. */
export type Publication = {
  readonly event: PublishedEvent;
  /** The family it is about, or the person where it is about no family: in whose order it is told. */
  readonly familyId: string;
  readonly data: object;
};

/** The compiler holds the data against the event's shape; `publish` holds the values against it. */
export const publicationOf = <Shape extends z.ZodObject>(
  event: PublishedEvent & { readonly data: Shape },
  familyId: string,
  data: z.input<Shape>,
): Publication => ({ event, familyId, data });

/** An event as it is stored: told once, or about to be. */
export type StoredEvent = { readonly type: string; readonly familyId: string; readonly data: object };

/**
 * Numbers are counted apart from the events, which are removed one day: none is ever given twice.
 * The time is that of telling, under the family's lock: a transaction that began earlier may tell later.
 */
const NUMBER_AND_STORE = `
  with published as (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
      with ordinality as published (id, family_id, type, data, position)
  ), numbering as (
    insert into event_numbers as given (family_id, number)
    select family_id, count(*) from published group by family_id order by family_id
    on conflict (family_id) do update set number = given.number + excluded.number
    returning family_id, number
  )
  insert into outbox (id, family_id, number, type, data, occurred_at)
  select published.id, published.family_id,
    numbering.number + 1 - row_number() over (partition by published.family_id order by published.position desc),
    published.type, published.data::jsonb, clock_timestamp()
  from published join numbering on numbering.family_id = published.family_id`;

const PENDING = `
  select distinct subscribers.name as subscriber, published.family_id
  from unnest($1::uuid[], $2::text[]) as published (family_id, type)
  join subscribers on published.type = any(subscribers.types)`;

/** In the order of the families, which the caller holds. It is pending up to the family's newest number. */
const MAKE_PENDING = `
  insert into pending_deliveries (subscriber, family_id, number)
  select subscriber, family_id, (select number from event_numbers given where given.family_id = pending.family_id)
  from (${PENDING}) pending order by family_id
  on conflict (subscriber, family_id) do update set number = excluded.number`;

/** The job only wakes the delivery, at commit; order comes from the numbers. */
const WAKE_DELIVERY = `
  select graphile_worker.add_job('deliver:' || subscriber,
    json_build_object('familyId', family_id),
    job_key := 'deliver:' || subscriber || ':' || family_id)
  from (${PENDING}) pending`;

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

/**
 * Numbers events and says for whom they are pending, without waking the delivery. What the subscribers could not read would
 * hold up everything the family has to tell after it, so `publish` never lets it come this far.
 */
export const storeEvents = async (tx: Transaction, events: readonly StoredEvent[]): Promise<void> => {
  const families = events.map(({ familyId }) => familyId);
  const types = events.map(({ type }) => type);
  const data = events.map((event) => JSON.stringify(event.data));
  await holdFamilies(tx, families);
  await tx.query(NUMBER_AND_STORE, [events.map(() => newId()), families, types, data]);
  await tx.query(MAKE_PENDING, [families, types]);
};

/** Numbers events, and has them delivered. */
export const storeAndDeliver = async (tx: Transaction, events: readonly StoredEvent[]): Promise<void> => {
  if (events.length === 0) return;
  await storeEvents(tx, events);
  await tx.query(WAKE_DELIVERY, [events.map(({ familyId }) => familyId), events.map(({ type }) => type)]);
};

/** The state as the event's own description takes it: what it cannot take is not committed, and nothing else is published. */
const checked = ({ event: { type, subject, data: shape }, familyId, data }: Publication): StoredEvent => {
  const read = shape.safeParse(data);
  if (!read.success) throw new UnsayableState(type, read.error);
  if (read.data[subject.id] !== familyId) throw new OtherSubject(type, subject.id);
  return { type, familyId, data: read.data };
};

/** Tells the other agencies of a change, in the transaction that makes it. Call it last. */
export const publish = (tx: Transaction, publication: Publication): Promise<void> =>
  publishAll(tx, [publication]);

/** `publish` for any number of events, in four statements. */
export const publishAll = (tx: Transaction, publications: readonly Publication[]): Promise<void> => {
  const ofFamilies = publications.filter(({ event }) => event.subject.kind === 'FAMILY');
  noteChanged(
    tx,
    ofFamilies.map(({ familyId }) => familyId),
  );
  return storeAndDeliver(tx, publications.map(checked));
};
