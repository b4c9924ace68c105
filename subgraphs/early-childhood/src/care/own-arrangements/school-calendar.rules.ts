import { type Days, isBefore, isDuring } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export const easterOf = (year: number): Temporal.PlainDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDay = epact + toSunday - 7 * late + 22;
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: marchDay - 1 });
};

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday. */
const DAYS_AFTER_EASTER = [1, 39, 50];

/** The public holidays of a year (code du travail L3133-1). */
export const publicHolidaysOf = (year: number): Temporal.PlainDate[] => [
  ...FIXED_HOLIDAYS.map((day) => Temporal.PlainDate.from(`${year}-${day}`)),
  ...DAYS_AFTER_EASTER.map((daysAfter) => easterOf(year).add({ days: daysAfter })),
];

/** What is left of a period without one of its days. */
const without = (period: Days, day: Temporal.PlainDate): Days[] => {
  if (!isDuring(day, period)) return [period];
  const before = { startsOn: period.startsOn, endsOn: day.subtract({ days: 1 }) };
  const after = { startsOn: day.add({ days: 1 }), endsOn: period.endsOn };
  return [before, after].filter(({ startsOn, endsOn }) => !isBefore(endsOn, startsOn));
};

/** The days on which school may look after a child: the terms without the public holidays. */
export const schoolPeriodsOf = (terms: readonly Days[]): Days[] => {
  const years = new Set(terms.flatMap(({ startsOn, endsOn }) => [startsOn.year, endsOn.year]));
  const holidays = [...years].flatMap(publicHolidaysOf);
  return terms.flatMap((term) =>
    holidays.reduce<Days[]>((left, day) => left.flatMap((period) => without(period, day)), [term]),
  );
};
