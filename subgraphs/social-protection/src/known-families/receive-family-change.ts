import { hasRows } from '@relais/platform/database/rows.ts';
import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { Any, Not } from 'typeorm';
import { z } from 'zod';
import { KnownAdult } from './known-adult.ts';
import type { MergeFamily } from './merge-family.queries.ts';

const familyChanged = z.object({
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

/** Answers no row when what is known is newer. The same version is taken again: that is how a rebuild repairs. */
const STORE_NEWER = `
  insert into known_families as known (id, reference, version, district_id, registered_on, homes)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do update
    set reference = excluded.reference, version = excluded.version, district_id = excluded.district_id,
      registered_on = excluded.registered_on, homes = excluded.homes
  where known.version <= excluded.version
  returning id`;

const STORE_ADULTS = `
  insert into known_adults (id, family_id) select unnest($2::uuid[]), $1
  on conflict (id) do update set family_id = excluded.family_id`;

/** Keeps the newest version of a family that early-childhood told of; one that was merged is its survivor's from then on. */
export const receiveFamilyChange =
  (mergeFamily: MergeFamily): EventReceiver =>
  async (tx, { data }, now) => {
    const family = familyChanged.parse(data);
    const { familyId, reference, version, adultIds, districtId = null, mergedInto } = family;
    const { registeredOn = null, homes } = family;
    const isStored = await hasRows(tx, STORE_NEWER, [
      familyId,
      reference,
      version,
      districtId,
      registeredOn,
      JSON.stringify(homes),
    ]);
    if (!isStored) return;
    if (mergedInto) {
      await mergeFamily(tx, { familyId, mergedInto, mergedAdults: family.mergedAdults }, now);
      return;
    }
    await tx.delete(KnownAdult, { familyId, id: Not(Any(adultIds)) });
    await tx.query(STORE_ADULTS, [familyId, adultIds.toSorted()]);
  };
