import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import type { Centre } from '../../centres/centres/centre.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { childrenOfNeeds } from '../../options/care-options/care-options.queries.ts';
import type { CentreFacts } from '../../options/care-options/option-facts.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { staysOfRequest } from '../care-requests/stays-of-request.ts';
import { firstPossibleDay } from './offered-care.rules.ts';
import { explanationOf } from './place-explanation.rules.ts';

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
export const explainPlace = async (
  tx: Transaction,
  careRequest: CareRequest,
  { centre, section }: SectionOfCentre,
  now: Date,
  offered: readonly Period[],
): Promise<Explanation | null> => {
  const { childId, familyId, kind, facilities, rankedCentreIds } = careRequest;
  const asked = { ...careRequest, firstDay: firstPossibleDay(careRequest, now) };
  const requested = await staysOfRequest(tx, centre.id, asked);
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
