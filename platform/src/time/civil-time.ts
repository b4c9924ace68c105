import { Temporal } from 'temporal-polyfill';

/** Weekly patterns, opening hours and days are local time of the city. */
export const PARIS = 'Europe/Paris';

const zonedOf = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(PARIS);

const HOUR_MS = 3_600_000;
const MOST_HOURS = 10_000;
/** Days by the hours that fall on them. */
const known = new Map<number, Temporal.PlainDate>();

/**
 * The civil day in Paris on which an instant falls. An hour belongs to one day: since 1970 Paris has been whole hours ahead. The
 * same few are asked again and again, and finding the zone's offset takes longer than what it is asked for.
 */
export const dayOf = (instant: Date): Temporal.PlainDate => {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  if (!(hour >= 0)) return zonedOf(instant).toPlainDate();
  const found = known.get(hour);
  if (found) return found;
  if (known.size >= MOST_HOURS) known.clear();
  const day = zonedOf(instant).toPlainDate();
  known.set(hour, day);
  return day;
};

/** The wall-clock time in Paris at an instant. */
export const timeOf = (instant: Date): Temporal.PlainTime => zonedOf(instant).toPlainTime();

/** The instant of a wall-clock time in Paris; a time that the spring change skips is moved forward. */
export const instantAt = (day: Temporal.PlainDate, time: Temporal.PlainTime | string): Date =>
  new Date(
    day.toZonedDateTime({ timeZone: PARIS, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
  );

/** Midnight in Paris at the start of a day. */
export const startOfDay = (day: Temporal.PlainDate): Date =>
  new Date(day.toZonedDateTime(PARIS).epochMilliseconds);

/** 1 (Monday) to 7 (Sunday), as ISO 8601. */
export const isoWeekday = (day: Temporal.PlainDate): number => day.dayOfWeek;

export const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000;

export const addMinutes = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + minutes * 60_000);
