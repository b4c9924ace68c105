import type { Transaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';

/** A change as its owner tells it: `data` is the whole current state a projection needs, never a difference. */
export type Publication = { readonly type: string; readonly familyId: string; readonly data: object };

const NUMBER_AND_STORE = `
  insert into outbox (id, family_id, number, type, data)
  select $1, $2, coalesce((select max(number) from outbox where family_id = $2), 0) + 1, $3, $4`;

const OWE_TO_SUBSCRIBERS = `
  insert into pending_deliveries (subscriber, family_id)
  select name, $1 from subscribers where types && $2::text[]
  on conflict do nothing`;

/** The job only wakes the delivery, at commit; order comes from the numbers. */
const WAKE_DELIVERY = `
  select graphile_worker.add_job('deliver',
    json_build_object('subscriber', name, 'familyId', $1::text),
    job_key := 'deliver:' || name || ':' || $1::text)
  from subscribers where types && $2::text[]`;

/** One family's numbering is held by one transaction at a time, so that numbers follow commits. */
export const HOLD_NUMBERING = 'select pg_advisory_xact_lock(hashtextextended($1, 1))';

/**
 * Holds the families' event numbering until commit. Whoever publishes something computed (a cover) holds first and
 * computes then, or two changes at once would each publish a state without the other's.
 */
export const holdFamilies = async (tx: Transaction, familyIds: readonly string[]): Promise<void> => {
  for (const familyId of [...new Set(familyIds)].sort()) await tx.query(HOLD_NUMBERING, [familyId]);
};

/** Tells the other agencies of a change, in the transaction that makes it. Call it last. */
export const publish = (tx: Transaction, event: Publication): Promise<void> => publishAll(tx, [event]);

/** `publish` for several events; families are taken in id order, so that two transactions cannot block each other. */
export const publishAll = async (tx: Transaction, events: readonly Publication[]): Promise<void> => {
  const families = [...new Set(events.map(({ familyId }) => familyId))].sort();
  for (const familyId of families) {
    const ofFamily = events.filter((event) => event.familyId === familyId);
    const types = ofFamily.map(({ type }) => type);
    await tx.query(HOLD_NUMBERING, [familyId]);
    for (const { type, data } of ofFamily) {
      await tx.query(NUMBER_AND_STORE, [newId(), familyId, type, JSON.stringify(data)]);
    }
    await tx.query(OWE_TO_SUBSCRIBERS, [familyId, types]);
    await tx.query(WAKE_DELIVERY, [familyId, types]);
  }
};
