import { instantAt } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';

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

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday, in days after Easter. */
const MOVING_HOLIDAYS = [1, 39, 50];

/** Easter by the Gregorian computus of Meeus, Jones and Butcher, whose letters it keeps. */
const easterOf = (year: number): Temporal.PlainDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const l = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
  const month = Math.floor((h - m + l + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h - m + l + month + 19) % 32 });
};

export const isPublicHoliday = (day: Temporal.PlainDate): boolean => {
  if (FIXED_HOLIDAYS.includes(day.toString().slice(5))) return true;
  const afterEaster = easterOf(day.year).until(day).days;
  return MOVING_HOLIDAYS.includes(afterEaster);
};

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
