import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';

/** Holidays as the ministry publishes them. */
export type SchoolHolidays = {
  /** The first day without school. */
  readonly firstDay: Temporal.PlainDate;
  /** The day on which school begins again; `null` where only the beginning is published, as of a summer to come. */
  readonly backOn: Temporal.PlainDate | null;
};

/** No term is longer: between two holidays so far apart others are missing. */
const LONGEST_TERM_DAYS = 100;

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

/** What of these terms lies after a day: those that are over are left out, one that runs is cut. */
export const termsAfter = (terms: readonly Days[], day: Temporal.PlainDate): Days[] =>
  terms
    .filter(({ endsOn }) => isBefore(day, endsOn))
    .map(({ startsOn, endsOn }) => ({
      startsOn: isBefore(day, startsOn) ? startsOn : day.add({ days: 1 }),
      endsOn,
    }));
