import { Temporal } from 'temporal-polyfill';

/**
 * The days that somebody of this city can mean. A typing error in a year is refused where it comes in: PostgreSQL, RFC
 * 3339 and the events between agencies hold all of them, and what is computed from them (a week, a notice) as well.
 */
export const FIRST_DAY = Temporal.PlainDate.from('1900-01-01');
export const LAST_DAY = Temporal.PlainDate.from('2199-12-31');

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_INSTANT = Date.UTC(FIRST_DAY.year, 0, 1);
const INSTANT_AFTER_LAST = Date.UTC(LAST_DAY.year + 1, 0, 1);

const isInCalendar = (day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(FIRST_DAY, day) <= 0 && Temporal.PlainDate.compare(day, LAST_DAY) <= 0;

/** An instant counts by its day in UTC, which is how it is stored and told. */
export const isInstantInCalendar = (instant: Date): boolean =>
  instant.getTime() >= FIRST_INSTANT && instant.getTime() < INSTANT_AFTER_LAST;

/** The day that a text names, or null when there is none or nobody can mean it. */
export const readDay = (text: string): Temporal.PlainDate | null => {
  if (!DAY.test(text)) return null;
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return isInCalendar(day) ? day : null;
  } catch {
    return null;
  }
};

/** Whether a cursor holds a day as we write it. */
export const isDayText = (text = ''): boolean => readDay(text) !== null;

/** Whether a cursor holds an instant as we write it. */
export const isInstantText = (text = ''): boolean => {
  const instant = new Date(text);
  return isInstantInCalendar(instant) && instant.toISOString() === text;
};
