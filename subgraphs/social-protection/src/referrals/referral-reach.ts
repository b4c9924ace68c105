import type { Transaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { hasDistrictService } from '../professionals/directory.queries.ts';
import { restrictionsInForce } from '../restricted-files/restriction.queries.ts';

/** Whom it would reach that names nobody. */
export type Reach = { readonly isRestricted: boolean; readonly hasDistrictService: boolean };

export const reachOf = async (tx: Transaction, familyId: string, now: Date): Promise<Reach> => {
  const restrictions = await restrictionsInForce(tx, [familyId]);
  return {
    isRestricted: restrictions.length > 0,
    hasDistrictService: await hasDistrictService(tx, familyId, dayOf(now)),
  };
};
