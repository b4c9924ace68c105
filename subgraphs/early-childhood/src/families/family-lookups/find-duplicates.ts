import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Permission } from '../../permissions.ts';
import type { Child } from '../families/child.ts';
import { childrenAlike } from './family-lookup.queries.ts';
import { keepLookup, mayLookUp } from './look-up-family.ts';
import { PossibleDuplicate } from './possible-duplicate.ts';

/**
 * Of children just registered, those of whose name and birth date another is registered already. Whoever registers is
 * told no more than a look-up tells, and it is counted and recorded as one.
 */
export const findDuplicates = async (
  tx: Transaction,
  children: readonly Child[],
  acting: ActingUser,
): Promise<PossibleDuplicate[]> => {
  if (children.length === 0 || !(await mayLookUp(tx, acting))) return [];
  const alike = await childrenAlike(
    tx,
    children.map(({ id }) => id),
    acting.sight.filter('family:look-up' satisfies Permission),
  );
  const familyIds = [...new Set(alike.map(({ familyId }) => familyId))].sort();
  await keepLookup(tx, acting, familyIds.length > 0 ? 'FOUND' : 'NOT_FOUND', familyIds);
  return children.filter(({ id }) => alike.some(({ childId }) => childId === id)).map(PossibleDuplicate.of);
};
