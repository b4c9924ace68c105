import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import { FamilyAddress } from './family-address.ts';
import { FamilyHome } from './family-home.ts';

/** Where families lived before, latest first; the last one written comes first within a day. */
export const formerAddressesOf = (db: Database, familyIds: string[]): Promise<FamilyAddress[]> =>
  db.find(FamilyAddress, {
    where: { familyId: Any(familyIds) },
    order: { fromDay: 'DESC', untilDay: 'DESC', id: 'DESC' },
  });

/** Where each of these families lives, in order; `null` where who asks may not know. */
export const homesOf = async (db: Database, familyIds: readonly string[]): Promise<(FamilyHome | null)[]> => {
  const found = await db.findBy(FamilyHome, { familyId: Any([...familyIds]) });
  const homes = new Map(found.map((home) => [home.familyId, home]));
  return familyIds.map((id) => homes.get(id) ?? null);
};
