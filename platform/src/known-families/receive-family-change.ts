import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import type { EventReceiver } from '../subgraph.ts';
import { dayOf } from '../time/civil-time.ts';
import type { MergeFamily } from './merge-family.queries.ts';

const familyChange = z.object({
  familyId: z.uuid(),
  reference: z.string().min(1),
  version: z.number().int().positive(),
  adultIds: z.array(z.uuid()),
  districtId: z.uuid().nullish(),
  registeredOn: z.iso.date().nullish(),
  homes: z.array(z.object({ districtId: z.uuid().nullable(), from: z.iso.date() })).default([]),
  registeredBy: z
    .object({ sub: z.string().min(1), name: z.string(), role: z.string(), agency: z.string() })
    .nullish(),
  mergedInto: z.uuid().nullish(),
  mergedAdults: z.array(z.object({ adultId: z.uuid(), mergedInto: z.uuid() })).default([]),
});
type FamilyChange = z.output<typeof familyChange>;

const StoredRow = rowOf({ isFirst: ['xmax = 0', z.boolean()] });

/** Answers no row when what is known is newer. The same version is taken again: that is how a rebuild repairs. */
const STORE_NEWEST = `
  insert into known_families as known (id, reference, version, district_id, registered_on, homes)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do update
    set reference = excluded.reference, version = excluded.version, district_id = excluded.district_id,
      registered_on = excluded.registered_on, homes = excluded.homes
    where known.version <= excluded.version
  returning ${StoredRow.columns}`;

/** Whether the family is heard of for the first time, or nothing when what is known of it is newer. */
const storeNewest = async (
  tx: Transaction,
  { familyId, reference, version, ...family }: FamilyChange,
): Promise<{ readonly isFirst: boolean } | undefined> => {
  const { districtId = null, registeredOn = null, homes } = family;
  const values = [familyId, reference, version, districtId, registeredOn, JSON.stringify(homes)];
  const [stored] = await rowsOf(tx, StoredRow, STORE_NEWEST, values);
  return stored;
};

const FORGET_ADULTS_WHO_LEFT = 'delete from known_adults where family_id = $1 and id <> all($2::uuid[])';

const STORE_ADULTS = `
  insert into known_adults (id, family_id) select unnest($2::uuid[]), $1
  on conflict (id) do update set family_id = excluded.family_id`;

const storeAdults = async (tx: Transaction, { familyId, adultIds }: FamilyChange): Promise<void> => {
  await tx.query(FORGET_ADULTS_WHO_LEFT, [familyId, adultIds]);
  await tx.query(STORE_ADULTS, [familyId, adultIds.toSorted()]);
};

/** Who registered a family that is heard of for the first time, and when. */
type Registration = {
  readonly familyId: string;
  readonly registeredBy: NonNullable<FamilyChange['registeredBy']>;
  readonly registeredOn: Temporal.PlainDate;
};
export type FamilyRegistered = (tx: Transaction, registration: Registration, now: Date) => Promise<void>;

const registrationOf = (
  { familyId, registeredBy, registeredOn }: FamilyChange,
  now: Date,
): Registration | null => {
  if (!registeredBy) return null;
  return {
    familyId,
    registeredBy,
    registeredOn: registeredOn ? Temporal.PlainDate.from(registeredOn) : dayOf(now),
  };
};

/**
 * Keeps the newest version of a family. The event carries the whole state, so a replay or a rebuild is the same as hearing
 * it the first time. All that an agency keeps of a family that was merged is its survivor's from then on.
 */
export const receiveFamilyChange =
  (mergeFamily: MergeFamily, registered: FamilyRegistered): EventReceiver =>
  async (tx, { data }, now) => {
    const family = familyChange.parse(data);
    const stored = await storeNewest(tx, family);
    if (!stored) return;
    const { familyId, mergedInto, mergedAdults } = family;
    if (mergedInto) return mergeFamily(tx, { familyId, mergedInto, mergedAdults }, now);
    await storeAdults(tx, family);
    const registration = registrationOf(family, now);
    if (stored.isFirst && registration) await registered(tx, registration, now);
  };
