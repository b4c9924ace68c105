import type { Transaction } from '@relais/platform/database/transaction.ts';

type SamePerson = { readonly adultId: string; readonly mergedInto: string };

const RENAME = `
  update entitlements set adult_id = same.stays
  from unnest($1::uuid[], $2::uuid[]) same (goes, stays) where adult_id = same.goes`;

/** An adult who was registered twice holds all under one id; two files of one scheme stay two, as two sources do. */
export const renameHolders = async (tx: Transaction, people: readonly SamePerson[]): Promise<void> => {
  await tx.query(RENAME, [people.map(({ adultId }) => adultId), people.map(({ mergedInto }) => mergedInto)]);
};
