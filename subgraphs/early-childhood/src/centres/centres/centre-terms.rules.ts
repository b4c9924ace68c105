import { instantAt, isoWeekday } from '@relais/platform/time/civil-time.ts';
import { overlapOf, type Period, without } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { CareKind } from './care-kind.ts';
import type { CentreKind, Facility } from './centre-kind.ts';
import type { WeeklyHours } from './weekly-hours.ts';

export type HoursInTerms = { readonly weekday: number; readonly from: string; readonly to: string };

/** What an age group is from a day on. */
export type SectionTerms = {
  readonly id: string;
  readonly name: string;
  readonly minAgeMonths: number;
  readonly maxAgeMonths: number;
  readonly places: number;
  readonly staff: number | null;
};

/** Places of a section in hours of every week. */
export type SectionPlacesInTerms = HoursInTerms & { readonly sectionId: string; readonly places: number };

/** All that a centre is from a day on, until its next terms begin; times and days are texts, as they are stored. */
export type CentreTerms = {
  readonly from: string;
  readonly kind: CentreKind;
  readonly authorisedPlaces: number;
  readonly placesByHour: readonly (HoursInTerms & { readonly places: number })[];
  /** Kept for emergencies; absent where none are. */
  readonly emergencyPlaces?: readonly SectionPlacesInTerms[];
  readonly openingHours: readonly HoursInTerms[];
  readonly facilities: readonly Facility[];
  readonly careKinds: readonly CareKind[];
  readonly isAvip: boolean;
  readonly sections: readonly SectionTerms[];
};

/** Hours of the week with fewer authorised places. */
export type PlacesInHours = WeeklyHours & { places: number };

/** Hours of the week in which places of a section are kept for emergencies. */
export type PlacesKept = PlacesInHours & { sectionId: string };

/** The terms that hold on a day; `null` where nothing of the centre was ever changed, and its record says it. */
export const termsOn = (terms: readonly CentreTerms[], day: Temporal.PlainDate): CentreTerms | null =>
  terms.findLast(({ from }) => from <= day.toString()) ?? null;

/** Whether a section is there on a day. */
export const isThereOn = (
  allTerms: readonly CentreTerms[],
  sectionId: string,
  day: Temporal.PlainDate,
): boolean => {
  const terms = termsOn(allTerms, day);
  return !terms || terms.sections.some(({ id }) => id === sectionId);
};

const hoursOf = <Line extends HoursInTerms>({ from, to, ...line }: Line) => ({
  ...line,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});

/** What of a centre changes from a day on. */
export type DatedCentre = {
  readonly terms: readonly CentreTerms[];
  readonly kind: CentreKind;
  readonly authorisedPlaces: number;
  readonly placesByHour: readonly PlacesInHours[];
  readonly emergencyPlaces: readonly PlacesKept[];
  readonly openingHours: readonly WeeklyHours[];
  readonly facilities: readonly Facility[];
  readonly careKinds: readonly CareKind[];
  readonly isAvip: boolean;
};

type Held = Omit<DatedCentre, 'terms'>;

/** What a centre is on a day. */
export const centreOn = (centre: DatedCentre, day: Temporal.PlainDate): Held => {
  const terms = termsOn(centre.terms, day);
  if (!terms) return centre;
  const { from: _from, sections: _sections, ...held } = terms;
  return {
    ...held,
    placesByHour: terms.placesByHour.map(hoursOf),
    emergencyPlaces: (terms.emergencyPlaces ?? []).map(hoursOf),
    openingHours: terms.openingHours.map(hoursOf),
  };
};

type DatedSection = Omit<SectionTerms, 'name' | 'staff'>;

/** A section and its centre on a day. A section that is not there then has no place, and is open at no hour. */
export const placeOn = <Section extends DatedSection>(
  { centre, section }: { readonly centre: DatedCentre; readonly section: Section },
  day: Temporal.PlainDate,
): { readonly centre: Held; readonly section: DatedSection } => {
  const terms = termsOn(centre.terms, day);
  if (!terms) return { centre, section };
  const held = terms.sections.find(({ id }) => id === section.id);
  if (held) return { centre: centreOn(centre, day), section: held };
  return { centre: { ...centreOn(centre, day), openingHours: [] }, section: { ...section, places: 0 } };
};

type Authorised = {
  readonly authorisedPlaces: number;
  readonly placesByHour?: readonly PlacesInHours[];
};

/** Lines of one weekday as parts of a stretch of one such day. */
const partsIn = <Line extends PlacesInHours>(
  lines: readonly Line[],
  stretch: Period,
  day: Temporal.PlainDate,
) =>
  lines
    .filter(({ weekday }) => weekday === isoWeekday(day))
    .flatMap((line) => {
      const hours = { startsAt: instantAt(day, line.from), endsAt: instantAt(day, line.to) };
      const part = overlapOf(hours, stretch);
      return part ? [{ ...part, line }] : [];
    });

/** The parts of a stretch of one day in each of which the authorised places stay the same. */
export const authorisedDuring = (
  { authorisedPlaces, placesByHour = [] }: Authorised,
  stretch: Period,
  day: Temporal.PlainDate,
): (Period & { readonly places: number })[] => {
  if (placesByHour.length === 0) return [{ ...stretch, places: authorisedPlaces }];
  const fewer = partsIn(placesByHour, stretch, day).map(({ line, ...part }) => ({
    ...part,
    places: line.places,
  }));
  return [...fewer, ...without([stretch], fewer).map((part) => ({ ...part, places: authorisedPlaces }))];
};

/** The fewest places that are authorised during a stretch of one day. */
export const fewestAuthorised = (centre: Authorised, stretch: Period, day: Temporal.PlainDate): number =>
  Math.min(...authorisedDuring(centre, stretch, day).map(({ places }) => places));

/**
 * What is kept for emergencies during a stretch of one day, a stay of nobody for each place: planned care finds them taken, in the
 * section and in the centre. As `places_taken_by_hour` says it to the database.
 */
export const keptForEmergencies = (
  { emergencyPlaces = [] }: { readonly emergencyPlaces?: readonly PlacesKept[] },
  stretch: Period,
  day: Temporal.PlainDate,
): (Period & { readonly sectionId: string })[] =>
  partsIn(emergencyPlaces, stretch, day).flatMap(({ line: { sectionId, places }, ...part }) =>
    Array.from({ length: places }, () => ({ ...part, sectionId })),
  );
