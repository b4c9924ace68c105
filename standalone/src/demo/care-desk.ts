import type { Temporal } from 'temporal-polyfill';
import { type CalendarDay, historyStart } from './calendar.ts';
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
  /** One place stays free unless told, so that the demo can book. */
  mayTake(place: Place, day: CalendarDay, hours: Hours, keptFree?: number): boolean;
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
const KEPT_FREE = 1;
/** No placement is agreed for longer than a year. */
const DEMO_DAYS: BookedDays = { first: -14, last: 366 };

/** Since the start of the last quarter that is over, of which figures are given. */
export const daysWithHistory = (today: Temporal.PlainDate): BookedDays => ({
  ...DEMO_DAYS,
  first: historyStart(today),
});

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

const isClosed = ({ closures }: DemoCentre, day: CalendarDay): boolean =>
  closures.some(({ startsOn, endsOn }) => startsOn <= day.text && day.text <= endsOn);

const hoursOn = (centre: DemoCentre | undefined, day: CalendarDay): Hours[] =>
  !centre || isClosed(centre, day)
    ? []
    : centre.openingHours
        .filter(({ weekday }) => weekday === day.weekday)
        .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));

/** What is true of something on a day, worked out once. */
const perDay = <Fact>(workOut: (of: string, day: CalendarDay) => Fact) => {
  const known = new Map<string, Map<number, Fact>>();
  return (of: string, day: CalendarDay): Fact => {
    const days = known.get(of) ?? new Map<number, Fact>();
    known.set(of, days);
    const fact = days.get(day.offset) ?? workOut(of, day);
    days.set(day.offset, fact);
    return fact;
  };
};

const suits = (section: DemoSection, ageMonths: number): boolean =>
  section.minAgeMonths <= ageMonths && ageMonths + SPARE_MONTHS < section.maxAgeMonths;

const placesIn = (centre: DemoCentre, ageMonths: number): Place[] =>
  centre.sections.filter((section) => suits(section, ageMonths)).map((section) => ({ centre, section }));

/** Gives out places so that no section and no centre is ever overfilled. */
export const careDeskOf = (centres: readonly DemoCentre[], bookedDays = DEMO_DAYS): CareDesk => {
  const centresById = new Map(centres.map((centre) => [centre.id, centre]));
  const openHours = perDay((id, day) => hoursOn(centresById.get(id), day));
  const slotsOf = perDay(() => new Uint16Array(SLOTS));
  const slotsDuring = (id: string, day: CalendarDay, { from, to }: Hours): Uint16Array =>
    slotsOf(id, day).subarray(from / HALF_HOUR, to / HALF_HOUR);
  const isOpen = (id: string, day: CalendarDay, { from, to }: Hours): boolean =>
    openHours(id, day).some((hours) => hours.from <= from && to <= hours.to);
  const hasRoom = (id: string, day: CalendarDay, hours: Hours, places: number): boolean =>
    slotsDuring(id, day, hours).every((count) => count < places);
  const add = (id: string, day: CalendarDay, hours: Hours): void => {
    const slots = slotsDuring(id, day, hours);
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
    mayTake: ({ centre, section }, day, hours, keptFree = KEPT_FREE) =>
      isOpen(centre.id, day, hours) &&
      hasRoom(section.id, day, hours, section.places - keptFree) &&
      hasRoom(centre.id, day, hours, centre.authorisedPlaces - keptFree),
    take({ centre, section }, day, hours) {
      add(section.id, day, hours);
      add(centre.id, day, hours);
    },
  };
};
