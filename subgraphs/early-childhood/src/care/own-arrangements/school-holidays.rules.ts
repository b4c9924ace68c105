import { isoWeekday } from '@relais/platform/time/civil-time.ts';
import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';

const SATURDAY = 6;

const daysFrom = (one: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  one.until(other, { largestUnit: 'days' }).days;

/** Holidays as the ministry publishes them. */
export type SchoolHolidays = {
  /** The first day without school. */
  readonly firstDay: Temporal.PlainDate;
  /** The day on which school begins again; `null` where only the beginning is published, as of a summer to come. */
  readonly backOn: Temporal.PlainDate | null;
};

/** No term is longer: between two holidays so far apart others are missing. */
const LONGEST_TERM_DAYS = 80;
/** Nor are holidays longer than a summer: between two terms so far apart one is missing. */
const LONGEST_HOLIDAYS_DAYS = 75;

/** Where only the beginning of holidays is published, and the day of return in a row of its own, that is when they end. */
export const endedBy = (
  holidays: readonly SchoolHolidays[],
  returns: readonly Temporal.PlainDate[],
): SchoolHolidays[] =>
  holidays.map(({ firstDay, backOn }) => {
    const next = returns
      .toSorted(Temporal.PlainDate.compare)
      .find((day) => isBefore(firstDay, day) && daysFrom(firstDay, day) <= LONGEST_HOLIDAYS_DAYS);
    return { firstDay, backOn: backOn ?? next ?? null };
  });

/** Pupils leave after the classes of the day that is published; on the days of a weekend there are none. */
export const firstDayOff = (leavingOn: Temporal.PlainDate): Temporal.PlainDate =>
  isoWeekday(leavingOn) < SATURDAY ? leavingOn.add({ days: 1 }) : leavingOn;

const compareDays = (one: SchoolHolidays, other: SchoolHolidays): number =>
  Temporal.PlainDate.compare(one.firstDay, other.firstDay) ||
  // Of a beginning that is published again with its end, the end counts.
  Number(one.backOn === null) - Number(other.backOn === null);

/** Each once: the file has a row for each académie of a zone. */
const eachOnce = (holidays: readonly SchoolHolidays[]): SchoolHolidays[] =>
  holidays
    .toSorted(compareDays)
    .filter(({ firstDay }, index, all) => !all[index - 1]?.firstDay.equals(firstDay));

/**
 * The terms between holidays, first to last. Of days before the first holidays and after the last nothing is known; where a
 * stretch is too long to be a term, it is not known either.
 */
export const termsBetween = (holidays: readonly SchoolHolidays[]): Days[] => {
  const sorted = eachOnce(holidays);
  return sorted.flatMap(({ backOn }, index) => {
    const next = sorted[index + 1];
    if (!backOn || !next) return [];
    const endsOn = next.firstDay.subtract({ days: 1 });
    const isTerm =
      !isBefore(endsOn, backOn) && backOn.until(endsOn, { largestUnit: 'days' }).days < LONGEST_TERM_DAYS;
    return isTerm ? [{ startsOn: backOn, endsOn }] : [];
  });
};

/** Up to the first term that is missing: what came after it would be known, and the missing one could be added no more. */
const withoutHoles = (terms: readonly Days[], knownUntil: Temporal.PlainDate | null): Days[] => {
  const ends = [knownUntil, ...terms.map(({ endsOn }) => endsOn)];
  const hole = terms.findIndex(({ startsOn }, index) => {
    const before = ends[index];
    return before && daysFrom(before, startsOn) > LONGEST_HOLIDAYS_DAYS;
  });
  return hole < 0 ? [...terms] : terms.slice(0, hole);
};

const endingAfter = (terms: readonly Days[], day: Temporal.PlainDate | null): Days[] =>
  terms.filter(({ endsOn }) => !day || isBefore(day, endsOn));

/** What of these terms follows what is known and past: one that runs is cut, and nothing comes after a hole. */
export const termsAfter = (
  terms: readonly Days[],
  knownUntil: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Days[] => {
  const day = knownUntil && isBefore(today, knownUntil) ? knownUntil : today;
  return endingAfter(withoutHoles(endingAfter(terms, knownUntil), knownUntil), day).map(
    ({ startsOn, endsOn }) => ({
      startsOn: isBefore(day, startsOn) ? startsOn : day.add({ days: 1 }),
      endsOn,
    }),
  );
};
