import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, publish } from '@relais/platform/events/publish.ts';
import { entitlementFilesOfFamilies } from '../entitlements/entitlement.queries.ts';
import { incomeSupportPeriods } from './benefits-status.rules.ts';

export const INCOME_SUPPORT_CHANGED = 'relais.income-support.changed.v1';

/** Tells the service point when a family has income support: days only, never amounts. Call it last. */
export const tellIncomeSupport = async (tx: Transaction, familyId: string): Promise<void> => {
  await holdFamilies(tx, [familyId]);
  const files = await entitlementFilesOfFamilies(tx, [familyId]);
  const periods = incomeSupportPeriods(files).map(({ status, from, to }) => ({
    status,
    from: from.toString(),
    to: to?.toString() ?? null,
  }));
  await publish(tx, { type: INCOME_SUPPORT_CHANGED, familyId, data: { familyId, periods } });
};
