import { PARIS } from '@relais/platform/time/civil-time.ts';
import { minutesOf } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { Statement } from '../../care/place-explanations/statement.ts';
import { type Demand, demandOf, fitOf, lastingMisses, openParts } from './care-fit.rules.ts';
import type { MissReason } from './care-miss-reason.ts';
import type { CandidateSection, Miss, MissKey, MissObstacle } from './care-options.rules.ts';
import type { Fullness, NeedFacts } from './option-facts.ts';

/** Closures and bookings of the child are read for so many days after the need. */
export const ADVICE_DAYS = 28;
/** Places are counted for so many of the days on which nothing else stands in the way. */
const MOST_DAYS = 3;

/** The sentence that names the day, for each obstacle that another day can lift. */
const advisingKeys: Readonly<Partial<Record<MissReason, MissKey>>> = {
  STARTS_BEFORE_NEXT_MONDAY: 'STARTS_BEFORE_NEXT_MONDAY',
  CENTRE_CLOSED: 'CENTRE_CLOSED',
  OUTSIDE_OPENING_HOURS: 'OPEN_ON_ANOTHER_DAY',
};

const moved = (instant: Date, days: number): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(PARIS).add({ days })
      .epochMilliseconds,
  );

/** The same hours so many days later. */
const needAfter = (facts: NeedFacts, days: number): NeedFacts => {
  const { startsAt, endsAt } = facts.need;
  return { ...facts, need: { ...facts.need, startsAt: moved(startsAt, days), endsAt: moved(endsAt, days) } };
};

/** What a need asks so many days later, computed once for all sections that missed it. */
export type LaterDemand = (days: number) => Demand;

export const laterDemandOf = (facts: NeedFacts): LaterDemand => {
  const known = new Map<number, Demand>();
  return (days) => {
    const demand = known.get(days) ?? demandOf(needAfter(facts, days));
    known.set(days, demand);
    return demand;
  };
};

const suits = (demand: Demand, { centre, section }: CandidateSection): boolean => {
  if (lastingMisses(demand, centre, section).length > 0) return false;
  return openParts(demand, centre).reduce((sum, part) => sum + minutesOf(part), 0) === minutesOf(demand.need);
};

/** The need on later days that a missed section could take if it had a place, first to last. */
export const demandsToCount = (laterDemand: LaterDemand, miss: Miss): Demand[] => {
  if (!miss.obstacles.every(({ reason }) => reason in advisingKeys)) return [];
  const found: Demand[] = [];
  for (let days = 1; days <= ADVICE_DAYS && found.length < MOST_DAYS; days += 1) {
    const later = laterDemand(days);
    if (suits(later, miss)) found.push(later);
  }
  return found;
};

export type FullnessOnDay = (centreId: string, day: Temporal.PlainDate) => Fullness;

const hasPlace = (
  demand: Demand,
  { centre, section }: CandidateSection,
  fullnessOn: FullnessOnDay,
): boolean => {
  const fit = fitOf(demand, centre, section, fullnessOn(centre.id, demand.day));
  return 'stretch' in fit && minutesOf(fit.stretch) === minutesOf(demand.need);
};

const advising = ({ reason, told }: MissObstacle, day: string): Statement<MissKey> => {
  const key = advisingKeys[reason];
  return key ? { key, parameters: { day } } : told;
};

/** A miss with the first of these days on which asking again would succeed; as it was when there is none. */
export const withAdvisedDay = (miss: Miss, counted: readonly Demand[], fullnessOn: FullnessOnDay): Miss => {
  const works = counted.find((demand) => hasPlace(demand, miss, fullnessOn));
  if (!works) return miss;
  const day = works.day.toString();
  return {
    ...miss,
    obstacles: miss.obstacles.map((each) => ({ ...each, told: advising(each, day) })),
  };
};
