import { z } from 'zod';
import { hasRows } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import type { EventReceiver } from '../subgraph.ts';
import type { MergeFamily } from './merge-family.queries.ts';

const familyChange = z.object({
  familyId: z.uuid(),
  reference: z.string().min(1),
  version: z.number().int().positive(),
  adultIds: z.array(z.uuid()),
  districtId: z.uuid().nullish(),
  registeredOn: z.iso.date().nullish(),
  homes: z.array(z.object({ districtId: z.uuid().nullable(), from: z.iso.date() })).default([]),
  mergedInto: z.uuid().nullish(),
  mergedAdults: z.array(z.object({ adultId: z.uuid(), mergedInto: z.uuid() })).default([]),
});
type FamilyChange = z.output<typeof familyChange>;

/** Answers no row when what is known is newer. The same version is taken again: that is how a rebuild repairs. */
const STORE_NEWEST = `
  insert into known_families as known (id, reference, version, district_id, registered_on, homes)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do update
    set reference = excluded.reference, version = excluded.version, district_id = excluded.district_id,
      registered_on = excluded.registered_on, homes = excluded.homes
    where known.version <= excluded.version
  returning id`;

const isNews = (
  tx: Transaction,
  { familyId, reference, version, ...family }: FamilyChange,
): Promise<boolean> => {
  const { districtId = null, registeredOn = null, homes } = family;
  const values = [familyId, reference, version, districtId, registeredOn, JSON.stringify(homes)];
  return hasRows(tx, STORE_NEWEST, values);
};

const FORGET_ADULTS_WHO_LEFT = 'delete from known_adults where family_id = $1 and id <> all($2::uuid[])';

const STORE_ADULTS = `
  insert into known_adults (id, family_id) select unnest($2::uuid[]), $1
  on conflict (id) do update set family_id = excluded.family_id`;

const storeAdults = async (tx: Transaction, { familyId, adultIds }: FamilyChange): Promise<void> => {
  await tx.query(FORGET_ADULTS_WHO_LEFT, [familyId, adultIds]);
  await tx.query(STORE_ADULTS, [familyId, adultIds.toSorted()]);
};

/**
 * Keeps the newest version of a family. The event carries the whole state, so a replay or a rebuild is the same as hearing
 * it the first time. All that an agency keeps of a family that was merged is its survivor's from then on.
 */
export const receiveFamilyChange =
  (mergeFamily: MergeFamily): EventReceiver =>
  async (tx, { data }, now) => {
    const family = familyChange.parse(data);
    if (!(await isNews(tx, family))) return;
    const { familyId, mergedInto, mergedAdults } = family;
    if (!mergedInto) return storeAdults(tx, family);
    await mergeFamily(tx, { familyId, mergedInto, mergedAdults }, now);
  };
