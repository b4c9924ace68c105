import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { answerReasons } from './care-offer.reasons.ts';
import type { CareOfferStatus } from './care-offer-status.ts';

/** The life of an offer. An accepted one is withdrawn only with its request. */
export const nextOfferStatuses = {
  OPEN: ['ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'],
  ACCEPTED: ['WITHDRAWN'],
  DECLINED: [],
  EXPIRED: [],
  WITHDRAWN: [],
} as const satisfies Record<CareOfferStatus, readonly CareOfferStatus[]>;

export const offerMayBecome = (from: CareOfferStatus, to: CareOfferStatus): boolean =>
  nextOfferStatuses[from].some((status) => status === to);

type OfferStepRefusal = Word<typeof answerReasons>;

type Standing = { readonly status: CareOfferStatus; readonly expiresAt: Date; readonly version: number };

const refusalsByStatus = {
  OPEN: null,
  ACCEPTED: 'ALREADY_ACCEPTED',
  DECLINED: 'ALREADY_DECLINED',
  EXPIRED: 'OFFER_EXPIRED',
  WITHDRAWN: 'ALREADY_WITHDRAWN',
} as const satisfies Record<CareOfferStatus, OfferStepRefusal | null>;

/** Its time is over: whoever asks is not to wait until the job has noted it. */
export const hasExpired = (
  { status, expiresAt }: Pick<Standing, 'status' | 'expiresAt'>,
  now: Date,
): boolean => status === 'EXPIRED' || (status === 'OPEN' && expiresAt <= now);

/**
 * Why an offer can no longer be answered or taken back. Time passes for everybody: an expired one is told so whatever
 * version was read. Whoever acts on what somebody else has changed is told that first.
 */
export const offerStepRefusal = (offer: Standing, version: number, now: Date): OfferStepRefusal | null => {
  if (hasExpired(offer, now)) return 'OFFER_EXPIRED';
  if (offer.version !== version) return 'STALE_VERSION';
  return refusalsByStatus[offer.status];
};
