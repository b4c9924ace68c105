import type { Database } from '@relais/platform/database/database.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { adviseDays } from './advise-days.ts';
import { ADVICE_DAYS } from './advised-day.rules.ts';
import type { CareNeed } from './care-need.ts';
import { centresForOptions, childrenOfNeeds } from './care-options.queries.ts';
import { candidateCentres, type RankedOptions, rankedOptions } from './care-options.rules.ts';
import { fullnessDuring, type PlannedStay, spanKey } from './fullness.queries.ts';
import type { CentreFacts, Fullness, NeedFacts } from './option-facts.ts';

export type FoundOptions = RankedOptions & { readonly need: CareNeed };

/** No place is known to be free where none was counted. */
const NOTHING_LEFT: Fullness = { everyone: [], planned: [], sections: [], weekMinutesLeft: 0 };

/** And the days on which it may be advised to ask again. */
const daysOf = (needs: readonly CareNeed[]): readonly [Temporal.PlainDate, Temporal.PlainDate] => {
  const starts = needs.map(({ startsAt }) => startsAt.getTime());
  const last = dayOf(new Date(Math.max(...starts)));
  return [dayOf(new Date(Math.min(...starts))), last.add({ days: ADVICE_DAYS })];
};

const spanOf = (needs: readonly CareNeed[]): Period => ({
  startsAt: new Date(Math.min(...needs.map(({ startsAt }) => startsAt.getTime()))),
  endsAt: new Date(Math.max(...needs.map(({ endsAt }) => endsAt.getTime()))),
});

/** Needs of one day share a span, so that many cost little more than one. */
const spansByDay = (needs: readonly CareNeed[]): ReadonlyMap<string, Period> => {
  const days = [...new Set(needs.map(({ startsAt }) => `${dayOf(startsAt)}`))];
  const onDay = (day: string) => needs.filter(({ startsAt }) => `${dayOf(startsAt)}` === day);
  return new Map(days.map((day) => [day, spanOf(onDay(day))]));
};

const countPlaces = async (
  db: Database,
  asked: readonly NeedFacts[],
  centres: readonly CentreFacts[],
  planned: readonly PlannedStay[],
) => {
  const spans = spansByDay(asked.map(({ need }) => need));
  const spanFor = ({ startsAt }: Period): Period =>
    spans.get(`${dayOf(startsAt)}`) ?? { startsAt, endsAt: startsAt };
  const wanted = new Map(
    asked.flatMap((facts) =>
      candidateCentres(facts, centres).map(({ id: centreId }) => {
        const span = { centreId, ...spanFor(facts.need) };
        return [spanKey(span), span] as const;
      }),
    ),
  );
  const fullness = await fullnessDuring(db, [...wanted.values()], planned);
  return (need: CareNeed, centreId: string): Fullness =>
    fullness.get(spanKey({ centreId, startsAt: spanFor(need).startsAt })) ?? NOTHING_LEFT;
};

/**
 * The options for any number of needs in three statements: children, centres, free places; one more when misses are told
 * a day. One answer per need, in
 * order; `null` where the child is not known. `planned` counts as taken.
 */
export const findCareOptions = async (
  db: Database,
  needs: readonly CareNeed[],
  now: Date,
  planned: readonly PlannedStay[] = [],
): Promise<(FoundOptions | null)[]> => {
  if (needs.length === 0) return [];
  const children = await childrenOfNeeds(db, needs, now);
  const facts = needs.map((need, index): NeedFacts | null => {
    const child = children[index];
    return child ? { need, child, now } : null;
  });
  const asked = facts.filter((each) => each !== null);
  const centres = asked.length === 0 ? [] : await centresForOptions(db, daysOf(needs));
  const fullnessOf = await countPlaces(db, asked, centres, planned);
  const ranked = facts.map(
    (each) =>
      each && {
        facts: each,
        ranked: rankedOptions(each, centres, (centreId) => fullnessOf(each.need, centreId)),
      },
  );
  const advised = await adviseDays(db, ranked, planned);
  return advised.map((each) => each && { need: each.facts.need, ...each.ranked });
};
