import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { minutesOf } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { isOfAge, isWithinHours } from '../../care/bookings/booking.rules.ts';
import { isCentreFull, isSectionFull, type Stay } from '../../care/bookings/places.rules.ts';
import {
  type CentreTerms,
  centreOn,
  type DatedCentre,
  type HoursInTerms,
  isThereOn,
  placeOn,
  type SectionTerms,
} from '../../centres/centres/centre-terms.rules.ts';
import type { ClosedTime } from '../../centres/centres/closed-time.rules.ts';
import type { CountedAge } from '../../families/families/age.rules.ts';
import { allowedHoursOn, daysOfWeek, mondayOf } from '../centre-week/centre-week.rules.ts';
import type { centreTermsReasons } from './centre-change.reasons.ts';

export type TermsProblem = Word<typeof centreTermsReasons>;

const MOST_PLACES = 500;
const MOST_IN_A_MICRO_CRECHE = 12;
const OLDEST_MONTHS = 72;
const MINUTES_PER_HOUR = 60;

type AuthorisedTerms = Pick<CentreTerms, 'authorisedPlaces' | 'placesByHour'>;

const isOnTheHalfHour = (time: string): boolean => /^\d\d:[03]0(:00)?$/.test(time);

/** Hours that a centre has already. */
type Held = Pick<CentreTerms, 'openingHours'>;

const isLine =
  (held: Held) =>
  ({ weekday, from, to }: HoursInTerms): boolean => {
    const isHeld = (time: string): boolean =>
      held.openingHours.some((hours) => hours.from === time || hours.to === time);
    const isPossible = (time: string): boolean => isOnTheHalfHour(time) || isHeld(time);
    return weekday >= 1 && weekday <= 7 && from < to && isPossible(from) && isPossible(to);
  };

const doOverlap = (one: HoursInTerms, other: HoursInTerms): boolean =>
  one.weekday === other.weekday && one.from < other.to && other.from < one.to;

const areLines = (lines: readonly HoursInTerms[], held: Held): boolean =>
  lines.every(isLine(held)) &&
  !lines.some((line, index) => lines.slice(index + 1).some((other) => doOverlap(line, other)));

type Kept = NonNullable<CentreTerms['emergencyPlaces']>;

/** Lines of one section are of different hours. */
const areKeptLines = (kept: Kept, sections: readonly SectionTerms[], held: Held): boolean =>
  sections.every(({ id, places }) => {
    const lines = kept.filter(({ sectionId }) => sectionId === id);
    return areLines(lines, held) && lines.every((line) => isCount(line.places, places));
  });

/** More than are authorised in some hour cannot be kept, of all sections together. The most is kept where a line begins. */
const isKeptWithinAuthorised = (kept: Kept, { authorisedPlaces, placesByHour }: AuthorisedTerms): boolean =>
  [...kept, ...placesByHour].every(({ weekday, from: at }) => {
    const isThen = (line: HoursInTerms): boolean =>
      line.weekday === weekday && line.from <= at && at < line.to;
    const authorised = placesByHour.find(isThen)?.places ?? authorisedPlaces;
    return kept.filter(isThen).reduce((sum, { places }) => sum + places, 0) <= authorised;
  });

const isCount = (places: number, most: number): boolean => places >= 1 && places <= most;

const hasAges = ({ minAgeMonths, maxAgeMonths, staff }: SectionTerms): boolean =>
  minAgeMonths >= 0 && minAgeMonths < maxAgeMonths && maxAgeMonths <= OLDEST_MONTHS && (staff ?? 0) >= 0;

type Test = readonly [TermsProblem, (terms: Omit<CentreTerms, 'from'>, held: Held) => boolean];

const tests: readonly Test[] = [
  ['SECTION_MISSING', ({ sections }) => sections.length === 0],
  ['SECTION_TWICE', ({ sections }) => new Set(sections.map(({ id }) => id)).size !== sections.length],
  ['NAME_MISSING', ({ sections }) => sections.some(({ name }) => name.trim() === '')],
  ['PLACES_OUT_OF_RANGE', ({ authorisedPlaces }) => !isCount(authorisedPlaces, MOST_PLACES)],
  [
    'PLACES_OUT_OF_RANGE',
    ({ authorisedPlaces, sections }) => !sections.every(({ places }) => isCount(places, authorisedPlaces)),
  ],
  [
    'MICRO_CRECHE_TOO_LARGE',
    ({ kind, authorisedPlaces }) => kind === 'MICRO_CRECHE' && authorisedPlaces > MOST_IN_A_MICRO_CRECHE,
  ],
  [
    'HOURS_NOT_POSSIBLE',
    ({ openingHours }, held) => openingHours.length === 0 || !areLines(openingHours, held),
  ],
  ['HOURS_NOT_POSSIBLE', ({ placesByHour }, held) => !areLines(placesByHour, held)],
  [
    'HOURLY_PLACES_NOT_FEWER',
    ({ authorisedPlaces, placesByHour }) =>
      placesByHour.some(({ places }) => places < 0 || places >= authorisedPlaces),
  ],
  [
    'UNKNOWN_SECTION',
    ({ emergencyPlaces = [], sections }) =>
      !emergencyPlaces.every(({ sectionId }) => sections.some(({ id }) => id === sectionId)),
  ],
  [
    'EMERGENCY_PLACES_NOT_POSSIBLE',
    ({ emergencyPlaces = [], sections, ...centre }, held) =>
      !areKeptLines(emergencyPlaces, sections, held) || !isKeptWithinAuthorised(emergencyPlaces, centre),
  ],
  ['CARE_KIND_MISSING', ({ careKinds }) => careKinds.length === 0],
  ['AGES_NOT_POSSIBLE', ({ sections }) => !sections.every(hasAges)],
];

