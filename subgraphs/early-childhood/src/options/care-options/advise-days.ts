import type { Database } from '@relais/platform/database/database.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { demandsToCount, laterDemandOf, withAdvisedDay } from './advised-day.rules.ts';
import type { Demand } from './care-fit.rules.ts';
import type { Miss, RankedOptions } from './care-options.rules.ts';
import { type AskedSpan, fullnessDuring, type PlannedStay, spanKey } from './fullness.queries.ts';
import type { Fullness, NeedFacts } from './option-facts.ts';

type Ranked = { readonly facts: NeedFacts; readonly ranked: RankedOptions };

/** Nobody is shown more of them. */
const MOST_MISSES = 20;
const NOTHING_LEFT: Fullness = { everyone: [], planned: [], sections: [], weekMinutesLeft: 0 };

const spanOf = (centreId: string, day: Temporal.PlainDate): AskedSpan => ({
  centreId,
  startsAt: startOfDay(day),
  endsAt: startOfDay(day.add({ days: 1 })),
});

const daysToCount = ({ facts, ranked }: Ranked): (readonly [Miss, Demand[]])[] => {
  const laterDemand = laterDemandOf(facts);
  return ranked.nearestMisses
    .slice(0, MOST_MISSES)
    .map((miss) => [miss, demandsToCount(laterDemand, miss)] as const);
};

/**
 * Names the day on which asking again would succeed in those misses that another day can mend; the places of all those
 * days are counted in one statement, and none is asked where no miss is of that kind.
 */
export const adviseDays = async <Each extends Ranked>(
  db: Database,
  asked: readonly (Each | null)[],
  planned: readonly PlannedStay[],
): Promise<(Ranked | null)[]> => {
  const counted = new Map(asked.flatMap((each) => (each ? daysToCount(each) : [])));

  const spans = [...counted].flatMap(([{ centre }, demands]) =>
    demands.map(({ day }) => spanOf(centre.id, day)),
  );
  const distinct = new Map(spans.map((span) => [spanKey(span), span]));
  const fullness = await fullnessDuring(db, [...distinct.values()], planned);
  const fullnessOn = (centreId: string, day: Temporal.PlainDate) =>
    fullness.get(spanKey(spanOf(centreId, day))) ?? NOTHING_LEFT;

  return asked.map((each) => {
    if (!each) return null;
    const { nearestMisses } = each.ranked;
    const advised = nearestMisses.map((miss) => withAdvisedDay(miss, counted.get(miss) ?? [], fullnessOn));
    return { facts: each.facts, ranked: { ...each.ranked, nearestMisses: advised } };
  });
};
