import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { holdFamilies } from './publish.ts';

const OwedRow = rowOf({ subscriber: ['subscriber', z.string()] });
const OWED = `
  select distinct ${OwedRow.columns} from pending_deliveries where family_id = any($1::uuid[]) order by 1`;

/** Who has not taken yet all that was told of these families. Nobody tells more of them until commit. */
export const whoIsOwed = async (tx: Transaction, familyIds: readonly string[]): Promise<string[]> => {
  await holdFamilies(tx, familyIds);
  const rows = await rowsOf(tx, OwedRow, OWED, [familyIds]);
  return rows.map(({ subscriber }) => subscriber);
};
