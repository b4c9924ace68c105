import { CoverStatus } from '@relais/early-childhood/cover/childcare-cover/cover-status.ts';
import { changedCovers } from '@relais/early-childhood/cover/childcare-cover/published-cover.queries.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';

/** The cover of a milestone as the other two agencies keep it. */
const CoverRow = rowOf({
  milestone_id: ['milestone_id', id],
  family_id: ['published.family_id', id],
  starts_at: ['starts_at', instant],
  status: ['published.status', z.enum(CoverStatus)],
  milestone_version: ['milestone_version', z.int()],
});
export type CoverRow = RowFrom<typeof CoverRow>;

const PUBLISHED = `
  select ${CoverRow.columns}
  from published_covers published join known_milestones on known_milestones.id = milestone_id
  where published.family_id = any($1::uuid[])`;

const BEFORE_ALL = new Date(0);

/** Lets early-childhood work out the cover of the families' milestones, past ones too: it was told when they were to come. */
export const workOutCovers = (earlyChildhood: Database, familyIds: readonly string[]): Promise<CoverRow[]> =>
  inTransaction(earlyChildhood, async (tx) => {
    await changedCovers(tx, familyIds, BEFORE_ALL);
    return rowsOf(tx, CoverRow, PUBLISHED, [familyIds]);
  });
