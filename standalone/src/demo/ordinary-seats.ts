import type { CalendarDay } from './calendar.ts';
import { type DemoCentre, type Hours, minutesOf, type Place } from './care-desk.ts';
import type { Random } from './random.ts';

/** Hours of every day in a section that keeps so many places free. */
export type Seat = { readonly place: Place; readonly hours: Hours; readonly keptFree: number };

const FULL = 0.22;
const LEAST_KEPT = 0.03;
const MOST_KEPT = 0.12;
const ALL_DAY = 0.8;
const ALL_DAY_OF_LONG_HOURS = 0.15;
const HALF_HOUR = 30;
const LUNCH = 13 * 60;
/** A child stays no longer, though the centre is open. */
const LONGEST_DAY = 630;

/** How the children of one place share its day: one all day, or one in the morning and one in the afternoon. */
const shiftsOf = ({ openingHours }: DemoCentre, random: Random): Hours[] => {
  const [line] = openingHours;
  if (!line) return [];
  const [opens, closes] = [minutesOf(line.from), minutesOf(line.to)];
  const isLong = closes - opens > LONGEST_DAY + 2 * HALF_HOUR;
  if (random.chance(isLong ? ALL_DAY_OF_LONG_HOURS : ALL_DAY)) {
    const from = opens + HALF_HOUR * random.between(0, 2);
    return [{ from, to: Math.min(closes, from + LONGEST_DAY - HALF_HOUR * random.between(0, 2)) }];
  }
  const middle = isLong ? (opens + closes) / 2 : LUNCH;
  return [
    { from: opens, to: middle },
    { from: middle, to: closes },
  ];
};

/** Every place of a centre, of its sections in turn, each for whoever shares its day; a few centres are filled wholly. */
export const seatsOf = (centre: DemoCentre, random: Random, mayBeFull: boolean): Seat[] => {
  const isFull = random.chance(FULL) && mayBeFull;
  const kept = LEAST_KEPT + random.next() * (MOST_KEPT - LEAST_KEPT);
  const places = centre.sections.map((section) => ({
    place: { centre, section },
    keptFree: isFull ? 0 : Math.max(1, Math.round(section.places * kept)),
  }));
  const mostPlaces = Math.max(0, ...centre.sections.map((section) => section.places));
  return Array.from({ length: mostPlaces }, (_, index) =>
    places
      .filter(({ place }) => index < place.section.places)
      .flatMap((seat) => shiftsOf(centre, random).map((hours) => ({ ...seat, hours }))),
  ).flat();
};

const SHORTEST_STAY = 120;

/** What of these hours the centre is open that day: fewer on a Saturday. */
export const whileOpen = (
  { openingHours }: DemoCentre,
  { weekday }: CalendarDay,
  { from, to }: Hours,
): Hours | undefined => {
  const line = openingHours.find((each) => each.weekday === weekday);
  if (!line) return undefined;
  const hours = { from: Math.max(from, minutesOf(line.from)), to: Math.min(to, minutesOf(line.to)) };
  return hours.to - hours.from < SHORTEST_STAY ? undefined : hours;
};
