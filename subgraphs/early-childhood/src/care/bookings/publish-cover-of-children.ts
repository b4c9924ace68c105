import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import {
  type CareGivenBack,
  uncoveredMilestones,
} from '../../cover/childcare-cover/uncovered-milestone.queries.ts';
import type { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import { familiesOfChildren } from './booking.queries.ts';
import type { Booking } from './booking.ts';

type Freed = CareGivenBack['stays'][number] & Pick<Booking, 'status'>;

/** A held booking covered nothing. */
const losingCover = (
  tx: Transaction,
  freed: readonly Freed[],
  familyIds: readonly string[],
  now: Date,
): Promise<UncoveredMilestone[]> =>
  uncoveredMilestones(tx, { stays: freed.filter(({ status }) => status === 'CONFIRMED'), familyIds }, now);

/** The milestones that what was given back earlier leaves without cover now. */
export const milestonesLosingCover = async (
  tx: Transaction,
  freed: readonly Freed[],
  now: Date,
): Promise<UncoveredMilestone[]> => {
  const childIds = [...new Set(freed.map(({ childId }) => childId))];
  return losingCover(tx, freed, await familiesOfChildren(tx, childIds), now);
};

/**
 * Tells the other agencies the cover of all families of these children, and answers the milestones that lose theirs by
 * what was given back. Last in every change.
 */
export const publishCoverOfChildren = async (
  tx: Transaction,
  freed: readonly Freed[],
  childIds: readonly string[],
  now: Date,
): Promise<UncoveredMilestone[]> => {
  const familyIds = await familiesOfChildren(tx, childIds);
  const uncovered = await losingCover(tx, freed, familyIds, now);
  await publishCoverOfFamilies(tx, familyIds, now);
  return uncovered;
};