/** Why a centre cannot be so; `null` when it can. At a time that is not on the half-hour it opens or closes only if it does already. */
export const termsProblem = (
  terms: Omit<CentreTerms, 'from'>,
  held: Held = { openingHours: [] },
): TermsProblem | null => tests.find(([, stands]) => stands(terms, held))?.[0] ?? null;

/** Establishments of La Poste count otherwise: their digits sum up to a multiple of five. */
const LA_POSTE = '356000000';

const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** Fourteen digits, the last of which checks the others (INSEE: key of Luhn). */
export const isSiret = (text: string): boolean =>
  /^\d{14}$/.test(text) &&
  (luhnSum(text) % 10 === 0 || (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0));

/** Département, which is 2A or 2B in Corsica, and a number. */
export const isFiness = (text: string): boolean => /^\d[\dAB]\d{7}$/.test(text);

type Ids = { readonly siret: string | null; readonly finess: string | null };

export const idsProblem = ({ siret, finess }: Ids): TermsProblem | null => {
  if (siret && !isSiret(siret)) return 'SIRET_NOT_VALID';
  return finess && !isFiness(finess) ? 'FINESS_NOT_VALID' : null;
};

/** A booking that may have no place once a centre is another one. */
export type BookedStay = Stay & {
  readonly id: string;
  readonly bookedAt: Date;
  /** It has begun, or is before the change: it keeps its place, and takes of the week. */
  readonly isSettled: boolean;
  readonly age: CountedAge;
};

/** Section as its record holds it, of any day. */
type Section = Omit<SectionTerms, 'name' | 'staff'>;

export type CentreInQuestion = {
  readonly centre: DatedCentre;
  readonly sections: readonly Section[];
  readonly closures: readonly ClosedTime[];
};

const grouped = <Each>(all: readonly Each[], keyOf: (each: Each) => string): ReadonlyMap<string, Each[]> => {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each)) ?? [];
    group.push(each);
    groups.set(keyOf(each), group);
  }
  return groups;
};

const allowedMinutesOf = (monday: Temporal.PlainDate, { centre, closures }: CentreInQuestion): number =>
  daysOfWeek(monday).reduce((sum, { day }) => sum + allowedHoursOn(day, centreOn(centre, day), closures), 0) *
  MINUTES_PER_HOUR;

const hasNoPlace = (
  stay: BookedStay,
  { centre, sections }: CentreInQuestion,
  othersInCentre: readonly Stay[],
): boolean => {
  const day = dayOf(stay.startsAt);
  const section = sections.find(({ id }) => id === stay.sectionId);
  if (!section || !isThereOn(centre.terms, section.id, day)) return true;
  const place = placeOn({ centre, section }, day);
  const facts = { ...place, care: stay, othersInCentre };
  const isOffered =
    place.centre.careKinds.includes(stay.kind) && isWithinHours(stay, place.centre.openingHours);
  if (!isOffered || !isOfAge({ age: stay.age, section: place.section, care: stay })) return true;
  return isSectionFull(facts) || isCentreFull(facts);
};

const compareBooked = (one: BookedStay, other: BookedStay): number =>
  Number(other.isSettled) - Number(one.isSettled) ||
  one.bookedAt.getTime() - other.bookedAt.getTime() ||
  one.id.localeCompare(other.id);

const withoutPlaceInWeek = (
  stays: readonly BookedStay[],
  monday: Temporal.PlainDate,
  inQuestion: CentreInQuestion,
): BookedStay[] => {
  let minutesLeft = allowedMinutesOf(monday, inQuestion);
  const kept = new Map<string, BookedStay[]>();
  return stays.toSorted(compareBooked).filter((stay) => {
    const day = dayOf(stay.startsAt).toString();
    const onDay = kept.get(day) ?? [];
    const isLost = hasNoPlace(stay, inQuestion, onDay) || minutesOf(stay) > minutesLeft;
    if (isLost && !stay.isSettled) return true;
    minutesLeft -= minutesOf(stay);
    kept.set(day, [...onDay, stay]);
    return false;
  });
};

const withoutPlace = (stays: readonly BookedStay[], inQuestion: CentreInQuestion): BookedStay[] =>
  [...grouped(stays, ({ startsAt }) => mondayOf(dayOf(startsAt)).toString())].flatMap(([monday, inWeek]) =>
    withoutPlaceInWeek(inWeek, Temporal.PlainDate.from(monday), inQuestion),
  );

/**
 * The bookings that lose their place when a centre becomes another one, first to last: whoever booked first keeps it. What had no
 * place before, for what was decided meanwhile, is not held against the change.
 */
export const losingTheirPlace = (
  stays: readonly BookedStay[],
  before: CentreInQuestion,
  after: CentreInQuestion,
): BookedStay[] => {
  const lost = withoutPlace(stays, after);
  if (lost.length === 0) return [];
  const lostBefore = new Set(withoutPlace(stays, before).map(({ id }) => id));
  return lost
    .filter(({ id }) => !lostBefore.has(id))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
};
