import type { Database } from '@relais/platform/database/database.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { periodOfDays } from '../../care/placements/agreed-stays.rules.ts';
import {
  type AskedSpan,
  centresForOptions,
  fullnessDuring,
  spanKey,
} from '../../options/care-options/care-options.queries.ts';
import { childrenOfNeeds } from '../../options/care-options/children-of-needs.queries.ts';
import { centresAllThrough } from '../../options/care-options/dated-centres.rules.ts';
import type { CareNeed, Fullness } from '../../options/care-options/option-facts.ts';
import { firstPossibleDay } from '../care-requests/care-request.rules.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { daysOfDemand, type WeeklyDemand, weeklyDemandOf } from './weekly-demand.rules.ts';
import {
  type RankedWeek,
  rankedWeek,
  rankedWithoutPlaces,
  type WeeklyMiss,
  type WeeklyOption,
} from './weekly-options.rules.ts';

export type FoundWeek = RankedWeek & { readonly days: Days };

/** Counting a year of places is dear: the best candidates come first, and no more once enough of them are free. */
const CANDIDATES_PER_SWEEP = 6;
const MOST_SWEEPS = 3;
const ENOUGH = 5;

/** No place is known to be free where none was counted. */
const NOTHING_LEFT: Fullness = { everyone: [], planned: [], sections: [], weekMinutesLeft: 0 };

const spansOf = (demand: WeeklyDemand, centreIds: readonly string[]): AskedSpan[] =>
  daysOfDemand(demand).flatMap((text) => {
    const day = Temporal.PlainDate.from(text);
    const span = periodOfDays({ startsOn: day, endsOn: day });
    return centreIds.map((centreId) => ({ centreId, ...span }));
  });

/** The places of centres on every day of the need, counted in one statement for all that were not counted before. */
const placesCounted = (db: Database, demand: WeeklyDemand) => {
  const countedIds = new Set<string>();
  const counted = new Map<string, Fullness>();
  const startOf = new Map(
    daysOfDemand(demand).map((day) => [day, startOfDay(Temporal.PlainDate.from(day))] as const),
  );
  return {
    async count(candidates: readonly WeeklyOption[]): Promise<void> {
      const centreIds = new Set(candidates.map(({ centre }) => centre.id));
      const freshIds = [...centreIds].filter((id) => !countedIds.has(id));
      if (freshIds.length === 0) return;
      for (const id of freshIds) countedIds.add(id);
      const fullness = await fullnessDuring(db, spansOf(demand, freshIds), []);
      for (const [key, each] of fullness) counted.set(key, each);
    },
    on(centreId: string, day: string): Fullness {
      const startsAt = startOf.get(day);
      return (startsAt && counted.get(spanKey({ centreId, startsAt }))) ?? NOTHING_LEFT;
    },
  };
};

const wholeWeeks = ({ options }: RankedWeek): number =>
  options.filter(({ isWholeWeek }) => isWholeWeek).length;

/** Sweeps the best candidates, then the next best, until enough of them take the whole week. */
const sweep = async (
  db: Database,
  demand: WeeklyDemand,
  candidates: readonly WeeklyOption[],
  misses: readonly WeeklyMiss[],
): Promise<RankedWeek> => {
  const places = placesCounted(db, demand);
  let ranked = rankedWeek(demand, [], misses, places.on);
  for (let sweeps = 1; sweeps <= MOST_SWEEPS; sweeps += 1) {
    const swept = candidates.slice(0, sweeps * CANDIDATES_PER_SWEEP);
    await places.count(swept);
    ranked = rankedWeek(demand, swept, misses, places.on);
    if (wholeWeeks(ranked) >= ENOUGH || swept.length === candidates.length) break;
  }
  return ranked;
};

const needOf = (
  { childId, familyId, kind, facilities, rankedCentreIds }: CareRequest,
  days: Days,
): CareNeed => ({
  childId,
  familyId,
  kind,
  facilities,
  rankedCentreIds,
  ...periodOfDays(days),
});

type AskedWeek = { readonly days: Days; readonly demand: WeeklyDemand | null };

/** What a request still asks for; `null` when nothing is left of its period. */
const askedWeek = async (db: Database, request: CareRequest, now: Date): Promise<AskedWeek | null> => {
  const days = { startsOn: firstPossibleDay(request, now), endsOn: request.lastDay };
  if (isBefore(days.endsOn, days.startsOn)) return null;
  const need = needOf(request, days);
  const [child] = await childrenOfNeeds(db, [need], now);
  if (!child) return null;
  return {
    days,
    demand: weeklyDemandOf({ asked: { need, child, now }, pattern: request.weeklyPattern, days }),
  };
};

const NOTHING: RankedWeek = { options: [], nearestMisses: [] };

/**
 * The sections that can take the child for its weekly hours over what is left of the period: two statements, and one
 * sweep per few candidates, three at most. `null` when nothing is left of the period.
 */
export const findWeeklyOptions = async (
  db: Database,
  request: CareRequest,
  now: Date,
): Promise<FoundWeek | null> => {
  const asked = await askedWeek(db, request, now);
  if (!asked) return null;
  const { days, demand } = asked;
  if (!demand) return { ...NOTHING, days };

  const centres = centresAllThrough(await centresForOptions(db, days), days);
  const { candidates, misses } = rankedWithoutPlaces(demand, centres);
  return { ...(await sweep(db, demand, candidates, misses)), days };
};

/** Why a section suits a weekly request, were all of its places free; `null` when it does not. */
export const explainSection = async (
  db: Database,
  request: CareRequest,
  sectionId: string,
  now: Date,
): Promise<Pick<WeeklyOption, 'score' | 'reasons'> | null> => {
  const asked = await askedWeek(db, request, now);
  if (!asked?.demand) return null;
  const centres = centresAllThrough(await centresForOptions(db, asked.days), asked.days);
  const { candidates } = rankedWithoutPlaces(asked.demand, centres);
  const option = candidates.find(({ section }) => section.id === sectionId);
  return option ? { score: option.score, reasons: option.reasons } : null;
};
