import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { say } from '@relais/platform/messages.ts';
import { familiesOfChild, lockCentres } from '../../care/bookings/booking.queries.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { uncoveredMilestones } from '../../cover/childcare-cover/uncovered-milestone.queries.ts';
import type { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import { Child } from '../../families/families/child.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { giveBackOffered, standingOfferOf } from './care-offer.queries.ts';
import { CareOffer } from './care-offer.ts';
import { publishOffers } from './publish-offers.ts';
import { withdrawnMessages } from './withdrawn-request.messages.ts';

/**
 * Gives back what a request that ends holds, and what it has booked that begins after a moment. Answers the milestones that lose
 * their care; the other agencies are told, so call it last.
 */
export const withdrawStandingOffer = async (
  tx: Transaction,
  { id, childId, familyId }: CareRequest,
  reason: string | null,
  { now, givenBackFrom }: { readonly now: Date; readonly givenBackFrom: Date },
): Promise<UncoveredMilestone[]> => {
  const offer = await standingOfferOf(tx, id);
  if (!offer) return [];
  await lockCentres(tx, [offer.centreId]);
  const endReason = reason ?? say(withdrawnMessages, 'fr', 'REQUEST_WITHDRAWN');
  const stays = await giveBackOffered(tx, offer.id, endReason, givenBackFrom);
  const withdrawn = await store(tx, CareOffer, offer, { status: 'WITHDRAWN', endReason });
  const familyIds = await familiesOfChild(tx, await tx.findOneByOrFail(Child, { id: childId }));
  const uncovered = await uncoveredMilestones(tx, { stays, familyIds }, now);
  await publishCoverOfFamilies(tx, familyIds, now);
  await publishOffers(tx, [{ ...withdrawn, familyId }]);
  return uncovered;
};
