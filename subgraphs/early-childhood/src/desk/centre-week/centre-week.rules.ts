import { isoWeekday, startOfDay } from '@relais/platform/time/civil-time.ts';
import { type Days, isDuring } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
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

/** The closure that a day lies in, the first when there are several. */
export const closureOn = <Closure extends Days>(
  day: Temporal.PlainDate,
  closures: readonly Closure[],
): Closure | null => closures.find((closure) => isDuring(day, closure)) ?? null;

/** How long a centre is open on a day by its usual hours: as the weekly limit counts, wall-clock time. */
export const openHoursOn = (day: Temporal.PlainDate, openingHours: readonly WeeklyHours[]): number =>
  openingHours
    .filter(({ weekday }) => weekday === isoWeekday(day))
    .reduce((minutes, { from, to }) => minutes + from.until(to).total('minutes'), 0) / MINUTES_PER_HOUR;

/** Booked out of allowed, to the hundredth of a per cent; `null` where nothing is allowed. */
export const occupancyOf = (bookedHours: number, allowedHours: number): number | null =>
  allowedHours === 0 ? null : Math.round((bookedHours / allowedHours) * DECIMALS) / DECIMALS;
