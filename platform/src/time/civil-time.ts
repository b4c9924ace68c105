import { Temporal } from 'temporal-polyfill';

/** Weekly patterns, opening hours and days are local time of the city. */
export const PARIS = 'Europe/Paris';

const zonedOf = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(PARIS);

/** The civil day in Paris on which an instant falls. */
export const dayOf = (instant: Date): Temporal.PlainDate => zonedOf(instant).toPlainDate();

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
