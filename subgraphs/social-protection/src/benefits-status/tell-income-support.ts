import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, publishAll } from '@relais/platform/events/publish.ts';
import { entitlementFilesOfFamilies } from '../entitlements/entitlement.queries.ts';
import { incomeSupportPeriods } from './benefits-status.rules.ts';

export const INCOME_SUPPORT_CHANGED = 'relais.income-support.changed.v1';

/** Tells the service point when families have income support: days only, never amounts. Call it last. */
export const tellIncomeSupportOf = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const familyIds = [...new Set(ids)].sort();
  await holdFamilies(tx, familyIds);
  const files = await entitlementFilesOfFamilies(tx, familyIds);
  const events = familyIds.map((familyId) => {
    const ofFamily = files.filter((file) => file.familyId === familyId);
    const periods = incomeSupportPeriods(ofFamily).map(({ status, from, to }) => ({
      status,
      from: from.toString(),
      to: to?.toString() ?? null,
    }));
    return { type: INCOME_SUPPORT_CHANGED, familyId, data: { familyId, periods } };
  });
  await publishAll(tx, events);
};

export const tellIncomeSupport = (tx: Transaction, familyId: string): Promise<void> =>
  tellIncomeSupportOf(tx, [familyId]);
