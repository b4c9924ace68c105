import { hasRows } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { z } from 'zod';
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
const KEEP_FAMILY = `
  insert into known_families (id, reference, version, district_id, registered_on, homes)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do update
    set reference = excluded.reference, version = excluded.version, district_id = excluded.district_id,
      registered_on = excluded.registered_on, homes = excluded.homes
    where known_families.version <= excluded.version
  returning id`;

const FORGET_ADULTS_WHO_LEFT = 'delete from known_adults where family_id = $1 and id <> all($2::uuid[])';

const KEEP_ADULTS = `
  insert into known_adults (id, family_id) select unnest($2::uuid[]), $1
  on conflict (id) do update set family_id = excluded.family_id`;

const keepAdults = async (tx: Transaction, { familyId, adultIds }: FamilyChange): Promise<void> => {
  await tx.query(FORGET_ADULTS_WHO_LEFT, [familyId, adultIds]);
  await tx.query(KEEP_ADULTS, [familyId, [...adultIds].sort()]);
};

/**
 * The event carries the whole state, so a replay or a rebuild is the same as hearing it the first time. All that is kept for a
 * family that was merged is its survivor's from then on.
 */
export const receiveFamilyChange =
  (mergeFamily: MergeFamily): EventReceiver =>
  async (tx, event, now) => {
    const family = familyChange.parse(event.data);
    const { familyId, reference, version, districtId = null, mergedInto, mergedAdults } = family;
    const { registeredOn = null, homes } = family;
    const isKept = await hasRows(tx, KEEP_FAMILY, [
      familyId,
      reference,
      version,
      districtId,
      registeredOn,
      JSON.stringify(homes),
    ]);
    if (!isKept) return;
    if (!mergedInto) return keepAdults(tx, family);
    await mergeFamily(tx, { familyId, mergedInto, mergedAdults }, now);
  };
