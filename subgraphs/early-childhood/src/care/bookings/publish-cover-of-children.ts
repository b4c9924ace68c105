import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import {
  type CareGivenBack,
  uncoveredMilestones,
} from '../../cover/childcare-cover/uncovered-milestone.queries.ts';
import type { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import { familiesOfChildren } from './booking.queries.ts';
import type { Booking } from './booking.ts';

/**
 * Tells the other agencies the cover of all families of these children, and answers the milestones that lose theirs by
 * what was given back. Last in every change; a held booking covered nothing.
 */
export const publishCoverOfChildren = async (
  tx: Transaction,
  freed: readonly (CareGivenBack['stays'][number] & Pick<Booking, 'status'>)[],
  childIds: readonly string[],
  now: Date,
): Promise<UncoveredMilestone[]> => {
  const familyIds = await familiesOfChildren(tx, childIds);
  const stays = freed.filter(({ status }) => status === 'CONFIRMED');
  const uncovered = await uncoveredMilestones(tx, { stays, familyIds }, now);
  await publishCoverOfFamilies(tx, familyIds, now);
  return uncovered;
};
