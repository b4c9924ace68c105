import { Temporal } from 'temporal-polyfill';
import type { HotCentre, HotCity, HotSection, Opening } from './hot-city.ts';

/** A booking as the table has it. */
export type StoredBooking = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly kind: string;
  readonly childId: string;
  readonly sectionId: string;
  readonly centreId: string;
  readonly milestoneId: string | null;
  readonly offerId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
};

export type Recount = {
  readonly problems: readonly string[];
  /** Sections and centres that were as full as they may be at some half-hour. */
  readonly fullIds: readonly string[];
};

const HALF_HOUR_MS = 1_800_000;
const HALF_HOURS_PER_HOUR = 2;

const takesPlace = ({ status }: StoredBooking): boolean => status !== 'CANCELLED';
const isPlanned = ({ kind }: StoredBooking): boolean => kind !== 'EMERGENCY';

/** Every half-hour of a booking, one by one: slow, and with nothing to get wrong. */
const halfHoursOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number[] => {
  const halfHours: number[] = [];
  for (let at = Date.parse(startsAt); at < Date.parse(endsAt); at += HALF_HOUR_MS) halfHours.push(at);
  return halfHours;
};

const counted = <Key>(keys: readonly Key[]): Map<Key, number> => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

type Day = { readonly day: string; readonly monday: string };
type DayAt = (halfHour: number) => Day;

const dayOfHalfHour = (halfHour: number): Day => {
  const day = Temporal.Instant.fromEpochMilliseconds(halfHour)
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainDate();
  return { day: day.toString(), monday: day.subtract({ days: day.dayOfWeek - 1 }).toString() };
};

/** Of a half-hour once, however many stay in it: the recount takes time from those whom it watches. */
const daysOnce = (): DayAt => {
  const known = new Map<number, Day>();
  return (halfHour) => {
    const day = known.get(halfHour) ?? dayOfHalfHour(halfHour);
    known.set(halfHour, day);
    return day;
  };
};

/** Authorised places of a centre, each number from its day, first to last. */
export type DatedPlaces = ReadonlyMap<string, readonly { readonly from: string; readonly places: number }[]>;

type PlacesAt = (halfHour: number) => number;

const placesAtOf = ({ id, authorisedPlaces }: HotCentre, dated: DatedPlaces, dayAt: DayAt): PlacesAt => {
  const terms = dated.get(id) ?? [];
  return (halfHour) => {
    const { day } = dayAt(halfHour);
    return terms.findLast(({ from }) => from <= day)?.places ?? authorisedPlaces;
  };
};

const weekProblems = (
  { id, openings }: HotCentre,
  bookings: readonly StoredBooking[],
  placesAt: PlacesAt,
  dayAt: DayAt,
): string[] => {
  const mondayOf = (halfHour: number): string => dayAt(halfHour).monday;
  const allowed = new Map<string, number>();
  for (const at of openings.flatMap(halfHoursOf))
    allowed.set(mondayOf(at), (allowed.get(mondayOf(at)) ?? 0) + placesAt(at));
  const booked = counted(bookings.flatMap(halfHoursOf).map(mondayOf));
  return [...booked].flatMap(([monday, halfHours]) => {
    const most = allowed.get(monday) ?? 0;
    const hours = (count: number) => count / HALF_HOURS_PER_HOUR;
    return halfHours > most
      ? [`centre ${id}: ${hours(halfHours)} child-hours in the week of ${monday}, at most ${hours(most)}`]
      : [];
  });
};

type Limit = {
  readonly what: string;
  readonly id: string;
  readonly over: string | null;
  readonly isFull: boolean;
};

/** How many are there in every half-hour, beside how many may be. */
const limitOf = (
  { what, id }: Pick<Limit, 'what' | 'id'>,
  bookings: readonly StoredBooking[],
  mostAt: PlacesAt,
): Limit => {
  const levels = [...counted(bookings.flatMap(halfHoursOf))].map(([at, count]) => ({
    count,
    most: mostAt(at),
  }));
  const worst = levels
    .filter(({ count, most }) => count > most)
    .toSorted((one, other) => other.count - one.count)[0];
  return {
    ...{ what, id, isFull: levels.some(({ count, most }) => count === most) },
    over: worst ? `${what} ${id}: ${worst.count} at once, at most ${worst.most}` : null,
  };
};

/** What these sections keep for emergencies, in the first hour of each opening. */
const keptAtOf = (sections: readonly HotSection[], openings: readonly Opening[]): PlacesAt => {
  const firstHours = openings.map(({ startsAt }) => Date.parse(startsAt));
  const kept = sections.reduce((sum, section) => sum + (section.kept ?? 0), 0);
  const isFirstHour = (halfHour: number) =>
    firstHours.some((from) => from <= halfHour && halfHour < from + HALF_HOURS_PER_HOUR * HALF_HOUR_MS);
  return (halfHour) => (isFirstHour(halfHour) ? kept : 0);
};

const limitsOf = (centre: HotCentre, bookings: readonly StoredBooking[], placesAt: PlacesAt): Limit[] => {
  const planned = bookings.filter(isPlanned);
  const { id, openings } = centre;
  const keptInCentre = keptAtOf(centre.sections, openings);
  const sections = centre.sections.map((section) => {
    const keptAt = keptAtOf([section], openings);
    return limitOf(
      { what: 'section', id: section.id },
      planned.filter(({ sectionId }) => sectionId === section.id),
      (halfHour) => section.places - keptAt(halfHour),
    );
  });
  return [
    ...sections,
    limitOf({ what: 'centre', id }, planned, (at) => placesAt(at) - keptInCentre(at)),
    limitOf({ what: '115 % of centre', id }, bookings, (at) => Math.floor((placesAt(at) * 115) / 100)),
  ];
};

const childProblems = (bookings: readonly StoredBooking[]): string[] => {
  const taken = counted(bookings.flatMap((each) => halfHoursOf(each).map((at) => `${each.childId} ${at}`)));
  const twice = [...taken].filter(([, count]) => count > 1).map(([key]) => key.split(' ')[0]);
  return [...new Set(twice)].map((childId) => `child ${childId} is in two places at once`);
};

/** Recounts all places from the rows alone, half-hour by half-hour; shares nothing with what the product counts with. */
export const recount = (
  city: HotCity,
  stored: readonly StoredBooking[],
  dated: DatedPlaces = new Map(),
): Recount => {
  const taking = stored.filter(takesPlace);
  const dayAt = daysOnce();
  const byCentre = city.centres.map((centre) => {
    const bookings = taking.filter(({ centreId }) => centreId === centre.id);
    const placesAt = placesAtOf(centre, dated, dayAt);
    return {
      limits: limitsOf(centre, bookings, placesAt),
      weeks: weekProblems(centre, bookings, placesAt, dayAt),
    };
  });
  const limits = byCentre.flatMap((centre) => centre.limits);
  return {
    problems: [
      ...limits.flatMap(({ over }) => over ?? []),
      ...byCentre.flatMap(({ weeks }) => weeks),
      ...childProblems(taking),
    ],
    fullIds: limits.filter(({ isFull }) => isFull).map(({ id }) => id),
  };
};
