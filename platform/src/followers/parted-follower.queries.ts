import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { type Follower, FollowerRelation } from './follower.ts';

const PartedRow = rowOf({ sub: ['sub', z.string()], relation: ['relation', z.enum(FollowerRelation)] });
const PARTED = `select ${PartedRow.columns} from parted_followers where file = $1`;

/** Of these, who may be told of a file: not those who followed only the one that was parted from it, while that may be on its way. */
export const withoutParted = async (
  tx: Transaction,
  familyId: string,
  followers: readonly Follower[],
): Promise<readonly Follower[]> => {
  const parted = await rowsOf(tx, PartedRow, PARTED, [familyId]);
  return followers.filter(
    ({ sub, relation }) => !parted.some((each) => each.sub === sub && each.relation === relation),
  );
};

const FORGET =
  'delete from parted_followers where file = $1 and duplicate = $2 and relation = any($3::text[])';

/** Once the agency whose relations these are tells of two files, it tells of each. */
export const forgetParted = async (
  tx: Transaction,
  { familyId, duplicateId }: { readonly familyId: string; readonly duplicateId: string },
  relations: readonly FollowerRelation[],
): Promise<void> => {
  await tx.query(FORGET, [familyId, duplicateId, relations]);
};
