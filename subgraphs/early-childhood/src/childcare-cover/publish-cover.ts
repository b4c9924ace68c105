import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, publishAll } from '@relais/platform/events/publish.ts';
import { changedCovers } from './published-cover.queries.ts';

/**
 * Tells the other agencies which upcoming milestones of these families have another cover than they were last told.
 * Call it last, with every family of the children concerned: under shared residence that is both.
 */
export const publishCoverOfFamilies = async (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<void> => {
  await holdFamilies(tx, familyIds);
  const covers = await changedCovers(tx, familyIds, now);
  await publishAll(
    tx,
    covers.map(({ milestoneId, familyId, startsAt, status, milestoneVersion }) => ({
      type: 'relais.cover.changed.v1',
      familyId,
      data: { milestoneId, familyId, startsAt: startsAt.toISOString(), status, milestoneVersion },
    })),
  );
};
