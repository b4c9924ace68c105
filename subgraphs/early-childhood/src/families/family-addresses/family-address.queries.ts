import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import { FamilyAddress } from './family-address.ts';

/** Where families lived before, latest first; the last one written comes first within a day. */
export const formerAddressesOf = (db: Database, familyIds: string[]): Promise<FamilyAddress[]> =>
  db.find(FamilyAddress, {
    where: { familyId: Any(familyIds) },
    order: { fromDay: 'DESC', untilDay: 'DESC', id: 'DESC' },
  });
