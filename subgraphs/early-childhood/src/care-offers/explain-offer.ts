import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Place } from '../bookings/booking.queries.ts';
import type { Period } from '../bookings/places.rules.ts';
import { childrenOfNeeds } from '../care-options/care-options.queries.ts';
import type { CentreFacts } from '../care-options/option-facts.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import type { Centre } from '../centres/centre.ts';
import { explanationOf } from './offer-explanation.rules.ts';
import type { Explanation } from './offer-explanation.ts';

/** What is asked for and what is offered, stay by stay. */
type Stays = { readonly requested: readonly Period[]; readonly offered: readonly Period[] };

const centreFactsOf = (centre: Centre): CentreFacts => ({
  ...centre,
  openingHours: centre.openingHours.map(({ weekday, from, to }) => ({
    weekday,
    from: from.toString(),
    to: to.toString(),
  })),
  closures: [],
  sections: [],
});

/** Why the place is offered, as it is known now. */
export const explainOffer = async (
  tx: Transaction,
  { childId, familyId, kind, facilities, rankedCentreIds }: CareRequest,
  { centre, section }: Place,
  { requested, offered }: Stays,
  now: Date,
): Promise<Explanation | null> => {
  const [first] = requested;
  if (!first) return null;
  const need = { ...first, childId, familyId, kind, facilities, rankedCentreIds };
  const [child] = await childrenOfNeeds(tx, [need], now);
  if (!child) return null;
  return explanationOf({
    asked: { need, child, now },
    centre: centreFactsOf(centre),
    section,
    openingHours: centre.openingHours,
    requested,
    offered,
  });
};
