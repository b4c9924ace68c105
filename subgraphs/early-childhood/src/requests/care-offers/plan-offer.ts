import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import { staysOf } from '../../care/placements/pattern.rules.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import { centreOn } from '../../centres/centres/centre-terms.rules.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { childrenOfNeeds } from '../../options/care-options/children-of-needs.queries.ts';
import { firstPossibleDay } from '../care-requests/care-request.rules.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import type { offerReasons } from './care-offer.reasons.ts';
import { explanationOf } from './offer-explanation.rules.ts';
import {
  type AskedOffer,
  type Care,
  expiryOf,
  hasLineWithoutStay,
  offeredCare,
} from './offered-care.rules.ts';

type DatedOrWeekly = {
  readonly [Key in 'stretches' | 'weeklyPattern' | 'firstDay' | 'lastDay']: Readonly<CareRequest[Key]>;
};

/** Every stay of dated or weekly care in a centre: none on the days on which it is closed. */
const staysOfRequest = async (
  tx: Transaction,
  centreId: string,
  { stretches, weeklyPattern, firstDay, lastDay }: DatedOrWeekly,
): Promise<Period[]> => {
  if (stretches.length > 0) return [...stretches];
  const days = { startsOn: firstDay, endsOn: lastDay };
  return staysOf(weeklyPattern, days, await closuresDuring(tx, [centreId], days));
};

/** Why the place is offered, as it is known now. */
const explainPlace = async (
  tx: Transaction,
  careRequest: CareRequest,
  place: SectionOfCentre,
  now: Date,
  offered: readonly Period[],
): Promise<Explanation | null> => {
  const { childId, familyId, kind, facilities, rankedCentreIds } = careRequest;
  const asked = { ...careRequest, firstDay: firstPossibleDay(careRequest, now) };
  const requested = await staysOfRequest(tx, place.centre.id, asked);
  const [first] = requested;
  if (!first) return null;
  const need = { ...first, childId, familyId, kind, facilities, rankedCentreIds };
  const [child] = await childrenOfNeeds(tx, [need], now);
  if (!child) return null;
  const { openingHours } = centreOn(place.centre, dayOf(first.startsAt));
  const placeThen = { ...place, centre: { ...place.centre, openingHours: [...openingHours] } };
  return explanationOf({ asked: { need, child, now }, place: placeThen, requested, offered });
};

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
