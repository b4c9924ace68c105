import { Temporal } from 'temporal-polyfill';
import type { HotCentre, HotCity } from './hot-city.ts';

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

/** How many are there at the fullest half-hour. */
const peakOf = (bookings: readonly StoredBooking[]): number =>
  Math.max(0, ...counted(bookings.flatMap(halfHoursOf)).values());

const mondayOf = (halfHour: number): string => {
  const day = Temporal.Instant.fromEpochMilliseconds(halfHour)
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};

const weekProblems = ({ id, authorisedPlaces, openings }: HotCentre, bookings: readonly StoredBooking[]) => {
  const open = counted(openings.flatMap(halfHoursOf).map(mondayOf));
  const booked = counted(bookings.flatMap(halfHoursOf).map(mondayOf));
  return [...booked].flatMap(([monday, halfHours]) => {
    const most = authorisedPlaces * (open.get(monday) ?? 0);
    const hours = (count: number) => count / HALF_HOURS_PER_HOUR;
    return halfHours > most
      ? [`centre ${id}: ${hours(halfHours)} child-hours in the week of ${monday}, at most ${hours(most)}`]
      : [];
  });
};

type Limit = { readonly what: string; readonly id: string; readonly most: number; readonly peak: number };

const limitsOf = (centre: HotCentre, bookings: readonly StoredBooking[]): Limit[] => {
  const planned = bookings.filter(isPlanned);
  const most = centre.authorisedPlaces;
  const sections = centre.sections.map(({ id, places }) => ({
    what: 'section',
    id,
    most: places,
    peak: peakOf(planned.filter(({ sectionId }) => sectionId === id)),
  }));
  return [
    ...sections,
    { what: 'centre', id: centre.id, most, peak: peakOf(planned) },
    { what: '115 % of centre', id: centre.id, most: Math.floor((most * 115) / 100), peak: peakOf(bookings) },
  ];
};

const childProblems = (bookings: readonly StoredBooking[]): string[] => {
  const taken = counted(bookings.flatMap((each) => halfHoursOf(each).map((at) => `${each.childId} ${at}`)));
  const twice = [...taken].filter(([, count]) => count > 1).map(([key]) => key.split(' ')[0]);
  return [...new Set(twice)].map((childId) => `child ${childId} is in two places at once`);
};

/** Recounts all places from the rows alone, half-hour by half-hour; shares nothing with what the product counts with. */
export const recount = (city: HotCity, stored: readonly StoredBooking[]): Recount => {
  const taking = stored.filter(takesPlace);
  const byCentre = city.centres.map((centre) => {
    const bookings = taking.filter(({ centreId }) => centreId === centre.id);
    return { limits: limitsOf(centre, bookings), weeks: weekProblems(centre, bookings) };
  });
  const limits = byCentre.flatMap((centre) => centre.limits);
  const over = limits.filter(({ peak, most }) => peak > most);
  return {
    problems: [
      ...over.map(({ what, id, peak, most }) => `${what} ${id}: ${peak} at once, at most ${most}`),
      ...byCentre.flatMap(({ weeks }) => weeks),
      ...childProblems(taking),
    ],
    fullIds: limits.filter(({ peak, most }) => peak === most).map(({ id }) => id),
  };
};
