import type { CalendarDay } from './calendar.ts';
import type { CareKind, Position, WeeklyLine } from './demo-family.ts';

export type DemoSection = {
  readonly id: string;
  readonly name: string;
  readonly minAgeMonths: number;
  readonly maxAgeMonths: number;
  readonly places: number;
};

export type DemoCentre = {
  readonly id: string;
  readonly name: string;
  readonly careKinds: readonly CareKind[];
  readonly districtId: string;
  readonly authorisedPlaces: number;
  readonly isAvip: boolean;
  readonly openingHours: readonly WeeklyLine[];
  readonly closures: readonly { readonly startsOn: string; readonly endsOn: string }[];
  readonly sections: readonly DemoSection[];
};

export type DemoDistrict = { readonly id: string; readonly number: number; readonly position: Position };

/** A place a child can have: a section and the centre it belongs to. */
export type Place = { readonly section: DemoSection; readonly centre: DemoCentre };

/** Minutes of local time after midnight, on the half-hour. */
export type Hours = { readonly from: number; readonly to: number };

/** The days around today, counted from it, of which the bookings of placements are on file. */
export type BookedDays = { readonly first: number; readonly last: number };

export type CareDesk = {
  readonly bookedDays: BookedDays;
  readonly centres: readonly DemoCentre[];
  /** A place for a child of that age, in its own district when there is one. */
  placeFor(ageMonths: number, districtId: string, chance: number): Place | undefined;
  mayTake(place: Place, day: CalendarDay, hours: Hours): boolean;
  take(place: Place, day: CalendarDay, hours: Hours): void;
};

/** Section and centre, as the history names a place. */
export const nameOfPlace = (
  { centres }: Pick<CareDesk, 'centres'>,
  { sectionId }: { readonly sectionId: string },
): string => {
  const places = centres.flatMap((centre) => centre.sections.map((section) => ({ centre, section })));
  const place = places.find(({ section }) => section.id === sectionId);
  return `${place?.section.name}, ${place?.centre.name}`;
};

const HALF_HOUR = 30;
const SLOTS = 48;
/** Ages grow while bookings last, and a section must not be left the day after. */
const SPARE_MONTHS = 3;
/** Something stays free, so that the demo can book. */
const KEPT_FREE = 1;
const DEMO_DAYS: BookedDays = { first: -14, last: 34 };

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

const isOpen = ({ openingHours, closures }: DemoCentre, day: CalendarDay, { from, to }: Hours): boolean =>
  openingHours.some(
    (line) => line.weekday === day.weekday && minutesOf(line.from) <= from && to <= minutesOf(line.to),
  ) && !closures.some(({ startsOn, endsOn }) => startsOn <= day.text && day.text <= endsOn);

const suits = (section: DemoSection, ageMonths: number): boolean =>
  section.minAgeMonths <= ageMonths && ageMonths + SPARE_MONTHS < section.maxAgeMonths;

const placesIn = (centre: DemoCentre, ageMonths: number): Place[] =>
  centre.sections.filter((section) => suits(section, ageMonths)).map((section) => ({ centre, section }));

/** Gives out places so that no section and no centre is ever overfilled. */
export const careDeskOf = (centres: readonly DemoCentre[], bookedDays = DEMO_DAYS): CareDesk => {
  const taken = new Map<string, Uint16Array>();
  const slotsOf = (id: string, day: CalendarDay): Uint16Array => {
    const key = `${id} ${day.text}`;
    const slots = taken.get(key) ?? new Uint16Array(SLOTS);
    taken.set(key, slots);
    return slots;
  };
  const busiest = (id: string, day: CalendarDay, { from, to }: Hours): number =>
    Math.max(...slotsOf(id, day).subarray(from / HALF_HOUR, to / HALF_HOUR));
  const add = (id: string, day: CalendarDay, { from, to }: Hours): void => {
    const slots = slotsOf(id, day).subarray(from / HALF_HOUR, to / HALF_HOUR);
    for (const [index, count] of slots.entries()) slots[index] = count + 1;
  };

  return {
    bookedDays,
    centres,
    placeFor(ageMonths, districtId, chance) {
      const places = centres.flatMap((centre) => placesIn(centre, ageMonths));
      const near = places.filter(({ centre }) => centre.districtId === districtId);
      const choice = near.length > 0 ? near : places;
      return choice[Math.floor(chance * choice.length)];
    },
    mayTake: ({ centre, section }, day, hours) =>
      isOpen(centre, day, hours) &&
      busiest(section.id, day, hours) < section.places - KEPT_FREE &&
      busiest(centre.id, day, hours) < centre.authorisedPlaces - KEPT_FREE,
    take({ centre, section }, day, hours) {
      add(section.id, day, hours);
      add(centre.id, day, hours);
    },
  };
};
