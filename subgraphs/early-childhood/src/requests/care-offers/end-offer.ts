import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { lockCentres } from '../../care/bookings/booking.queries.ts';
import { stepRequest } from '../care-requests/step-request.ts';
import { type LockedOffer, lockCareOffer, releaseBookings } from './care-offer.queries.ts';
import type { endReasons } from './care-offer.reasons.ts';
import { offerStepRefusal } from './care-offer.rules.ts';
import type { CareOffer } from './care-offer.ts';
import type { CareOfferStatus } from './care-offer-status.ts';
import { publishOffers } from './publish-offers.ts';

export type Ending = Acting & {
  readonly to: Extract<CareOfferStatus, 'DECLINED' | 'EXPIRED' | 'WITHDRAWN'>;
  readonly reason: string;
};

export type OfferToEnd = { readonly offerId: string; readonly version: number; readonly reason: string };
export type EndOfferResult = { readonly careOffer: CareOffer } | Refused<Word<typeof endReasons>>;

/** Gives a held place back at once: whoever asks next may have it. The request waits again, as before. */
export const endOffer = async (
  tx: Transaction,
  { offer, careRequest }: LockedOffer,
  { to, reason, now, user }: Ending,
): Promise<void> => {
  await lockCentres(tx, [offer.centreId]);
  await releaseBookings(tx, offer.id, reason, now);
  offer.status = to;
  offer.endReason = to === 'EXPIRED' ? null : reason;
  offer.version += 1;
  await tx.save(offer);
  await stepRequest(tx, careRequest, 'SUBMITTED', { now, user, reason, kind: `OFFER_${to}` });
  await publishOffers(tx, [{ ...offer, familyId: careRequest.familyId }]);
};

/** Ends an open offer because somebody says so, with the reason. */
export const endOpenOffer = async (
  tx: Transaction,
  input: OfferToEnd,
  ending: Omit<Ending, 'reason'>,
): Promise<EndOfferResult> => {
  const locked = await lockCareOffer(tx, input.offerId);
  if (!locked) return { refusal: 'UNKNOWN_OFFER' };
  const reason = input.reason.trim();
  const refusal =
    offerStepRefusal(locked.offer, input.version, ending.now) ?? (reason ? null : 'REASON_MISSING');
  if (refusal) return { refusal };

  await endOffer(tx, locked, { ...ending, reason });
  return { careOffer: locked.offer };
};
