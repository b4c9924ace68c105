import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, type Publication, publish } from '@relais/platform/events/publish.ts';
import { entitlementFilesOfFamilies } from '../entitlements/entitlement.queries.ts';
import type { EntitlementFile } from '../entitlements/entitlement.ts';
import { incomeSupportPeriods } from './benefits-status.rules.ts';

export const INCOME_SUPPORT_CHANGED = 'relais.income-support.changed.v1';

/** When a family has income support: days only, never amounts. */
export const incomeSupportChanged = (familyId: string, files: readonly EntitlementFile[]): Publication => {
  const periods = incomeSupportPeriods(files).map(({ status, from, to }) => ({
    status,
    from: from.toString(),
    to: to?.toString() ?? null,
  }));
  return { type: INCOME_SUPPORT_CHANGED, familyId, data: { familyId, periods } };
};

/** Tells the service point when a family has income support. Call it last. */
export const tellIncomeSupport = async (tx: Transaction, familyId: string): Promise<void> => {
  await holdFamilies(tx, [familyId]);
  await publish(tx, incomeSupportChanged(familyId, await entitlementFilesOfFamilies(tx, [familyId])));
};
