import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id, rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { holdFamilies, storeAndDeliver } from './publish.ts';
import type { PublishedEvent } from './published-event.ts';

/** Which families' events, and from when on; all of them when neither is named. */
export type ReplaySelection = { readonly familyId?: string | undefined; readonly since?: Date | undefined };

const FAMILIES_AT_A_TIME = 50;
export const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

const FamilyRow = rowOf({ familyId: ['family_id', id] });

const FAMILIES_AFTER = `
  select distinct ${FamilyRow.columns} from outbox
  where family_id > $1 and family_id = coalesce($2::uuid, family_id) and occurred_at >= $3
  order by family_id limit ${FAMILIES_AT_A_TIME}`;

const StoredRow = rowOf({
  type: ['type', z.string()],
  familyId: ['family_id', id],
  data: ['data', z.record(z.string(), z.unknown())],
});

/** Of each thing told about, its newest state: older ones would only be undone by it. */
const NEWEST = `
  select ${StoredRow.columns}
  from (
    select distinct on (outbox.family_id, outbox.type, coalesce(data ->> described.about, outbox.id::text)) outbox.*
    from outbox
    left join unnest($3::text[], $4::text[]) as described (type, about) on described.type = outbox.type
    where family_id = any($1::uuid[]) and occurred_at >= $2 and outbox.type in (select unnest(types) from subscribers)
    order by outbox.family_id, outbox.type, coalesce(data ->> described.about, outbox.id::text), number desc
  ) newest
  order by family_id, number`;

const replayFamilies = async (
  tx: Transaction,
  familyIds: readonly string[],
  since: Date,
  described: readonly PublishedEvent[],
): Promise<number> => {
  await holdFamilies(tx, familyIds);
  const events = await rowsOf(tx, StoredRow, NEWEST, [
    familyIds,
    since,
    described.map(({ type }) => type),
    described.map(({ about }) => about),
  ]);
  await storeAndDeliver(tx, events);
  return events.length;
};

/**
 * Tells again what was told, under new numbers: a receiver takes them like any other event, in order, and since they
 * carry state, taking one twice changes nothing. Answers how many were published.
 */
export const replay = async (
  db: Database,
  { familyId, since = new Date(0) }: ReplaySelection,
  described: readonly PublishedEvent[],
): Promise<number> => {
  let published = 0;
  let after = BEFORE_ALL_IDS;
  for (;;) {
    const rows = await rowsOf(db, FamilyRow, FAMILIES_AFTER, [after, familyId ?? null, since]);
    const families = rows.map((row) => row.familyId);
    const last = families.at(-1);
    if (!last) return published;
    published += await inTransaction(db, (tx) => replayFamilies(tx, families, since, described));
    after = last;
  }
};
