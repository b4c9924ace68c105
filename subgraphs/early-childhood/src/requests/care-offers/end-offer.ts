import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { lockCentres } from '../../care/bookings/booking.queries.ts';
import { stepRequest } from '../care-requests/step-request.ts';
import { giveBackOffered, type LockedOffer, lockOfferFor } from './care-offer.queries.ts';
import type { endOfferReasons } from './care-offer.reasons.ts';
import { offerStepRefusal } from './care-offer.rules.ts';
import { CareOffer } from './care-offer.ts';
import type { CareOfferStatus } from './care-offer-status.ts';
import { publishOffers } from './publish-offers.ts';

export type Ending = Acting & {
  readonly to: Extract<CareOfferStatus, 'DECLINED' | 'EXPIRED' | 'WITHDRAWN'>;
  readonly reason: string;
};

export type OfferToEnd = { readonly offerId: string; readonly version: number; readonly reason: string };
export type EndOfferResult = { readonly careOffer: CareOffer } | Refused<Word<typeof endOfferReasons>>;

/** Gives a held place back at once: whoever asks next may have it. The request waits again, as before. */
export const endOffer = async (
  tx: Transaction,
  { offer, careRequest }: LockedOffer,
  { to, reason, now, user }: Ending,
): Promise<CareOffer> => {
  await lockCentres(tx, [offer.centreId]);
  await giveBackOffered(tx, offer.id, reason, now);
  const endReason = to === 'EXPIRED' ? null : reason;
  const ended = await store(tx, CareOffer, offer, { status: to, endReason });
  await stepRequest(tx, careRequest, 'SUBMITTED', { now, user, reason, kind: `OFFER_${to}` });
  await publishOffers(tx, [{ ...ended, familyId: careRequest.familyId }]);
  return ended;
};

/** Ends an open offer because somebody says so, with the reason. */
export const endOpenOffer = async (
  tx: Transaction,
  input: OfferToEnd,
  ending: ActingSeer & Pick<Ending, 'to'>,
): Promise<EndOfferResult> => {
  const locked = await lockOfferFor(tx, input.offerId, ending);
  if (!locked) return { refusal: 'UNKNOWN_OFFER' };
  const reason = input.reason.trim();
  const refusal =
    offerStepRefusal(locked.offer, input.version, ending.now) ?? (reason ? null : 'REASON_MISSING');
  if (refusal) return { refusal };

  return { careOffer: await endOffer(tx, locked, { ...ending, reason }) };
};
