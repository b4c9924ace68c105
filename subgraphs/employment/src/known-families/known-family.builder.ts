import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { KnownAdult } from './known-adult.ts';
import { KnownFamily } from './known-family.ts';

let families = 0;

/** A family with one adult, as an event would have made it known. */
export const givenKnownFamily = async (
  db: Database,
  given: Partial<KnownFamily> = {},
): Promise<{ family: KnownFamily; adult: KnownAdult }> => {
  families += 1;
  const reference = `NAN-TEST-${families}`;
  const family = Object.assign(new KnownFamily(), {
    ...{ id: newId(), reference, version: 1, districtId: null },
    ...given,
  });
  const adult = Object.assign(new KnownAdult(), { id: newId(), familyId: family.id });
  await db.insert(KnownFamily, family);
  await db.insert(KnownAdult, adult);
  return { family, adult };
};
