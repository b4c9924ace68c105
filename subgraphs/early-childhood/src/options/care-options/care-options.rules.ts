import type { Period } from '@relais/platform/time/periods.rules.ts';
import { longestOf, minutesOf } from '@relais/platform/time/periods.rules.ts';
import { oldEnoughOn } from '../../care/bookings/booking.rules.ts';
import type { Reason } from '../../care/place-explanations/place-reason.ts';
import type { Statement } from '../../care/place-explanations/statement.ts';
import type { Section } from '../../centres/centres/section.ts';
import { kilometresBetween } from '../../centres/districts/place.rules.ts';
import type { Position } from '../../centres/districts/position.ts';
import {
  type Demand,
  demandOf,
  earliestLongTermDay,
  type FullReason,
  fitOf,
  lastingMisses,
  missingFacilities,
  openParts,
} from './care-fit.rules.ts';
import type { MissReason } from './care-miss-reason.ts';
import type { CentreFacts, Fullness, NeedFacts } from './option-facts.ts';
import { type Candidate, reasonsOf, scoreOf } from './ranking.rules.ts';

export type RankedOption = Candidate & {
  readonly isWholeTime: boolean;
  readonly score: number;
  readonly reasons: readonly Reason[];
};

export type MissKey =
  | Exclude<MissReason, 'OUTSIDE_OPENING_HOURS'>
  | 'CLOSED_AT_THAT_TIME'
  | 'CLOSED_ON_THAT_WEEKDAY'
  | 'CENTRE_CLOSED_THEN'
  | 'CENTRE_CLOSED_UNTIL'
  | 'OPEN_ON_ANOTHER_DAY'
  | 'LONG_TERM_NOT_BEFORE'
  | 'TOO_YOUNG_AS_EXPECTED'
  | 'CLOSED_IN_THAT_WEEK'
  | 'SECTION_FULL_ON_DAYS'
  | 'CENTRE_FULL_ON_DAYS'
  | 'WEEK_FULL_FROM';
export type MissObstacle = { readonly reason: MissReason; readonly told: Statement<MissKey> };
export type Miss = CandidateSection & { readonly obstacles: readonly MissObstacle[] };

export type RankedOptions = {
  /** Those that fit the whole time first, best first. */
  readonly options: readonly RankedOption[];
  /** Only when no option fits the whole time: what stands in the way elsewhere, one section of each centre. */
  readonly nearestMisses: readonly Miss[];
  /** As long as any section that suits the child is open without a break: nobody can take it for longer. */
  readonly longestOpenMinutes: number;
};

export type FullnessOf = (centreId: string) => Fullness;

export type CandidateSection = { readonly centre: CentreFacts; readonly section: Section };

type JudgedPlace = CandidateSection & {
  /** What keeps it from being an option however many places are free. */
  readonly lasting: readonly MissReason[];
};

/** Every section of the city for a need, before places are counted. */
export type JudgedPlaces = { readonly demand: Demand; readonly places: readonly JudgedPlace[] };

export const judgedPlaces = (facts: NeedFacts, centres: readonly CentreFacts[]): JudgedPlaces => {
  const demand = demandOf(facts);
  const places = centres.flatMap((centre) =>
    centre.sections.map((section) => ({
      centre,
      section,
      lasting: lastingMisses(demand, centre, section),
    })),
  );
  return { demand, places };
};

/** The centres whose places are worth counting for a need. */
export const candidateCentres = ({ places }: JudgedPlaces): CentreFacts[] => [
  ...new Set(places.filter(({ lasting }) => lasting.length === 0).map(({ centre }) => centre)),
];

const statementOfHours = (demand: Demand, centre: CentreFacts): Statement<MissKey> => {
  const hours = longestOf(demand.hoursOf(centre));
  if (!hours) return { key: 'CLOSED_ON_THAT_WEEKDAY' };
  return {
    key: 'CLOSED_AT_THAT_TIME',
    parameters: { from: hours.startsAt.getTime(), to: hours.endsAt.getTime() },
  };
};

/** The day is told to those only who may know the birth date that it gives away. */
const statementOfAge = ({ child: { age } }: Demand, section: Section): Statement<MissKey> => {
  const day = oldEnoughOn(age, section).toString();
  const key = age.isExpected ? 'TOO_YOUNG_AS_EXPECTED' : 'CHILD_TOO_YOUNG';
  return { key, parameters: { minAgeMonths: section.minAgeMonths, day } };
};

/** What stands in the way, and what would make the section fit. */
export const statementOf = (
  reason: MissReason,
  demand: Demand,
  { centre, section }: CandidateSection,
): Statement<MissKey> => {
  switch (reason) {
    case 'OUTSIDE_OPENING_HOURS':
      return statementOfHours(demand, centre);
    case 'CHILD_TOO_YOUNG':
      return statementOfAge(demand, section);
    case 'CHILD_TOO_OLD':
      return { key: reason, parameters: { maxAgeMonths: section.maxAgeMonths } };
    case 'CENTRE_CLOSED':
      return { key: 'CENTRE_CLOSED_THEN' };
    case 'STARTS_BEFORE_NEXT_MONDAY':
      return { key: 'LONG_TERM_NOT_BEFORE', parameters: { day: earliestLongTermDay(demand.now).toString() } };
    case 'FACILITY_MISSING':
      return { key: reason, parameters: { facilities: missingFacilities(demand, centre).join(' ') } };
    default:
      return { key: reason };
  }
};

