import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { staysOfRequest } from '../care-requests/stays-of-request.ts';
import type { offerReasons } from './care-offer.reasons.ts';
import { explainPlace } from './explain-place.ts';
import {
  type AskedOffer,
  type Care,
  expiryOf,
  hasLineWithoutStay,
  offeredCare,
} from './offered-care.rules.ts';

type AskedExpiry = { readonly expiresAt?: Date | null | undefined };

export type PlannedOffer = {
  readonly care: Care;
  readonly stays: readonly Period[];
  readonly expiresAt: Date;
  readonly explanation: Explanation | null;
};

/** What would be held and why, or what stands in the way before any place is looked at. */
export const planOffer = async (
  tx: Transaction,
  careRequest: CareRequest,
  asked: AskedOffer & AskedExpiry,
  place: SectionOfCentre,
  now: Date,
): Promise<PlannedOffer | Refused<Word<typeof offerReasons>>> => {
  const offered = offeredCare(careRequest, asked, now);
  if ('problem' in offered) return { refusal: offered.problem };
  const { care } = offered;
  const stays = await staysOfRequest(tx, place.centre.id, care);
  const [first] = stays;
  if (!first || hasLineWithoutStay(care, stays)) return { refusal: 'NO_OPEN_DAY' };
  if (first.startsAt < now) return { refusal: 'STARTS_IN_THE_PAST' };
  const expiresAt = expiryOf(careRequest.kind, asked.expiresAt, first.startsAt, now);
  if (!expiresAt) return { refusal: 'EXPIRY_NOT_POSSIBLE' };

  const explanation = await explainPlace(tx, careRequest, place, now, stays);
  return { care, stays, expiresAt, explanation };
};
