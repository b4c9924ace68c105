import { isoWeekday, startOfDay } from '@relais/platform/time/civil-time.ts';
import { isDuring } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { PlacesInHours } from '../../centres/centres/centre-terms.rules.ts';
import { type ClosedTime, isWholeDay, openWindow } from '../../centres/centres/closed-time.rules.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';

type WholeDay = { readonly day: Temporal.PlainDate; readonly startsAt: Date; readonly endsAt: Date };

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const MINUTES_PER_HOUR = 60;
const DECIMALS = 10_000;

/** The Monday of the ISO week in which a day lies. */
export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.subtract({ days: isoWeekday(day) - 1 });

/** The seven days of a week from midnight to midnight: 23 or 25 hours where the clocks change. */
export const daysOfWeek = (monday: Temporal.PlainDate): WholeDay[] =>
  DAYS.map((days) => {
    const day = monday.add({ days });
    return { day, startsAt: startOfDay(day), endsAt: startOfDay(day.add({ days: 1 })) };
  });

/** The closure that a day lies in, the first when there are several; one of the whole day before one of a part. */
export const closureOn = <Closure extends ClosedTime>(
  day: Temporal.PlainDate,
  closures: readonly Closure[],
): Closure | null => {
  const ofDay = closures.filter((closure) => isDuring(day, closure));
  return ofDay.find(isWholeDay) ?? ofDay[0] ?? null;
};

const laterTime = (time: Temporal.PlainTime, other: Temporal.PlainTime | null): Temporal.PlainTime =>
  other && Temporal.PlainTime.compare(time, other) < 0 ? other : time;
const earlierTime = (time: Temporal.PlainTime, other: Temporal.PlainTime | null): Temporal.PlainTime =>
  other && Temporal.PlainTime.compare(time, other) > 0 ? other : time;

/** How long a centre is open on a day, closures taken off: as the weekly limit counts, wall-clock time. */
export const openHoursOn = (
  day: Temporal.PlainDate,
  openingHours: readonly WeeklyHours[],
  closures: readonly ClosedTime[] = [],
): number => {
  const open = openWindow(day, closures);
  if (!open) return 0;
  return (
    openingHours
      .filter(({ weekday }) => weekday === isoWeekday(day))
      .map(({ from, to }) => ({ from: laterTime(from, open.from), to: earlierTime(to, open.to) }))
      .reduce((minutes, { from, to }) => minutes + Math.max(0, from.until(to).total('minutes')), 0) /
    MINUTES_PER_HOUR
  );
};

/** The part of some hours that lies in others. */
const within = (hours: WeeklyHours, other: WeeklyHours): WeeklyHours[] => {
  const from = laterTime(hours.from, other.from);
  const to = earlierTime(hours.to, other.to);
  return Temporal.PlainTime.compare(from, to) < 0 ? [{ weekday: hours.weekday, from, to }] : [];
};

type Authorised = {
  readonly authorisedPlaces: number;
  readonly placesByHour: readonly PlacesInHours[];
  readonly openingHours: readonly WeeklyHours[];
};

/** The child-hours that a day allows, closures taken off: each open hour times the places that are authorised in it. */
export const allowedHoursOn = (
  day: Temporal.PlainDate,
  centre: Authorised,
  closures: readonly ClosedTime[],
): number => {
  const { authorisedPlaces, placesByHour, openingHours } = centre;
  const fewer = placesByHour
    .filter(({ weekday }) => weekday === isoWeekday(day))
    .reduce((sum, line) => {
      const open = openHoursOn(
        day,
        openingHours.flatMap((hours) => within(hours, line)),
        closures,
      );
      return sum + (authorisedPlaces - line.places) * open;
    }, 0);
  return authorisedPlaces * openHoursOn(day, openingHours, closures) - fewer;
};

/** Booked out of allowed, to the hundredth of a per cent; `null` where nothing is allowed. */
export const occupancyOf = (bookedHours: number, allowedHours: number): number | null =>
  allowedHours === 0 ? null : Math.round((bookedHours / allowedHours) * DECIMALS) / DECIMALS;