/** What is said of it is found for those that are told. */
type Missed = CandidateSection & {
  readonly obstacles: readonly { readonly reason: MissReason; readonly told?: Statement<MissKey> }[];
};
type SectionFit = { readonly option: RankedOption } | { readonly miss: Missed };

const withoutPlace = (reason: FullReason, full: Period | undefined): MissObstacle => {
  const parameters = full ? { from: full.startsAt.getTime(), to: full.endsAt.getTime() } : {};
  return { reason, told: { key: reason, parameters } };
};

const fitOfSection = (
  demand: Demand,
  { centre, section, lasting }: JudgedPlace,
  fullnessOf: FullnessOf,
): SectionFit => {
  const place = { centre, section };
  if (lasting.length > 0) return { miss: { ...place, obstacles: lasting.map((reason) => ({ reason })) } };
  const fit = fitOf(demand, centre, section, fullnessOf(centre.id));
  if ('reason' in fit) return { miss: { ...place, obstacles: [withoutPlace(fit.reason, fit.full)] } };

  const candidate = { ...place, stretch: fit.stretch };
  const reasons = reasonsOf(demand, candidate);
  const isWholeTime = minutesOf(fit.stretch) === minutesOf(demand.need);
  return { option: { ...candidate, isWholeTime, score: scoreOf(reasons), reasons } };
};

const toldMiss = (demand: Demand, { centre, section, obstacles }: Missed): Miss => {
  const place = { centre, section };
  return {
    ...place,
    obstacles: obstacles.map(({ reason, told }) => ({
      reason,
      told: told ?? statementOf(reason, demand, place),
    })),
  };
};

type MissedPlace = CandidateSection & { readonly obstacles: readonly { readonly reason: MissReason }[] };

/** What a family can still change comes first, then what time brings; an age that has passed does not come back. */
const delays: Readonly<Partial<Record<MissReason, number>>> = { CHILD_TOO_YOUNG: 1, CHILD_TOO_OLD: 2 };

const delayOf = ({ obstacles }: MissedPlace): number =>
  Math.max(0, ...obstacles.map(({ reason }) => delays[reason] ?? 0));

export const byText = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** How much farther from home one is than the other; nothing is known without a home. Each distance is found once. */
export const fartherFrom = (home: Position | null): ((one: CentreFacts, other: CentreFacts) => number) => {
  if (!home) return () => 0;
  const known = new Map<CentreFacts, number>();
  const distanceOf = (centre: CentreFacts): number => {
    const distance = known.get(centre) ?? kilometresBetween(home, centre);
    known.set(centre, distance);
    return distance;
  };
  return (one, other) => distanceOf(one) - distanceOf(other);
};

const byUse = (home: Position | null) => {
  const farther = fartherFrom(home);
  return (one: MissedPlace, other: MissedPlace): number =>
    delayOf(one) - delayOf(other) ||
    one.obstacles.length - other.obstacles.length ||
    farther(one.centre, other.centre) ||
    byText(one.section.id, other.section.id);
};

/** The misses that help, most useful first: of each centre the nearest one, and none where a part of the need fits. */
export const nearestMisses = <Miss extends MissedPlace>(
  misses: readonly Miss[],
  options: readonly CandidateSection[],
  home: Position | null,
): Miss[] => {
  const told = new Set(options.map(({ centre }) => centre.id));
  return misses.toSorted(byUse(home)).filter(({ centre }) => {
    const isFirst = !told.has(centre.id);
    told.add(centre.id);
    return isFirst;
  });
};

const byRank = ({ child }: Demand) => {
  const farther = fartherFrom(child.home);
  return (one: RankedOption, other: RankedOption): number =>
    Number(other.isWholeTime) - Number(one.isWholeTime) ||
    other.score - one.score ||
    farther(one.centre, other.centre) ||
    byText(one.section.id, other.section.id);
};

const longestOpenMinutes = (demand: Demand, centres: readonly CentreFacts[]): number =>
  Math.max(0, ...centres.flatMap((centre) => openParts(demand, centre).map(minutesOf)));

/** The options for a need, ranked and explained, over facts that were read before. */
export const rankedOptions = (judged: JudgedPlaces, fullnessOf: FullnessOf): RankedOptions => {
  const { demand, places } = judged;
  const answers = places.map((place) => fitOfSection(demand, place, fullnessOf));
  const options = answers
    .flatMap((answer) => ('option' in answer ? [answer.option] : []))
    .toSorted(byRank(demand));
  const misses = answers.flatMap((answer) => ('miss' in answer ? [answer.miss] : []));
  const nearest = options[0]?.isWholeTime ? [] : nearestMisses(misses, options, demand.child.home);
  return {
    options,
    nearestMisses: nearest.map((miss) => toldMiss(demand, miss)),
    longestOpenMinutes: longestOpenMinutes(demand, candidateCentres(judged)),
  };
};
