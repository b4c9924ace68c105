import type { Database } from '@relais/platform/database/database.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { type Days, daysOf } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { CareOptionReason } from '../../care/place-explanations/place-reason.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import type { Gap } from '../../cover/childcare-cover/childcare-cover.ts';
import { ADVICE_DAYS, demandsToCount, laterDemandOf, withAdvisedDay } from './advised-day.rules.ts';
import { type Demand, needOfGap } from './care-fit.rules.ts';
import { CareMiss, CareMissObstacle, CareOption, CareOptions } from './care-option.ts';
import {
  type AskedSpan,
  centresForOptions,
  fullnessDuring,
  type PlannedStay,
  spanKey,
} from './care-options.queries.ts';
import {
  candidateCentres,
  type JudgedPlaces,
  judgedPlaces,
  type Miss,
  type RankedOption,
  type RankedOptions,
  rankedOptions,
} from './care-options.rules.ts';
import { childrenOfNeeds } from './children-of-needs.queries.ts';
import { centresOn } from './dated-centres.rules.ts';
import type { CareNeed, Fullness, NeedFacts } from './option-facts.ts';

export type FoundOptions = RankedOptions & { readonly need: CareNeed };

/** No place is known to be free where none was counted. */
const NOTHING_LEFT: Fullness = { everyone: [], planned: [], sections: [], weekMinutesLeft: 0 };

/** And the days on which it may be advised to ask again. */
const daysToRead = (needs: readonly CareNeed[]): Days => {
  const { startsOn, endsOn } = daysOf(needs);
  return { startsOn, endsOn: endsOn.add({ days: ADVICE_DAYS }) };
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

const countPlaces = async (db: Database, asked: readonly JudgedPlaces[], planned: readonly PlannedStay[]) => {
  const spans = spansByDay(asked.map(({ demand }) => demand.need));
  const spanFor = ({ startsAt }: Period): Period =>
    spans.get(`${dayOf(startsAt)}`) ?? { startsAt, endsAt: startsAt };
  const wanted = new Map(
    asked.flatMap((judged) =>
      candidateCentres(judged).map(({ id: centreId }) => {
        const span = { centreId, ...spanFor(judged.demand.need) };
        return [spanKey(span), span] as const;
      }),
    ),
  );
  const fullness = await fullnessDuring(db, [...wanted.values()], planned);
  return (need: CareNeed, centreId: string): Fullness =>
    fullness.get(spanKey({ centreId, startsAt: spanFor(need).startsAt })) ?? NOTHING_LEFT;
};

type Ranked = { readonly facts: NeedFacts; readonly ranked: RankedOptions };

/** Nobody is shown more of them. */
const MOST_MISSES = 20;

const daySpan = (centreId: string, day: Temporal.PlainDate): AskedSpan => ({
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
const adviseDays = async <Each extends Ranked>(
  db: Database,
  asked: readonly (Each | null)[],
  planned: readonly PlannedStay[],
): Promise<(Ranked | null)[]> => {
  const counted = new Map(asked.flatMap((each) => (each ? daysToCount(each) : [])));

  const spans = [...counted].flatMap(([{ centre }, demands]) =>
    demands.map(({ day }) => daySpan(centre.id, day)),
  );
  const distinct = new Map(spans.map((span) => [spanKey(span), span]));
  const fullness = await fullnessDuring(db, [...distinct.values()], planned);
  const fullnessOn = (centreId: string, day: Temporal.PlainDate) =>
    fullness.get(spanKey(daySpan(centreId, day))) ?? NOTHING_LEFT;

  return asked.map((each) => {
    if (!each) return null;
    const { nearestMisses } = each.ranked;
    const advised = nearestMisses.map((miss) => withAdvisedDay(miss, counted.get(miss) ?? [], fullnessOn));
    return { facts: each.facts, ranked: { ...each.ranked, nearestMisses: advised } };
  });
};

/**
 * The options for any number of needs in three statements: children, centres, free places; one more when misses are told
 * a day. One answer per need, in order; `null` where the child is not known. `planned` counts as taken.
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
  const isAnybodyKnown = facts.some((each) => each !== null);
  const centres = isAnybodyKnown ? await centresForOptions(db, daysToRead(needs)) : [];
  const judged = facts.map(
    (each) => each && judgedPlaces(each, centresOn(centres, dayOf(each.need.startsAt))),
  );
  const fullnessOf = await countPlaces(
    db,
    judged.filter((each) => each !== null),
    planned,
  );
  const ranked = judged.map(
    (each) =>
      each && {
        facts: each.demand,
        ranked: rankedOptions(each, (centreId) => fullnessOf(each.demand.need, centreId)),
      },
  );
  const advised = await adviseDays(db, ranked, planned);
  return advised.map((each) => each && { need: each.facts.need, ...each.ranked });
};

/** The options of any number of gaps, in three statements, and one for the settings of the day. */
export const loadGapOptions = async (
  db: Database,
  gaps: readonly Omit<Gap, 'child'>[],
  now: Date,
): Promise<(FoundOptions | null)[]> => {
  if (gaps.length === 0) return [];
  const settings = await settingsOn(db, dayOf(now));
  const needs = gaps.map((gap) => needOfGap(gap, now, settings));
  const asked = needs.filter((need) => need !== null);
  const found = await findCareOptions(db, asked, now);
  const byNeed = new Map(asked.map((need, index) => [need, found[index] ?? null]));
  return needs.map((need) => (need ? (byNeed.get(need) ?? null) : null));
};

const optionOf = ({ need }: FoundOptions, option: RankedOption): CareOption => {
  const { section, stretch, isWholeTime, score, reasons } = option;
  return Object.assign(new CareOption(), {
    ...stretch,
    section,
    kind: need.kind,
    isWholeTime,
    score,
    reasons: reasons.map((reason) => Object.assign(new CareOptionReason(), reason)),
  });
};

export const missOf = ({ section, obstacles }: Miss): CareMiss =>
  Object.assign(new CareMiss(), {
    section,
    obstacles: obstacles.map((obstacle) => Object.assign(new CareMissObstacle(), obstacle)),
  });

/** The best options, as they are shown. */
export const shownOptions = (found: FoundOptions, first: number): CareOption[] =>
  found.options.slice(0, first).map((option) => optionOf(found, option));

export const shownMisses = (found: FoundOptions, first: number): CareMiss[] =>
  found.nearestMisses.slice(0, first).map(missOf);

export const shownCareOptions = (found: FoundOptions, first: number): CareOptions =>
  Object.assign(new CareOptions(), {
    startsAt: found.need.startsAt,
    endsAt: found.need.endsAt,
    options: shownOptions(found, first),
    nearestMisses: shownMisses(found, first),
  });
