import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { KnownAdult } from './known-adult.ts';
import { KnownFamily } from './known-family.ts';

/** A family with one adult, as early-childhood would have told of it. */
export const aKnownFamily = async (db: Database, given: Partial<KnownFamily> = {}) => {
  const family = { id: newId(), version: 1, districtId: null, ...given };
  await db.insert(KnownFamily, { reference: `F-${family.id}`, ...family });
  const adultId = newId();
  await db.insert(KnownAdult, { id: adultId, familyId: family.id });
  return { familyId: family.id, adultId };
};
