import type { Database } from '../database/database.ts';
import { givenFollowers } from '../followers/followers.builder.ts';
import { newId } from '../ids.ts';
import { KnownAdult } from './known-adult.ts';
import { KnownFamily } from './known-family.ts';

let families = 0;

/** A family with one adult, as events would have told of it, whom those who ask in most tests follow. */
export const givenKnownFamily = async (db: Database, given: Partial<KnownFamily> = {}) => {
  families += 1;
  const reference = `NAN-${900_000 + families}`;
  const family = { id: newId(), reference, version: 1, districtId: null, ...given };
  await db.insert(KnownFamily, family);
  const adultId = newId();
  await db.insert(KnownAdult, { id: adultId, familyId: family.id });
  await givenFollowers(db, family.id);
  return { familyId: family.id, adultId, reference: family.reference };
};
