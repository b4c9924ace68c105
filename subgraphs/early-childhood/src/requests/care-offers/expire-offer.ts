import type { JobHandler } from '@relais/platform/jobs/job.ts';
import { lockCareOffer } from './care-offer.queries.ts';
import { answerReasons } from './care-offer.reasons.ts';
import { hasExpired } from './care-offer.rules.ts';
import { endOffer } from './end-offer.ts';

export const EXPIRE_OFFER = 'expire-offer';

/** Who did what nobody did. */
const BY_ITSELF = { sub: 'relais' };

/** Gives back the place of an offer that nobody answered in time; one that was answered has no time to run out. */
export const expireOffer: JobHandler = async (tx, { offerId }, now) => {
  const locked = await lockCareOffer(tx, String(offerId));
  if (locked?.offer.status !== 'OPEN' || !hasExpired(locked.offer, now)) return;
  const reason = answerReasons.OFFER_EXPIRED.fr;
  await endOffer(tx, locked, { to: 'EXPIRED', reason, now, user: BY_ITSELF });
};
