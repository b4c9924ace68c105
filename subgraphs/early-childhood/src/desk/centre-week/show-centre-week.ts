import type { Temporal } from 'temporal-polyfill';
import { placesWithEmergencies } from '../../care/bookings/places.rules.ts';
import type { Centre } from '../../centres/centres/centre.ts';
import { centreOn } from '../../centres/centres/centre-terms.rules.ts';
import { isWholeDay } from '../../centres/centres/closed-time.rules.ts';
import type { Closure } from '../../centres/centres/closure.ts';
import type { BookedDay } from './centre-week.queries.ts';
import { allowedHoursOn, closureOn, daysOfWeek, occupancyOf, openHoursOn } from './centre-week.rules.ts';
import { CentreWeek, CentreWeekDay } from './centre-week.ts';

export type CentreWeekFacts = {
  readonly centre: Centre;
  readonly monday: Temporal.PlainDate;
  readonly closures: readonly Closure[];
  readonly bookedDays: readonly BookedDay[];
};

const shownDay = (
  date: Temporal.PlainDate,
  { centre, closures, bookedDays }: CentreWeekFacts,
): CentreWeekDay => {
  const booked = bookedDays.find(({ day }) => day === date.toString());
  const closure = closureOn(date, closures);
  const held = centreOn(centre, date);
  const openHours = openHoursOn(date, held.openingHours, closures);
  const allowedHours = allowedHoursOn(date, held, closures);
  const bookedHours = booked?.bookedHours ?? 0;
  return Object.assign(new CentreWeekDay(), {
    date,
    closureReason: closure && isWholeDay(closure) ? closure.reason : null,
    partClosure: closure && !isWholeDay(closure) ? closure : null,
    openHours,
    bookedHours,
    dueHours: booked?.dueHours ?? 0,
    allowedHours,
    occupancy: occupancyOf(bookedHours, allowedHours),
    expectedChildren: booked?.expectedChildren ?? 0,
    peakChildren: booked?.peakChildren ?? 0,
    places: held.authorisedPlaces,
    placesWithEmergencies: placesWithEmergencies(held.authorisedPlaces),
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The week of a centre as those who plan it read it. */
export const shownCentreWeek = (facts: CentreWeekFacts): CentreWeek => {
  const days = daysOfWeek(facts.monday).map(({ day }) => shownDay(day, facts));
  const bookedHours = sum(days.map((day) => day.bookedHours));
  const allowedHours = sum(days.map((day) => day.allowedHours));
  return Object.assign(new CentreWeek(), {
    monday: facts.monday,
    bookedHours,
    dueHours: sum(days.map((day) => day.dueHours)),
    allowedHours,
    hoursLeft: Math.max(0, allowedHours - bookedHours),
    occupancy: occupancyOf(bookedHours, allowedHours),
    days,
  });
};
