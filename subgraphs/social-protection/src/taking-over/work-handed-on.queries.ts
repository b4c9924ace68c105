import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';

const HandedOnRow = rowOf({
  id: ['id', id],
  familyId: ['family_id', id],
  fromSub: ['from_sub', z.string()],
  toSub: ['to_sub', z.string().nullable()],
  handedOnBy: ['handed_on_by', z.string()],
  handedOnAt: ['handed_on_at', instant],
});
/** That somebody's open tasks and waiting referrals of a family went to a colleague; without one, to the desk. */
export type WorkHandedOn = RowFrom<typeof HandedOnRow>;

const OF_FAMILIES = `select ${HandedOnRow.columns} from work_handed_on where family_id = any($1)`;

export const workHandedOnOf = (db: Database, familyIds: readonly string[]): Promise<WorkHandedOn[]> =>
  rowsOf(db, HandedOnRow, OF_FAMILIES, [familyIds]);

const INSERT = `
  insert into work_handed_on (id, family_id, from_sub, to_sub, handed_on_by, handed_on_at)
  select gen_random_uuid(), family_id, $2, $3, $4, $5 from unnest($1::uuid[]) as family_id`;

export const recordWorkHandedOn = async (
  tx: Transaction,
  familyIds: readonly string[],
  { fromSub, toSub, handedOnBy, handedOnAt }: Omit<WorkHandedOn, 'id' | 'familyId'>,
): Promise<void> => {
  await tx.query(INSERT, [familyIds, fromSub, toSub, handedOnBy, handedOnAt]);
};
