import { publicHolidaysOf } from '@relais/early-childhood/care/own-arrangements/school-calendar.rules.ts';
import { lastQuarterBefore } from '@relais/platform/statistics/quarter.rules.ts';
import { instantAt } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';

/** A day counted from the day on which the city is made. */
export type CalendarDay = {
  readonly offset: number;
  readonly day: Temporal.PlainDate;
  /** `2026-03-02`, which sorts as the days do. */
  readonly text: string;
  /** 1 (Monday) to 7 (Sunday) */
  readonly weekday: number;
  /** Monday to Friday, and no public holiday. */
  readonly isWorking: boolean;
  /** The instant so many minutes of local time after midnight. */
  at(minutes: number): Date;
};

export type Calendar = {
  readonly today: Temporal.PlainDate;
  dayAt(offset: number): CalendarDay;
};

const holidaysOfYears = new Map<number, ReadonlySet<string>>();

const holidaysOf = (year: number): ReadonlySet<string> => {
  const known = holidaysOfYears.get(year);
  if (known) return known;
  const holidays = new Set(publicHolidaysOf(year).map(String));
  holidaysOfYears.set(year, holidays);
  return holidays;
};

export const isPublicHoliday = (day: Temporal.PlainDate): boolean => holidaysOf(day.year).has(day.toString());

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const dayOf = (today: Temporal.PlainDate, offset: number): CalendarDay => {
  const day = today.add({ days: offset });
  const instants = new Map<number, Date>();
  return {
    offset,
    day,
    text: day.toString(),
    weekday: day.dayOfWeek,
    isWorking: day.dayOfWeek <= 5 && !isPublicHoliday(day),
    at(minutes) {
      const known = instants.get(minutes);
      if (known) return known;
      const instant = instantAt(day, clock(minutes));
      instants.set(minutes, instant);
      return instant;
    },
  };
};

/** The first day of the last quarter that is over, counted from today. */
export const historyStart = (today: Temporal.PlainDate): number =>
  today.until(lastQuarterBefore(today).from, { largestUnit: 'day' }).days;

/** Days around `today`; each is worked out once, however many families ask for it. */
export const calendarFrom = (today: Temporal.PlainDate): Calendar => {
  const days = new Map<number, CalendarDay>();
  return {
    today,
    dayAt(offset) {
      const known = days.get(offset);
      if (known) return known;
      const day = dayOf(today, offset);
      days.set(offset, day);
      return day;
    },
  };
};
