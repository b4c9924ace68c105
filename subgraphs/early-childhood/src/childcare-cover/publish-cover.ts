import type { Transaction } from '@relais/platform/database/transaction.ts';

/** Tells the other agencies the cover of these families' upcoming milestones. */
export const publishCoverOfFamilies = async (
  _tx: Transaction,
  _familyIds: readonly string[],
  _now: Date,
): Promise<void> => undefined;
