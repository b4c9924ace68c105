import { Temporal } from 'temporal-polyfill';

/** Weekly patterns, opening hours and days are local time of the city. */
export const PARIS = 'Europe/Paris';

const zonedOf = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(PARIS);

const HOUR_MS = 3_600_000;
const MOST_KNOWN = 10_000;
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
  if (known.size >= MOST_KNOWN) known.clear();
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

const MOST_MONTHS = 16;
const MOST_DAYS = 32;
const numberOf = ({ year, month, day }: Temporal.PlainDate): number =>
  (year * MOST_MONTHS + month) * MOST_DAYS + day;

/** Found once, like the day itself. */
const kept = (moments: Map<number, number>, key: number, find: () => number): Date => {
  const found = moments.get(key);
  if (found !== undefined) return new Date(found);
  if (moments.size >= MOST_KNOWN) moments.clear();
  const moment = find();
  moments.set(key, moment);
  return new Date(moment);
};

/** Days, each as a number, by when they start. */
const starts = new Map<number, number>();

/** Midnight in Paris at the start of a day. */
export const startOfDay = (day: Temporal.PlainDate): Date =>
  kept(starts, numberOf(day), () => day.toZonedDateTime(PARIS).epochMilliseconds);

const SECONDS_OF_A_DAY = 86_400;
/** Seconds of days, by the moments at which the clocks show them. */
const shown = new Map<number, number>();

const findFirstMoment = (day: Temporal.PlainDate, time: Temporal.PlainTime): number => {
  const zoned = day.toPlainDateTime(time).toZonedDateTime(PARIS, { disambiguation: 'earlier' });
  const isSkipped = !zoned.toPlainTime().equals(time);
  const change = isSkipped ? zoned.getTimeZoneTransition('next') : null;
  return (change ?? zoned).epochMilliseconds;
};

/**
 * The first moment of a day at which the clocks show that time, to the second, or a later one. So a time that the spring change
 * skips is the change itself, and hours that do not overlap on paper never overlap.
 */
export const firstMomentAt = (day: Temporal.PlainDate, time: Temporal.PlainTime): Date => {
  const second = (time.hour * 60 + time.minute) * 60 + time.second;
  return kept(shown, numberOf(day) * SECONDS_OF_A_DAY + second, () => findFirstMoment(day, time));
};

/** 1 (Monday) to 7 (Sunday), as ISO 8601. */
export const isoWeekday = (day: Temporal.PlainDate): number => day.dayOfWeek;

export const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000;

export const addMinutes = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + minutes * 60_000);
