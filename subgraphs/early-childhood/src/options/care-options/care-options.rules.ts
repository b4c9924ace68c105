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

const placesIn = (centres: readonly CentreFacts[]): CandidateSection[] =>
  centres.flatMap((centre) => centre.sections.map((section) => ({ centre, section })));

const suitable = (demand: Demand, centres: readonly CentreFacts[]): CentreFacts[] =>
  centres.filter((centre) =>
    centre.sections.some((section) => lastingMisses(demand, centre, section).length === 0),
  );

/** The centres whose places are worth counting for a need. */
export const candidateCentres = (facts: NeedFacts, centres: readonly CentreFacts[]): CentreFacts[] =>
  suitable(demandOf(facts), centres);

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

type SectionFit = { readonly option: RankedOption } | { readonly miss: Miss };

const withoutPlace = (reason: FullReason, full: Period | undefined): MissObstacle => {
  const parameters = full ? { from: full.startsAt.getTime(), to: full.endsAt.getTime() } : {};
  return { reason, told: { key: reason, parameters } };
};

const fitOfSection = (demand: Demand, place: CandidateSection, fullnessOf: FullnessOf): SectionFit => {
  const lasting = lastingMisses(demand, place.centre, place.section);
  if (lasting.length > 0) {
    const obstacles = lasting.map((reason) => ({ reason, told: statementOf(reason, demand, place) }));
    return { miss: { ...place, obstacles } };
  }
  const fit = fitOf(demand, place.centre, place.section, fullnessOf(place.centre.id));
  if ('reason' in fit) return { miss: { ...place, obstacles: [withoutPlace(fit.reason, fit.full)] } };

  const candidate = { ...place, stretch: fit.stretch };
  const reasons = reasonsOf(demand, candidate);
  const isWholeTime = minutesOf(fit.stretch) === minutesOf(demand.need);
  return { option: { ...candidate, isWholeTime, score: scoreOf(reasons), reasons } };
};

type MissedPlace = CandidateSection & { readonly obstacles: readonly { readonly reason: MissReason }[] };

/** What a family can still change comes first, then what time brings; an age that has passed does not come back. */
const delays: Readonly<Partial<Record<MissReason, number>>> = { CHILD_TOO_YOUNG: 1, CHILD_TOO_OLD: 2 };

const delayOf = ({ obstacles }: MissedPlace): number =>
  Math.max(0, ...obstacles.map(({ reason }) => delays[reason] ?? 0));

export const byText = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** How much farther from home one is than the other; nothing is known without a home. */
export const farther = (home: Position | null, one: Position, other: Position): number =>
  home ? kilometresBetween(home, one) - kilometresBetween(home, other) : 0;

const byUse =
  (home: Position | null) =>
  (one: MissedPlace, other: MissedPlace): number =>
    delayOf(one) - delayOf(other) ||
    one.obstacles.length - other.obstacles.length ||
    farther(home, one.centre, other.centre) ||
    byText(one.section.id, other.section.id);

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

const byRank =
  (demand: Demand) =>
  (one: RankedOption, other: RankedOption): number =>
    Number(other.isWholeTime) - Number(one.isWholeTime) ||
    other.score - one.score ||
    farther(demand.child.home, one.centre, other.centre) ||
    byText(one.section.id, other.section.id);

const longestOpenMinutes = (demand: Demand, centres: readonly CentreFacts[]): number =>
  Math.max(0, ...centres.flatMap((centre) => openParts(demand, centre).map(minutesOf)));

/** The options for a need, ranked and explained, over facts that were read before. */
export const rankedOptions = (
  facts: NeedFacts,
  centres: readonly CentreFacts[],
  fullnessOf: FullnessOf,
): RankedOptions => {
  const demand = demandOf(facts);
  const answers = placesIn(centres).map((place) => fitOfSection(demand, place, fullnessOf));
  const options = answers
    .flatMap((answer) => ('option' in answer ? [answer.option] : []))
    .toSorted(byRank(demand));
  const misses = answers.flatMap((answer) => ('miss' in answer ? [answer.miss] : []));
  return {
    options,
    nearestMisses: options[0]?.isWholeTime ? [] : nearestMisses(misses, options, facts.child.home),
    longestOpenMinutes: longestOpenMinutes(demand, suitable(demand, centres)),
  };
};
