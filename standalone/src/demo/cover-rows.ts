import { changedCovers } from '@relais/early-childhood/childcare-cover/published-cover.queries.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';

/** The cover of a milestone as the other two agencies keep it. */
export type CoverRow = {
  readonly milestone_id: string;
  readonly family_id: string;
  readonly starts_at: Date;
  readonly status: string;
  readonly milestone_version: number;
};

const PUBLISHED = `
  select milestone_id, published.family_id, starts_at, published.status, milestone_version
  from published_covers published join known_milestones on known_milestones.id = milestone_id
  where published.family_id = any($1::uuid[])`;

const BEFORE_ALL = new Date(0);

/** Lets early-childhood work out the cover of the families' milestones, past ones too: it was told when they were to come. */
export const workOutCovers = (earlyChildhood: Database, familyIds: readonly string[]): Promise<CoverRow[]> =>
  inTransaction(earlyChildhood, async (tx) => {
    await changedCovers(tx, familyIds, BEFORE_ALL);
    return tx.query(PUBLISHED, [familyIds]);
  });
